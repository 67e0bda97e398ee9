"""Reads of the review: what was found, proposed and decided, and who waits for an hour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.likeness import Earlier, Match, rank
from qabyldau.registry import queries as registry
from qabyldau.registry.sameness import Sighting, sightings
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import Due, Redirection, due
from qabyldau.regulation.norms.queue import Precedence, Standing, Waiting
from qabyldau.regulation.norms.refusal import Assessment
from qabyldau.review.kinds import Outcome
from qabyldau.review.models import Appointment, Decision, ListEntry, Note, ReceptionList, Screening
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay


def latest_screening(appeal: Appeal) -> Screening | None:
    return Screening.objects.filter(appeal=appeal).order_by("-pk").first()


def latest_note(appeal: Appeal) -> Note | None:
    """The version that went before the head last; one kept since is in `review.notes`."""
    put = Note.objects.filter(appeal=appeal, submitted_at__isnull=False)
    return put.select_related("official", "day").order_by("-pk").first()


def latest_decision(appeal: Appeal) -> Decision | None:
    """The last decision that still stands: an extension does not undo the one before it."""
    standing = Decision.objects.filter(appeal=appeal).exclude(outcome=Outcome.EXTEND)
    return standing.select_related("day").order_by("-pk").first()


def latest_decisions(appeal_ids: Iterable[int]) -> dict[int, Decision]:
    """The standing decision of each of these appeals, with its day, by one statement."""
    standing = Decision.objects.filter(appeal__in=list(appeal_ids)).exclude(outcome=Outcome.EXTEND)
    return {one.appeal_id: one for one in standing.select_related("day").order_by("pk")}


def assessment(appeal: Appeal) -> Assessment:
    """The latest findings as the law asks for them; a repeat with new arguments was not heard before."""
    found = latest_screening(appeal)
    if found is None:
        return Assessment()
    return Assessment(
        states_the_matter=found.states_the_matter,
        within_competence=found.within_competence,
        heard_before=_heard_before(found),
        authored=found.authored,
        tells_of_crime=found.tells_of_crime,
        repeated=found.heard_before is True,
    )


def _heard_before(found: Screening) -> bool | None:
    """Until somebody has said whether a repeat brings new arguments, it is not judged."""
    if not found.heard_before or found.new_arguments is None:
        return None if found.heard_before else found.heard_before
    return not found.new_arguments


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier appeal, how like its matter is, and what tells that it is the same person's."""

    appeal: Appeal
    match: Match
    person: Sighting


def same_matter(appeal: Appeal, limit: int = 5) -> list[Repeat]:
    """Earlier appeals of the applicant and of who may be the same, the likest first; a person decides."""
    before = {one.appeal.pk: one for one in sightings(appeal)}
    ranked = rank(appeal.substance, [Earlier(pk, one.appeal.substance) for pk, one in before.items()])
    return [Repeat(before[one.key].appeal, one, before[one.key]) for one in ranked[:limit]]


def redirection(appeal: Appeal) -> Due:
    """By when a matter of another body's competence is passed on."""
    return due(Redirection, appeal.registered_on, appeal.edition, worktime.calendar())


def waiting_of(appeal: Appeal) -> Waiting:
    """The applicant as the queue sees one; only a proven standing puts ahead."""
    proven = appeal.standing and appeal.standing_proof
    standings = frozenset({Standing(appeal.standing)}) if proven else frozenset()
    return Waiting(number=appeal.pk, registered_at=appeal.registered_at, standings=standings)


def decided_for(day: ReceptionDay) -> list[Appeal]:
    """Approved for this day and not on any of its lists yet."""
    chosen = set(
        Decision.objects.filter(outcome=Outcome.RECEIVE, day=day).values_list("appeal_id", flat=True)
    )
    rows = list(registry.approved(chosen - _listed(day)).order_by("pk"))
    standing = latest_decisions(appeal.pk for appeal in rows)
    return [appeal for appeal in rows if appeal.pk in standing and standing[appeal.pk].day_id == day.pk]


def listed_waiting(day: ReceptionDay) -> list[Appeal]:
    """Listed for this day, or carried over from an earlier one of the official, in the law's order."""
    ids = set(_lists_until(day).values_list("appeal_id", flat=True))
    found, standing = list(registry.approved(ids)), latest_decisions(ids)
    by_id = {appeal.pk: appeal for appeal in found if _may_be_given(standing.get(appeal.pk), day)}
    law = governing(day.office.code, day.on).edition
    ordered = law.get(Precedence).order(waiting_of(appeal) for appeal in by_id.values())
    return [by_id[one.number] for one in ordered]


def _listed(day: ReceptionDay) -> set[int]:
    return set(ListEntry.objects.filter(list__day=day).values_list("appeal_id", flat=True))


def _lists_until(day: ReceptionDay) -> QuerySet[ListEntry]:
    return ListEntry.objects.filter(list__day__official_id=day.official_id, list__day__on__lte=day.on)


def _may_be_given(decision: Decision | None, day: ReceptionDay) -> bool:
    """The head decided on this official; the day named then has come, and passed if it was full."""
    if decision is None or decision.day is None:
        return False
    return decision.day.official_id == day.official_id and decision.day.on <= day.on


def live_appointment(appeal: Appeal) -> Appointment | None:
    live = Appointment.objects.filter(appeal=appeal, live=True)
    return live.select_related("slot", "slot__day", "slot__day__official").first()


def appointments(day: ReceptionDay) -> list[Appointment]:
    """Everybody with an hour on this day, by the hour."""
    rows = Appointment.objects.filter(slot__day=day, live=True)
    return list(rows.select_related("appeal", "slot").order_by("slot__place"))


def lists_of(day: ReceptionDay) -> list[ReceptionList]:
    """The lists already sent for a day, each with its people in order."""
    sent = ReceptionList.objects.filter(day=day).order_by("pk")
    return list(sent.prefetch_related("entries__appeal"))


@dataclass(frozen=True, slots=True)
class DayWork:
    """What a day of reception waits for: people decided but not listed, people listed without an hour."""

    to_list: int = 0
    to_distribute: int = 0


def day_work(office_id: int) -> dict[int, DayWork]:
    """By day: how many approved appeals wait for a list, and how many for an hour."""
    approved = registry.awaiting_hour(office_id)
    standing = Decision.objects.filter(appeal__in=approved).exclude(outcome=Outcome.EXTEND).order_by("pk")
    day_of = dict(standing.values_list("appeal_id", "day_id"))
    listed = set(ListEntry.objects.filter(appeal__in=approved).values_list("appeal_id", "list__day_id"))
    counts: dict[int, list[int]] = {}
    for pair in day_of.items():
        counts.setdefault(pair[1] or 0, [0, 0])[pair in listed] += 1
    return {day_id: DayWork(*both) for day_id, both in counts.items()}
