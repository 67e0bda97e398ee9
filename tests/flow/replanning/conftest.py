"""Days with people on them: an akim with several days, a deputy beside, everybody decided, listed, given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time

import pytest

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Wish
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, RECEPTION, look, moment, statement
from tests.flow.posting import posted

PLACE = Words(kk="қабылдау бөлмесі", ru="приёмная")
NEXT = date(2026, 3, 26)
LATER = date(2026, 4, 2)
Approve = Callable[..., Appeal]


@pytest.fixture
def approve(day: ReceptionDay, clerk: Actor, department: Actor, head: Actor) -> Approve:
    """An appeal decided for the day; minutes set the order of registration."""

    def carry(minute: int, *, on: ReceptionDay | None = None, **wish: object) -> Appeal:
        return approved_for(on or day, minute, clerk, department, head, Wish(**wish))  # type: ignore[arg-type]

    return carry


def approved_for(
    day: ReceptionDay, minute: int, clerk: Actor, department: Actor, head: Actor, wish: Wish
) -> Appeal:
    said = statement(f"Адам {minute}", wish=wish, number="")
    at = moment(3, 2, 9 + minute // 60, minute % 60)
    appeal = registry.register(day.office, said, by=clerk, at=at).appeal
    look(appeal, department)
    asked = Asked(by=department, at=MONDAY)
    review.take_up(appeal.pk, asked=asked)
    proposed = review.Proposed("Факты.", Proposal.RECEIVE, day.official_id, day.pk)
    review.submit(appeal.pk, proposed=proposed, asked=asked)
    review.approve(appeal.pk, day_id=day.pk, mode=Mode(wish.mode), asked=Asked(by=head, at=MONDAY))
    appeal.refresh_from_db()
    return appeal


@pytest.fixture
def plan(office: Office, clerk: Actor) -> Callable[..., ReceptionDay]:
    def make(official: Official, on: date, places: int = 4, opens: int = 15) -> ReceptionDay:
        wanted = Plan(official.pk, on, time(opens), 15, places, PLACE)
        return posted(office, wanted, by=clerk, at=MONDAY)

    return make


@pytest.fixture
def next_day(plan: Callable[..., ReceptionDay], akim: Official, day: ReceptionDay) -> ReceptionDay:  # noqa: ARG001
    return plan(akim, NEXT)


@pytest.fixture
def deputy(office: Office) -> Official:
    return Official.objects.create(
        office=office,
        rank=1,
        name_kk="Орынбасарова Дана Үлгіқызы",
        name_ru="Орынбасарова Дана Ульгиевна",
        position_kk="облыс әкімінің орынбасары",
        position_ru="заместитель акима области",
        since=date(2025, 1, 1),
    )


@pytest.fixture
def operator(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.OPERATOR)


def distributed(day: ReceptionDay, department: Actor, clerk: Actor) -> review.Distribution:
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    return review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))


def fresh(appeals: Sequence[Appeal]) -> list[Appeal]:
    for appeal in appeals:
        appeal.refresh_from_db()
    return list(appeals)


def hours_of(appeals: Sequence[Appeal]) -> list[tuple[date, str] | None]:
    """Where each of them is to come, as day and hour in the office's time."""
    zone = MONDAY.tzinfo
    found = [one.reception_at.astimezone(zone) if one.reception_at else None for one in fresh(appeals)]
    return [(one.date(), f"{one:%H:%M}") if one else None for one in found]


__all__ = ["LATER", "NEXT", "PLACE", "RECEPTION", "Approve", "distributed", "fresh", "hours_of"]
