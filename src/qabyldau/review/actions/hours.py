"""Give hours, move them, turn them to video, cancel them: one person or a whole day by few statements.

Whatever changes an hour is in one transaction: the old hour is free, the new one taken, everybody and
everything claimed for it, the move journaled, the letter in the outbox. None of it happens in part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.letters.facts import Appointment as AppointmentLetter
from qabyldau.letters.facts import ByVideo, HourCancelled, Moved
from qabyldau.occupancy import actions as occupancy
from qabyldau.occupancy.actions import TwoPlacesError
from qabyldau.registry.many import Moving, locked_all, move_all
from qabyldau.registry.moves import Asked, Step
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice
from qabyldau.regulation.norms import control
from qabyldau.regulation.norms.deadlines import AbsenceNotice
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.reception import Mode, VideoOnly
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review.kinds import Why
from qabyldau.review.models import Appointment
from qabyldau.review.presence import wanted_for
from qabyldau.schedule import actions as schedule

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Norm
    from qabyldau.schedule.models import Slot

# Who and what has a sentence of its own when it would be in two places.
PEOPLE_AND_ROOMS = frozenset({"official", "room", "applicant", "interpreter"})
# Under which norm an hour is changed, by the reason.
UNDER: dict[Why, type[Norm]] = {
    Why.ABSENCE: AbsenceNotice,
    Why.NO_VIDEO: VideoOnly,
    Why.LIFTED: VideoOnly,
}


@dataclass(frozen=True, slots=True)
class Given:
    """One person and the hour they get. `reason`: why not in the order of the list."""

    appeal: Appeal
    slot: Slot
    mode: Mode
    reason: str = ""


def give(given: Sequence[Given], asked: Asked) -> list[Appointment]:
    """Each of these locked appeals gets its hour; all of them or none."""
    for one in given:
        _possible(one, asked)
    schedule.take_slots([(one.slot, one.appeal.pk) for one in given])
    rows = _appointed(given, asked)
    moving = [Moving(one.appeal, _step(one, Told(Notice.APPOINTMENT, _letter(one)))) for one in given]
    move_all(Action.APPOINT, moving, asked)
    return rows


def move(given: Sequence[Given], why: Why, asked: Asked) -> list[Appointment]:
    """Another hour in place of the one each of them has; all of them or none."""
    for one in given:
        _possible(one, asked)
    before = retired(one.appeal for one in given)
    schedule.take_slots([(one.slot, one.appeal.pk) for one in given])
    rows = _appointed(given, asked)
    under = UNDER.get(why)
    moving = [Moving(one.appeal, _step(one, _moved(one, before[one.appeal.pk], why), under)) for one in given]
    move_all(Action.MOVE_HOUR, moving, asked)
    return rows


def cancel(appeals: Sequence[Appeal], why: Why, asked: Asked, reason: str = "") -> None:
    """The hours are gone, the appeals and their places in the order stay."""
    before = retired(appeals)
    moving = [_cancelled(appeal, before[appeal.pk], why, reason) for appeal in appeals]
    move_all(Action.RELEASE, moving, asked)


def turn(appeals: Sequence[Appeal], act: str, equipped: Words | None, asked: Asked) -> None:
    """The same hours by video, under a restriction."""
    live = live_of(appeal.pk for appeal in appeals)
    Appointment.objects.filter(pk__in=[row.pk for row in live.values()]).update(mode=Mode.VIDEO)
    moving = [_turned(appeal, live[appeal.pk], act, equipped) for appeal in appeals]
    move_all(Action.TURN_TO_VIDEO, moving, asked)


def live_of(appeal_ids: Iterable[int]) -> dict[int, Appointment]:
    """The hour that each of these appeals has now."""
    rows = Appointment.objects.filter(appeal__in=list(appeal_ids), live=True)
    found = rows.select_related("slot", "slot__day", "slot__day__official", "slot__day__room")
    return {row.appeal_id: row for row in found}


def retired(appeals: Iterable[Appeal]) -> dict[int, Appointment]:
    """The hours these appeals had; they are free from now on, and so is whoever was needed then."""
    there = list(appeals)
    before = live_of(appeal.pk for appeal in there)
    for appeal in there:
        if appeal.pk not in before:
            law = appeal.edition
            raise UnlawfulError("no_hour_to_change", law.cite(control.Distribution), state=appeal.state)
    Appointment.objects.filter(pk__in=[row.pk for row in before.values()]).update(live=False)
    schedule.free_slots_of(before)
    if there:
        occupancy.release(there[0].office_id, [appeal.key for appeal in there])
    return before


def locked(appeal_ids: Sequence[int]) -> list[Appeal]:
    """These appeals, locked, in the order asked for."""
    found = locked_all(appeal_ids)
    return [found[appeal_id] for appeal_id in appeal_ids]


def _possible(one: Given, asked: Asked) -> None:
    law, day = one.appeal.edition, one.slot.day
    if one.slot.starts_at <= asked.at:
        raise UnlawfulError("hour_has_passed", law.cite(control.Distribution), day=day.on)
    if day.published_at is None or day.taken_off_at is not None:
        raise UnlawfulError("day_not_published", law.cite(control.ReceptionList), day=day.on)


def _appointed(given: Sequence[Given], asked: Asked) -> list[Appointment]:
    rows = [
        Appointment(appeal=one.appeal, slot=one.slot, mode=one.mode, reason=one.reason, at=asked.at)
        for one in given
    ]
    Appointment.objects.bulk_create(rows, batch_size=200)
    if given:
        _claim(given)
    return rows


def _claim(given: Sequence[Given]) -> None:
    office_id = given[0].appeal.office_id
    try:
        occupancy.claim(office_id, wanted_for([(one.appeal, one.slot, one.mode) for one in given]))
    except TwoPlacesError as twice:
        law = given[0].appeal.edition
        kind = twice.what.partition(":")[0]
        code = f"two_places_{kind}" if kind in PEOPLE_AND_ROOMS else "two_places"
        raise UnlawfulError(code, law.cite(control.Distribution)) from twice


def _step(one: Given, told: Told, under: type[Norm] | None = None) -> Step:
    facts = {"slot": one.slot.pk, "starts_at": one.slot.starts_at.isoformat(), "reason": bool(one.reason)}
    return Step(
        under=under,
        facts=dict(facts),
        tells=told,
        official_id=one.slot.day.official_id,
        reception_at=one.slot.starts_at,
    )


def _local(appeal: Appeal, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(appeal.office.zone))


def _letter(one: Given) -> AppointmentLetter:
    appeal, day = one.appeal, one.slot.day
    precedence = appeal.edition.get(Precedence)
    standings = frozenset({Standing(appeal.standing)}) if appeal.standing else frozenset()
    return AppointmentLetter(
        starts_at=_local(appeal, one.slot.starts_at),
        official=day.official.name,
        position=day.official.position,
        place=Words(kk=day.place_kk, ru=day.place_ru),
        mode=one.mode,
        out_of_turn=bool(standings & precedence.ahead),
    )


def _moved(one: Given, before: Appointment, why: Why) -> Told:
    appeal, day = one.appeal, one.slot.day
    body = Moved(
        before=_local(appeal, before.slot.starts_at),
        starts_at=_local(appeal, one.slot.starts_at),
        official=day.official.name,
        position=day.official.position,
        place=Words(kk=day.place_kk, ru=day.place_ru),
        why=why,
        by_video=one.mode is Mode.VIDEO,
        in_person=one.mode is Mode.IN_PERSON,
        reason=one.reason,
    )
    return Told(Notice.MOVED, body)


def _cancelled(appeal: Appeal, before: Appointment, why: Why, reason: str) -> Moving:
    official = before.slot.day.official
    starts_at = _local(appeal, before.slot.starts_at)
    body = HourCancelled(starts_at, official.name, official.position, why, reason)
    appeal.reception_at = None
    facts = {"appointment": before.pk, "why": str(why)}
    step = Step(under=UNDER.get(why), facts=dict(facts), tells=Told(Notice.HOUR_CANCELLED, body))
    return Moving(appeal, step)


def _turned(appeal: Appeal, row: Appointment, act: str, equipped: Words | None) -> Moving:
    official = row.slot.day.official
    starts_at = _local(appeal, row.slot.starts_at)
    body = ByVideo(starts_at, official.name, official.position, act, equipped)
    return Moving(appeal, Step(facts={"appointment": row.pk}, tells=Told(Notice.BY_VIDEO, body)))
