"""Step six: everything that was answered, to be checked once more, and sent."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.acts import signed_request
from qabyldau.people.actor import Actor
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import AskedDifferentlyError
from qabyldau.registry.intake import Talon
from qabyldau.registry.statement import Statement
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language
from qabyldau.signatures.verifying import Proof
from qabyldau.web.public.chrome import language, now, show
from qabyldau.web.public.request import draft as drafts
from qabyldau.web.public.request import robots, uploads
from qabyldau.web.public.request.contact import contact
from qabyldau.web.public.request.draft import Draft, Sent
from qabyldau.web.public.request.flow import CHECK, Flow
from qabyldau.web.public.request.forms import StepForm
from qabyldau.web.public.request.steps import UNPROCESSABLE, flow_of
from qabyldau.web.public.request.who import PersonForm, person, representation
from qabyldau.web.public.request.wish import wish
from qabyldau.web.signing import request as signing
from qabyldau.web.signing.security import may_sign

NOT_SHOWN = {"attachments", "no_phone"}


class SendForm(forms.Form):
    """Consent, and the key by which a form sent twice is one appeal."""

    use_required_attribute = False
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    consent = forms.BooleanField(
        label=_("I agree that my personal data are collected and processed to consider this appeal"),
        error_messages={"required": _("Without your consent the appeal cannot be sent from the site")},
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and what was answered."""

    question: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """The answers of one step."""

    name: str
    heading: Promise
    answers: list[Answer]


@may_sign
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show all answers; on sending register, once however often the button is pressed."""
    if request.method == "POST" and (answer := _sent_before(request)):
        return answer
    flow = flow_of(request)
    if flow is None:
        return redirect("public:request")
    if (missing := flow.unfinished()) != CHECK:
        return redirect("public:request_step", missing)
    form = SendForm(request.POST or None, initial={"key": flow.draft.key})
    if form.is_valid() and form.cleaned_data["key"] == flow.draft.key:
        against = "" if signing.is_meant(request) else robots.against(request, now())
        if not against:
            return _send(request, flow)
        form.add_error(None, str(against))
    return _shown(request, flow, form)


def _sent_before(request: HttpRequest) -> HttpResponse | None:
    """The second press of the button, a second tab, a reload: the same talon."""
    before = drafts.sent(request.session)
    if before and request.POST.get("key") == before.key:
        return redirect("public:request_done")
    return None


def _send(request: HttpRequest, flow: Flow) -> HttpResponse:
    said = statement(flow)
    step = signing.step(request, flow, said)
    if step.page:
        return step.page
    try:
        talon = _registered(flow, said, step.proof)
    except AskedDifferentlyError:
        return _anew(request, flow)
    robots.note_sent(request, now())
    drafts.remember_sent(request.session, Sent(flow.draft.key, talon.appeal.pk, talon.secret))
    uploads.drop(flow.draft)
    return redirect("public:request_done")


def _registered(flow: Flow, said: Statement, proof: Proof | None) -> Talon:
    by, key = Actor.applicant(flow.office.pk), flow.draft.key
    if proof is None:
        return registry.register(flow.office, said, by=by, at=now(), once=key)
    return signed_request.register(flow.office, said, proof, by=by, at=now(), once=key)


def _anew(request: HttpRequest, flow: Flow) -> HttpResponse:
    """This draft was sent already and changed since: it becomes a draft of its own, to be checked again."""
    changed = Draft(answers=flow.draft.answers, files=[])
    uploads.keep(changed, list(uploads.read(flow.draft)))
    drafts.save(request.session, changed)
    return redirect("public:request_check")


def statement(flow: Flow) -> Statement:
    """The answers as the register takes them."""
    cleaned = {stop.name: form.cleaned_data for stop, form in flow.forms()}
    return Statement(
        channel=Channel.PORTAL,
        person=person(flow.draft, cleaned["person"]),
        language=Language(cleaned["contact"]["language"]),
        substance=cleaned["matter"]["substance"],
        topic=cleaned["matter"]["topic"],
        people_count=cleaned["person"].get("people_count") or 1,
        contact=contact(cleaned["contact"]),
        representation=representation(cleaned["person"]),
        wish=wish(cleaned["reception"]),
        files=uploads.read(flow.draft),
    )


def _shown(request: HttpRequest, flow: Flow, form: SendForm) -> HttpResponse:
    steps = list(flow.forms())
    odd = [one.oddity() for _stop, one in steps if isinstance(one, PersonForm)]
    context = {
        "form": form,
        "sections": [Section(stop.name, stop.heading, _answers(one)) for stop, one in steps],
        "draft": flow.draft,
        "step": flow.place(CHECK),
        "back": flow.before(CHECK),
        "oddities": [words for words in odd if words],
        "robots": robots.asked(request, now()),
    }
    status = UNPROCESSABLE if form.errors else 200
    return show(request, "public/request/check.html", flow.office, context, status=status)


def _answers(form: StepForm) -> list[Answer]:
    shown = [bound for bound in form if bound.name not in NOT_SHOWN]
    told = [(bound, form.cleaned_data.get(bound.name)) for bound in shown]
    return [
        Answer(str(bound.label), _words(bound, value))
        for bound, value in told
        if value or bound.field.required
    ]


def _words(bound: BoundField, value: object) -> str:
    if isinstance(bound.field, forms.ChoiceField):
        return next(str(one.choice_label) for one in bound if one.data["value"] == value)
    if isinstance(value, bool):
        return gettext("Yes")
    return date_words(value, language()) if isinstance(value, date) else str(value)
