"""What a day of reception needs, one check each; what concerns nobody on this day is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from qabyldau.consulting import queries as consulting
from qabyldau.participation import queries
from qabyldau.participation.kinds import CentralAnswer, Ready
from qabyldau.press import queries as press
from qabyldau.press.kinds import Kind, Stage
from qabyldau.regulation.edition import Citation, Edition, Norm
from qabyldau.regulation.norms.control import Distribution, ReceptionList
from qabyldau.regulation.norms.deadlines import ReferenceNote, due_before
from qabyldau.regulation.norms.media import MediaCoverage
from qabyldau.regulation.norms.reception import (
    CentralRequest,
    Citizenship,
    Consultants,
    Interpreter,
    InvitedBodies,
    Mode,
    SecrecyRegime,
    VideoByConsent,
)
from qabyldau.regulation.norms.schedule import Publication
from qabyldau.review import queries as review
from qabyldau.web.consulting.words import KINDS
from qabyldau.web.participation.words import ANSWERS, CENTRAL, READY
from qabyldau.web.staff.page import language
from qabyldau.web.templatetags.words import in_words
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

DEPARTMENT, CLERK = _("the department"), _("the public reception")
PRESS = _("the press service")
BODY_ITSELF = _("the body; the department reminds it")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing behind a check: what, and where it is looked at."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """`good` None: nothing to do yet. `owes`: who must act; empty: nobody."""

    heading: Promise
    good: bool | None
    words: str
    clause: Citation | None = None
    owes: Promise | str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """The day with everybody it is for, read once for all checks."""

    day: ReceptionDay
    today: date
    law: Edition
    decided: tuple[Appeal, ...]
    waiting: tuple[Appeal, ...]
    with_hours: tuple[tuple[Appeal, str], ...]

    @classmethod
    def of(cls, day: ReceptionDay, today: date) -> Day:
        return cls(
            day=day,
            today=today,
            law=queries.law_of(day),
            decided=tuple(review.decided_for(day)),
            waiting=tuple(review.listed_waiting(day)),
            with_hours=tuple((one.appeal, one.mode) for one in review.appointments(day)),
        )

    @property
    def people(self) -> list[Appeal]:
        """Everybody with an hour, on a list, or decided for this day; each once."""
        every = [*(one for one, _ in self.with_hours), *self.waiting, *self.decided]
        return list({one.pk: one for one in every}.values())

    def cite(self, norm: type[Norm]) -> Citation | None:
        return self.law.cite(norm) if self.law.has(norm) else None


def checks(of: Day) -> list[Check]:
    return [found for check in CHECKS for found in [check(of)] if found is not None]


def _published(of: Day) -> Check:
    good = of.day.published_at is not None
    words = gettext("The day stands in the schedule") if good else gettext("The day is not published")
    url = reverse("staff:days_day", args=[of.day.pk])
    lines = () if good else (Line(gettext("Open the day"), url),)
    return Check(_("Schedule"), good, words, of.cite(Publication), "" if good else DEPARTMENT, lines)


def _place(of: Day) -> Check:
    place = of.day.place[language()]
    return Check(
        _("Place"), bool(place), place or gettext("No place is named"), owes="" if place else DEPARTMENT
    )


def _list(of: Day) -> Check:
    clause = of.cite(ReceptionList)
    sent = review.lists_of(of.day)
    if of.decided:
        count = len(of.decided)
        words = ngettext(
            "%(count)s decided person stands on no list yet",
            "%(count)s decided people stand on no list yet",
            count,
        )
        return Check(_("List"), False, words % {"count": count}, clause, DEPARTMENT, _named(of.decided))
    if not sent:
        return Check(_("List"), None, gettext("Nobody is decided for this day yet"), clause)
    numbers = ", ".join(one.number for one in sent)
    return Check(_("List"), True, gettext("Sent: %(numbers)s") % {"numbers": numbers}, clause)


def _hours(of: Day) -> Check | None:
    if not (of.waiting or of.with_hours):
        return None
    clause = of.cite(Distribution)
    if of.waiting:
        count = len(of.waiting)
        words = ngettext(
            "%(count)s person on a list waits for an hour",
            "%(count)s people on a list wait for an hour",
            count,
        )
        return Check(_("Hours"), False, words % {"count": count}, clause, CLERK, _named(of.waiting))
    given = gettext("Everybody on the list has an hour: %(count)s") % {"count": len(of.with_hours)}
    return Check(_("Hours"), True, given, clause)


def _notes(of: Day) -> Check | None:
    """The note of each person on the day, by its day ahead."""
    if not of.people:
        return None
    due = due_before(ReferenceNote, of.day.on, of.law, worktime.calendar())
    by = gettext("by %(day)s") % {"day": in_words(due.on)}
    lacking = [one for one in of.people if review.latest_note(one) is None]
    if not lacking:
        return Check(_("Notes"), True, gettext("Every note is ready"), due.citation)
    words = ngettext("%(count)s note is missing", "%(count)s notes are missing", len(lacking))
    said = f"{words % {'count': len(lacking)}}, {by}"
    return Check(_("Notes"), False, said, due.citation, DEPARTMENT, _named(lacking))


def _bodies(of: Day) -> Check | None:
    clause = of.cite(InvitedBodies)
    if not queries.required(of.day):
        return None
    seats = [seat for seat in queries.seats(of.day) if seat.is_required]
    url = reverse("staff:days_bodies", args=[of.day.pk])
    lacking = [seat for seat in seats if not seat.is_filled]
    if not lacking:
        return Check(
            _("Bodies"), True, gettext("All confirmed"), clause, lines=(Line(gettext("Who comes"), url),)
        )
    lines = tuple(Line(f"{_seat_name(seat)}: {_seat_words(seat)}", url) for seat in lacking)
    owes = DEPARTMENT if any(seat.invitation is None for seat in lacking) else BODY_ITSELF
    words = ngettext("%(count)s body is missing", "%(count)s bodies are missing", len(lacking))
    return Check(_("Bodies"), False, words % {"count": len(lacking)}, clause, owes, lines)


def _seat_name(seat: queries.Seat) -> str:
    if seat.body is not None:
        return str(seat.body.name[language()])
    return seat.named.name[language()] if seat.named else ""


def _seat_words(seat: queries.Seat) -> str:
    if seat.body is None:
        return pgettext("body", "not in the register")
    return str(ANSWERS[seat.answer]) if seat.invitation else pgettext("body", "not invited")


def _regime(of: Day) -> Check | None:
    foreign = [one for one in of.people if queries.citizenship(one) is not Citizenship.CITIZEN]
    if not foreign:
        return None
    lacking = [one for one in foreign if queries.regime_lacking(one)]
    clause = of.cite(SecrecyRegime)
    if lacking:
        words = gettext("Without the approval these receptions cannot start")
        return Check(_("Secrecy regime"), False, words, clause, DEPARTMENT, _named(lacking))
    return Check(_("Secrecy regime"), True, gettext("Approved for every foreigner"), clause)


def _interpreters(of: Day) -> Check | None:
    asked = [(one, queries.interpreter(one)) for one in of.people]
    there = [(one, found) for one, found in asked if found is not None]
    if not there:
        return None
    lacking = [(one, found) for one, found in there if found.ready != Ready.CONFIRMED]
    lines = tuple(
        Line(f"{one.number}: {found.name}, {READY[found.ready]}", _appeal(one)) for one, found in lacking
    )
    words = gettext("Not confirmed") if lacking else gettext("All confirmed")
    clause = of.cite(Interpreter)
    return Check(_("Interpreters"), not lacking, words, clause, DEPARTMENT if lacking else "", lines)


def _video(of: Day) -> Check | None:
    by_video = [one for one, mode in of.with_hours if mode == Mode.VIDEO]
    if not by_video and of.day.mode != Mode.VIDEO:
        return None
    clause = of.cite(VideoByConsent)
    unasked = [one for one in by_video if not one.video_consent]
    if unasked:
        return Check(_("Video"), False, gettext("No consent to video"), clause, CLERK, _named(unasked))
    if of.day.room is not None and not of.day.room.video:
        return Check(_("Video"), False, gettext("The room has no equipment for video"), clause, DEPARTMENT)
    return Check(
        _("Video"), True, gettext("Consents are there: %(count)s") % {"count": len(by_video)}, clause
    )


def _central(of: Day) -> Check | None:
    asked = [(one, request) for one in of.people for request in queries.central(one)]
    if not asked:
        return None
    lacking = [(one, request) for one, request in asked if request.answer != CentralAnswer.AGREED]
    lines = tuple(
        Line(f"{one.number}: {request.body.name[language()]}, {CENTRAL[request.answer]}", _appeal(one))
        for one, request in lacking
    )
    words = gettext("Not agreed") if lacking else gettext("All agreed")
    clause = of.cite(CentralRequest)
    return Check(_("Central bodies"), not lacking, words, clause, DEPARTMENT if lacking else "", lines)


def _consultants(of: Day) -> Check:
    """They may help, they need not: a day without them is not unready."""
    there = list(consulting.on_day(of.day.office_id, of.day.on))
    clause = of.cite(Consultants)
    if not there:
        return Check(_("Consultants"), None, gettext("Nobody is on the roster of this day"), clause, CLERK)
    lines = tuple(Line(f"{one.name}, {KINDS[one.kind]}") for one in there)
    return Check(_("Consultants"), True, gettext("On the roster"), clause, lines=lines)


def _press(of: Day) -> Check:
    """Whether the day was announced."""
    row = press.of_day(of.day).get(Kind.ANNOUNCEMENT)
    clause = of.cite(MediaCoverage)
    if row is None or row.stage != Stage.PUBLISHED:
        return Check(_("Press"), None, gettext("The announcement is not published"), clause, PRESS)
    url = reverse("public:news_article", args=[row.pk])
    line = Line(gettext("Read the announcement"), url)
    return Check(_("Press"), True, gettext("The announcement is published"), clause, lines=(line,))


def _named(appeals: list[Appeal] | tuple[Appeal, ...]) -> tuple[Line, ...]:
    return tuple(Line(f"{one.number} · {one.applicant_name}", _appeal(one)) for one in appeals)


def _appeal(one: Appeal) -> str:
    return reverse("staff:appeal", args=[one.pk])


CHECKS: tuple[Callable[[Day], Check | None], ...] = (
    _published,
    _place,
    _list,
    _hours,
    _notes,
    _bodies,
    _central,
    _regime,
    _interpreters,
    _video,
    _consultants,
    _press,
)
