"""Rows of the desk: who is expected, who waits and why there, and what stands in the way of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from qabyldau.participation import queries as participation
from qabyldau.participation.kinds import Ready
from qabyldau.reception import queries
from qabyldau.regulation.desk import BEFORE_HOUR
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.queue import IN_ORDER, Standing
from qabyldau.regulation.norms.reception import Interpreter, Mode, SecrecyRegime, VideoByConsent
from qabyldau.review import queries as review
from qabyldau.web.desk.words import EARLY, IN_TURN, NO_CONSENT, UNAPPROVED, UNINTERPRETED
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from datetime import datetime

    from django.utils.functional import Promise

    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Warning:
    """What the desk should see before it goes on; `stops`: the law lets nobody in like this."""

    words: str | Promise
    citation: Citation
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody in line, and in words why there."""

    visit: Visit
    place: int
    why: str
    minutes: int
    warnings: list[Warning]


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody with an hour who was not checked in yet. `since`: said at the kiosk that they are here."""

    appointment: Appointment
    since: datetime | None
    warnings: list[Warning]


def waiting(one: queries.InLine) -> Waiting:
    return Waiting(one.visit, one.place, why(one.reason), one.minutes, warnings(one.visit.appeal))


def why(reason: str) -> str:
    """The reason of a place in words."""
    if reason in {IN_ORDER, BEFORE_HOUR}:
        return str(IN_TURN if reason == IN_ORDER else EARLY)
    return Standing(reason).words[language()]


def appointments(day: ReceptionDay) -> list[Appointment]:
    """Those with an hour who have not come yet, by the hour."""
    here = {one.appeal_id for one in queries.visits(day) if one.stage != Stage.CANCELLED}
    awaited = [one for one in review.appointments(day) if one.appeal.stage is State.APPOINTED]
    return [one for one in awaited if one.appeal_id not in here]


def expected(day: ReceptionDay) -> list[Expected]:
    said = queries.announced(day.office_id, day.on)
    return [
        Expected(one, said.get(one.appeal_id), warnings(one.appeal, Mode(one.mode)))
        for one in appointments(day)
    ]


def warnings(appeal: Appeal, mode: Mode = Mode.IN_PERSON) -> list[Warning]:
    """By what the appeal is short of: secrecy approval, interpreter, consent to video."""
    law, found = appeal.edition, []
    if participation.regime_lacking(appeal):
        found.append(Warning(UNAPPROVED, law.cite(SecrecyRegime), stops=True))
    interpreter = participation.interpreter(appeal)
    if interpreter and interpreter.ready != Ready.CONFIRMED:
        found.append(Warning(UNINTERPRETED, law.cite(Interpreter)))
    if mode is Mode.VIDEO and not appeal.video_consent:
        found.append(Warning(NO_CONSENT, law.cite(VideoByConsent), stops=True))
    return found


def visit_of(day: ReceptionDay, visit_id: int) -> Visit:
    """A visit of this day, or nothing that exists."""
    return get_object_or_404(queries.visits_of(day), pk=visit_id)
