"""Register an appeal that came by post, by hand, in words or by phone."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau.journal import queries as journal
from qabyldau.outbox.kinds import Channel as Way
from qabyldau.people.actions import Person
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.reception.handing import hand_in
from qabyldau.registry import actions as registry
from qabyldau.registry import queries as appeals
from qabyldau.registry.errors import AskedDifferentlyError
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact, Representation, Statement, Wish
from qabyldau.regulation.editions import governing
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms.intake import BookingHours, Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from qabyldau.web.labels import KINDS
from qabyldau.web.staff.carried import carry
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show
from qabyldau.web.staff.register import kept
from qabyldau.web.staff.register.form import CHANNELS, Desk, RegisterForm
from qabyldau.web.staff.words import CHANNEL_PAGES
from qabyldau.web.texts import law_message
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.registry.intake import Talon
    from qabyldau.registry.models import Appeal

SHOWN_BEFORE = 5


def _open_to(request: StaffRequest) -> list[Channel]:
    """A call may be taken by more people than a paper."""
    if request.actor.may(Right.REGISTER):
        return list(CHANNELS)
    return [Channel.CALL_CENTRE]


@require_safe
def choose(request: StaffRequest) -> HttpResponse:
    """By which way did it come?"""
    channels = [(channel, CHANNEL_PAGES[channel]) for channel in _open_to(request)]
    if len(channels) == 1:
        return redirect("staff:register_form", channels[0][0])
    return show(request, "register_choose.html", {"channels": channels})


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: StaffRequest, channel: str) -> HttpResponse:
    """One page: fill in, and the talon follows. The same person's open appeals are shown once before."""
    desk = _desk(request, channel)
    if request.method != "POST":
        return _shown(request, desk, RegisterForm(desk))
    form = RegisterForm(desk, request.POST, request.FILES)
    before = _before(request, form) if form.is_valid() and not _sent(desk, form) else None
    if form.errors or "look" in request.POST:
        return _shown(request, desk, form, before)
    if before and form.cleaned_data["seen"] != _seen(before):
        return _shown(request, desk, form, before)
    return _register(request, desk, form)


def _desk(request: StaffRequest, channel: str) -> Desk:
    if channel not in _open_to(request):
        raise Http404
    asked = request.GET.get("kind", "")
    kind = ApplicantKind(asked) if asked in ApplicantKind.values else ApplicantKind.CITIZEN
    return Desk(office_of(request), Channel(channel), kind, now(), _visit(request))


def _visit(request: StaffRequest) -> int | None:
    """At whose reception it is handed in, when the desk opened this page; else None."""
    asked = request.GET.get("visit", "")
    if not asked:
        return None
    if not asked.isdecimal() or not reception.is_visit(request.actor.office_id, int(asked)):
        raise Http404
    return int(asked)


def _sent(desk: Desk, form: RegisterForm) -> bool:
    """The same form a second time: the talon is given again, whatever else the person has."""
    return journal.asked_before(desk.office.pk, form.cleaned_data["once"]) is not None


def _before(request: StaffRequest, form: RegisterForm) -> QuerySet[Appeal] | None:
    """Appeals of the same number that are not finished; None: there are none."""
    number, document = form.identity()
    if not number or document:
        return None
    known = appeals.applicants_history(request.actor, number).exclude(state__in=FINAL)
    return known[:SHOWN_BEFORE] if known.exists() else None


def _seen(before: QuerySet[Appeal]) -> str:
    """What was shown: a person who has seen it and goes on is not stopped again."""
    return f"seen-{max(appeal.pk for appeal in before)}"


def _register(request: StaffRequest, desk: Desk, form: RegisterForm) -> HttpResponse:
    try:
        talon = _taken(request, desk, form)
    except UnlawfulError as unlawful:
        form.add_error(None, law_message(unlawful))
        return _shown(request, desk, form)
    except AskedDifferentlyError:
        carry(form, once=str(uuid.uuid4()))
        form.add_error(
            None,
            gettext("This form was sent before with other words. For another appeal send it once more."),
        )
        return _shown(request, desk, form)
    kept.keep(request.session, talon.appeal.pk, talon.secret)
    if odd := form.oddity():
        messages.warning(request, odd)
    return redirect("staff:register_talon", talon.appeal.pk)


def _taken(request: StaffRequest, desk: Desk, form: RegisterForm) -> Talon:
    """Registered as any appeal, or as one that was handed in at a reception."""
    said, once = statement(desk, form), form.cleaned_data["once"]
    if desk.visit is None:
        return registry.register(desk.office, said, by=request.actor, at=desk.at, once=once)
    return hand_in(desk.visit, said, asked=Asked(by=request.actor, at=desk.at, once=once))


def statement(desk: Desk, form: RegisterForm) -> Statement:
    """The answers as the register takes them; a field that the channel does not ask is empty."""
    given = form.cleaned_data
    number, document = form.identity()
    mode = Mode(given.get("mode") or Mode.IN_PERSON)
    standing = given.get("standing")
    return Statement(
        channel=desk.channel,
        person=Person(desk.kind, given["name"], number=number, document=document),
        language=Language(given["language"]),
        substance=given["substance"].strip(),
        topic=given["topic"],
        people_count=given.get("people_count") or 1,
        contact=_contact(given),
        representation=Representation(
            given.get("representative", ""), given.get("authority", ""), given.get("authority_until")
        ),
        wish=Wish(
            official_id=int(given["official_id"]) if given.get("official_id") else None,
            mode=mode,
            video_consent=mode is Mode.VIDEO,
            standing=Standing(standing) if standing else None,
            standing_proof=given.get("standing_proof", ""),
        ),
        files=tuple(given.get("files") or ()),
        received_at=form.received_at(),
    )


def _contact(given: Mapping[str, Any]) -> Contact:
    preferred = Way(given["preferred"]) if given.get("preferred") else None
    return Contact(given.get("phone", ""), given.get("email", ""), given.get("address", ""), preferred)


def _shown(
    request: StaffRequest, desk: Desk, form: RegisterForm, before: QuerySet[Appeal] | None = None
) -> HttpResponse:
    if before:
        carry(form, seen=_seen(before))
    law = governing(desk.office.code, desk.today).edition
    in_hours = law.get(BookingHours).observed(desk.local, desk.office.hours, worktime.calendar())
    context = {
        "form": form,
        "channel": CHANNEL_PAGES[desk.channel],
        "kind": desk.kind,
        "kinds": KINDS.items(),
        "plain": form.rows(),
        "rare": [form[name] for name in desk.rare],
        "rare_open": any(form[name].data or form[name].errors for name in desk.rare),
        "before": before,
        "looked": "look" in request.POST and not before and form.is_valid(),
        "outside_hours": None if in_hours else law.cite(BookingHours),
    }
    return show(request, "register.html", context, status=UNPROCESSABLE if form.errors else 200)
