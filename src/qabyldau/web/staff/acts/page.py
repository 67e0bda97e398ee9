"""The page of an act: its form, what it does and under which clause; nothing typed is ever lost."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pydantic
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qabyldau import acts
from qabyldau.journal import actions as journal
from qabyldau.journal import queries as entries
from qabyldau.registry.errors import AskedDifferentlyError, StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import queries as review
from qabyldau.schedule.actions import SlotTakenError
from qabyldau.web.consideration.forms import (
    AgreeForm,
    AskAgreementForm,
    AskMaterialForm,
    InviteForm,
    ObjectForm,
    RecordHearingForm,
)
from qabyldau.web.control import acts as control
from qabyldau.web.desk import acts as desk
from qabyldau.web.participation import acts as participation
from qabyldau.web.replanning import acts as replanning
from qabyldau.web.screening.forms import (
    AskDataForm,
    ContactForm,
    MergeForm,
    NamesForm,
    RedirectForm,
    RedirectPartForm,
    SupplyForm,
)
from qabyldau.web.signing import decision
from qabyldau.web.signing.security import may_sign
from qabyldau.web.staff.acts.appoint import AppointForm
from qabyldau.web.staff.acts.approve import ApproveForm
from qabyldau.web.staff.acts.change_contact import ChangeContactForm
from qabyldau.web.staff.acts.clause import clause
from qabyldau.web.staff.acts.close import CloseForm
from qabyldau.web.staff.acts.extend import ExtendForm
from qabyldau.web.staff.acts.form import ActForm, Case
from qabyldau.web.staff.acts.hold import HoldForm
from qabyldau.web.staff.acts.note_external_number import ExternalNumberForm
from qabyldau.web.staff.acts.plain import PlainForm
from qabyldau.web.staff.acts.refuse import RefuseForm
from qabyldau.web.staff.acts.reveal import RevealForm
from qabyldau.web.staff.acts.screen import ScreenForm
from qabyldau.web.staff.acts.send_back import SendBackForm
from qabyldau.web.staff.appeal.course import who
from qabyldau.web.staff.appeal.page import against, seen
from qabyldau.web.staff.carried import carry
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, show
from qabyldau.web.staff.words import ACTS, DONE, EFFECTS, PROPOSALS, STEPS, WAYS
from qabyldau.web.templatetags.words import moment_in_words
from qabyldau.web.texts import law_message
from qabyldau.web.today import form as today

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.signatures.verifying import Proof

# The button that only shows the letter.
LOOK = "look"
FORMS: dict[str, type[ActForm]] = {
    **participation.FORMS,
    **replanning.FORMS,
    **today.FORMS,
    **desk.FORMS,
    **control.FORMS,
    "screen": ScreenForm,
    "ask_data": AskDataForm,
    "supply_data": SupplyForm,
    "turn_back": PlainForm,
    "leave_anonymous": PlainForm,
    "redirect": RedirectForm,
    "redirect_part": RedirectPartForm,
    "merge": MergeForm,
    "separate": PlainForm,
    "name_co_applicants": NamesForm,
    "note_contact": ContactForm,
    "leave": PlainForm,
    "take_up": PlainForm,
    "approve": ApproveForm,
    "refuse": RefuseForm,
    "send_back": SendBackForm,
    "extend": ExtendForm,
    "ask_material": AskMaterialForm,
    "ask_agreement": AskAgreementForm,
    "agree": AgreeForm,
    "invite": InviteForm,
    "object_to": ObjectForm,
    "record_hearing": RecordHearingForm,
    "appoint": AppointForm,
    "hold": HoldForm,
    "miss": PlainForm,
    "close": CloseForm,
    "withdraw": PlainForm,
    "note_external_number": ExternalNumberForm,
    "reveal": RevealForm,
    "change_contact": ChangeContactForm,
}


@dataclass(slots=True)
class Outcome:
    """What came of asking: `against` is the sentence of what stands in the way, empty when it was done.

    `letters` are those that would go, when only they were asked for: ways, subject and text of each.
    """

    against: str = ""
    citation: Citation | None = None
    shown: object = None
    letters: list[tuple[list[str], str, str]] = field(default_factory=list)


def page_of(name: str) -> Callable[..., HttpResponse]:
    """The view of one act."""

    @may_sign
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: StaffRequest, appeal_id: int) -> HttpResponse:
        case = Case(seen(request, appeal_id), request.actor, now())
        form = FORMS[name](case, request.POST if request.method == "POST" else None)
        if not form.is_valid():
            return _not_asked(request, name, form)
        step = decision.Step() if LOOK in request.POST else decision.step(request, name, form)
        if step.page:
            return step.page
        signed = partial(_performed, proof=step.proof)
        outcome = asked_for(name, case, form, _rehearsed if LOOK in request.POST else signed)
        if outcome.against or outcome.shown or LOOK in request.POST:
            return _page(request, name, form, outcome)
        messages.success(request, str(DONE.get(name, "")))
        return redirect("staff:appeal", appeal_id)

    return view


def _not_asked(request: StaffRequest, name: str, form: ActForm) -> HttpResponse:
    """A blank form, or one that does not hold: perhaps because it was already sent, or the appeal changed."""
    appeal, typed = form.case.appeal, form.data
    if form.is_bound and entries.asked_before(appeal.office_id, typed.get("once", "")):
        return redirect("staff:appeal", appeal.pk)
    if form.is_bound and typed.get("version") != str(appeal.version):
        return _page(request, name, form, stale(form.case, form))
    return _page(request, name, form, before(name, form.case))


def before(name: str, case: Case) -> Outcome:
    """What stands against the act even before it is asked for."""
    for offer in acts.offers(case.appeal, case.actor):
        if offer.act.name == name and offer.why:
            return Outcome(against(offer), offer.citation)
    return Outcome()


def asked_for(name: str, case: Case, form: ActForm, do: Callable[..., Outcome]) -> Outcome:
    """Do it, or say in words why not and what to do."""
    given = form.given()
    asked = Asked(
        by=case.actor,
        at=case.at,
        version=form.cleaned_data["version"],
        once=form.cleaned_data["once"],
        digest=journal.digest({"act": name, **given}),
    )
    try:
        return do(name, case, given, asked)
    except UnlawfulError as unlawful:
        return Outcome(law_message(unlawful), unlawful.citation)
    except pydantic.ValidationError:
        return Outcome(gettext("Some of the text holds signs that cannot be kept: type it anew."))
    except StaleError:
        return stale(case, form)
    except SlotTakenError:
        form.shape()
        return Outcome(gettext("This hour was given to somebody else a moment ago: choose a free one."))
    except AskedDifferentlyError:
        carry(form, once=str(uuid.uuid4()))
        return Outcome(
            gettext("This form was sent before with other words. If that is right, send it once more.")
        )


def _performed(name: str, case: Case, given: dict[str, object], asked: Asked, proof: Proof | None) -> Outcome:
    return Outcome(shown=_shown(name, acts.perform(name, case.appeal, given, asked, proof)))


def _rehearsed(name: str, case: Case, given: dict[str, object], asked: Asked) -> Outcome:
    """The letters that would go; one text that goes by several ways stands once."""
    by_text: dict[tuple[str, str], list[str]] = {}
    for letter in acts.rehearse(name, case.appeal, given, asked):
        by_text.setdefault((letter.subject, letter.text), []).append(str(WAYS.get(letter.channel, "")))
    return Outcome(letters=[(ways, *said) for said, ways in by_text.items()])


def _shown(name: str, result: object) -> object:
    """Only the revealed number is shown on the spot; a form sent twice reveals nothing twice."""
    return result if name == "reveal" else None


def stale(case: Case, form: ActForm) -> Outcome:
    """Somebody acted meanwhile: say who and what; the next sending is for the appeal as it stands now."""
    case.appeal.refresh_from_db()
    carry(form, version=str(case.appeal.version))
    last = entries.about(case.appeal.office_id, case.appeal.key).last()
    words = gettext("The appeal has changed since you opened this page, so nothing was done.")
    if last is None:
        return Outcome(words)
    latest = gettext("Last: %(step)s, %(when)s, %(who)s.") % {
        "step": str(STEPS.get(last.action, last.action)),
        "when": moment_in_words(last.at),
        "who": who(last),
    }
    again = gettext("What you typed is kept: look at the appeal, and if it still fits, send it again.")
    return Outcome(f"{words} {latest} {again}")


def _page(request: StaffRequest, name: str, form: ActForm, outcome: Outcome) -> HttpResponse:
    appeal: Appeal = form.case.appeal
    note = review.latest_note(appeal)
    context = {
        "appeal": appeal,
        "form": form,
        "name": name,
        "heading": ACTS[name],
        "effect": EFFECTS[name],
        "clause": clause(name, appeal),
        "outcome": outcome,
        "note": note,
        "proposal": PROPOSALS.get(note.proposal, "") if note else "",
        "writes": acts.writes(name),
        "blocked": bool(outcome.against) and not form.is_bound,
        "may_be_signed": decision.may_be_signed(name),
        **form.evidence(),
    }
    return show(request, "act.html", context, status=_status(form, outcome))


def _status(form: ActForm, outcome: Outcome) -> int:
    if not form.is_bound or outcome.shown or outcome.letters:
        return 200
    return UNPROCESSABLE if form.errors else CONFLICT
