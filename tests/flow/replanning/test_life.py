"""Random months of decisions, cancellations, wishes, absences and days off: what must always stay true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qabyldau.journal.models import Entry
from qabyldau.occupancy.models import Claim
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Wish
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.kinds import Cause
from qabyldau.replanning.models import Offer
from qabyldau.replanning.options import affected, options
from qabyldau.review import actions as review
from qabyldau.review.kinds import Why
from qabyldau.review.models import Appointment
from qabyldau.review.queries import waiting_of
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, moment
from tests.flow.posting import posted
from tests.flow.replanning.conftest import PLACE, approved_for

DAYS = (date(2026, 3, 12), date(2026, 3, 19), date(2026, 3, 26))
STANDINGS = (None, None, None, Standing.WAR_VETERAN, Standing.DISABILITY)
LIVE = {State.APPROVED, State.WAITING, State.APPOINTED}
TOLD = {"appoint": "appointment", "move_hour": "moved", "release": "hour_cancelled", "offer": "offer"}

steps = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "cancel",
                "earlier",
                "take",
                "decline",
                "another",
                "carry",
                "absent",
                "settle",
                "day_off",
                "tick",
            )
        ),
        st.integers(0, 11),
        st.integers(0, 3),
    ),
    max_size=10,
)
people = st.lists(st.sampled_from(STANDINGS), min_size=2, max_size=7)


@dataclass
class World:
    """An office with its days and people; each step asks for something, lawful or not."""

    office: Office
    clerk: Actor
    department: Actor
    days: list[ReceptionDay]
    appeals: list[Appeal]
    at: datetime
    refusals: list[UnlawfulError] = field(default_factory=list)

    def step(self, what: str, who: int, which: int) -> None:
        self.at += timedelta(hours=2)
        try:
            with transaction.atomic():
                getattr(self, what)(self.appeals[who % len(self.appeals)], which)
        except UnlawfulError as refused:
            self.refusals.append(refused)

    def asked(self, appeal: Appeal | None = None) -> Asked:
        return Asked(by=Actor.applicant(self.office.pk, appeal.pk) if appeal else self.clerk, at=self.at)

    def cancel(self, appeal: Appeal, _which: int) -> None:
        replanning.release(appeal.pk, why=Why.APPLICANT, asked=self.asked(appeal))

    def earlier(self, appeal: Appeal, _which: int) -> None:
        replanning.wish_earlier(appeal.pk, asked=self.asked(appeal))

    def take(self, appeal: Appeal, which: int) -> None:
        offer = queries.open_offer(appeal)
        hours = [hour.slot_id for hour in offer.hours.all()] if offer else [0]
        replanning.take_offered(appeal.pk, slot_id=hours[which % len(hours)], asked=self.asked(appeal))

    def decline(self, appeal: Appeal, _which: int) -> None:
        replanning.decline_offer(appeal.pk, asked=self.asked(appeal))

    def another(self, appeal: Appeal, which: int) -> None:
        row = Appointment.objects.filter(appeal=appeal, live=True).first()
        free = queries.other_hours(row, self.at) if row else []
        if free:
            slot = free[which % len(free)]
            replanning.move_hour(appeal.pk, slot_id=slot.pk, why=Why.APPLICANT, asked=self.asked(appeal))

    def carry(self, _appeal: Appeal, which: int) -> None:
        replanning.offer_carried(self.days[which % len(self.days)].pk, asked=self.asked())

    def absent(self, _appeal: Appeal, which: int) -> None:
        day = ReceptionDay.objects.get(pk=self.days[which % len(self.days)].pk)
        told = replanning.Told(day.official_id, day.on, day.on, Cause.TRIP, "помощник", self.at)
        replanning.tell_absence(self.office, told, by=self.clerk, at=self.at)

    def settle(self, _appeal: Appeal, which: int) -> None:
        for one in queries.open_absent_days(self.office.pk):
            found = options(affected(one.day), self.at)
            chosen = found[which % len(found)]
            replanning.replan_day(one.day_id, key=chosen.key, seen=chosen.digest, asked=self.asked())

    def day_off(self, _appeal: Appeal, which: int) -> None:
        on = self.days[which % len(self.days)].on
        replanning.fall_out(self.office.pk, on, by=self.clerk, at=self.at)

    def tick(self, _appeal: Appeal, which: int) -> None:
        self.at += timedelta(days=which)
        replanning.tick(self.office, self.at)


def nothing_is_double_booked() -> None:
    live = list(Appointment.objects.filter(live=True).values_list("appeal_id", "slot_id"))
    assert len({slot for _, slot in live}) == len({appeal for appeal, _ in live}) == len(live)
    taken = dict(Slot.objects.exclude(taken_by=None).values_list("pk", "taken_by"))
    assert taken == {slot: appeal for appeal, slot in live}
    places = list(Claim.objects.values_list("office", "what", "tick"))
    assert len(set(places)) == len(places)
    gone = Appointment.objects.filter(live=True, slot__day__taken_off_at__isnull=False)
    assert not gone.exists()


def nobody_is_lost(world: World) -> None:
    """Everybody has an hour, or stands in the line with the decision, and can be offered one."""
    has_hour = set(Appointment.objects.filter(live=True).values_list("appeal_id", flat=True))
    for appeal in world.appeals:
        appeal.refresh_from_db()
        assert appeal.stage in LIVE
        assert (appeal.stage is State.APPOINTED) == (appeal.pk in has_hour)
    held = set(Slot.objects.exclude(held_for=None).exclude(held_for=0).values_list("held_for", flat=True))
    assert held == set(Offer.objects.filter(state="open").values_list("appeal_id", flat=True))


def every_change_is_told(world: World) -> None:
    """Each move that owes a letter has it in the outbox, under the key of its link of the journal."""
    keys = set(Message.objects.values_list("key", flat=True))
    for entry in Entry.objects.filter(office=world.office, action__in=TOLD):
        written = [key for key in keys if key.startswith(f"journal-{world.office.pk}-{entry.seq}:")]
        assert written, (entry.action, entry.object)


def the_order_was_kept(world: World, appeals: list[Appeal], law: Precedence) -> None:
    """As first distributed: nobody stands before somebody whom the law puts ahead."""
    rows = Appointment.objects.filter(appeal__in=appeals).order_by("slot__starts_at")
    by_id = {appeal.pk: appeal for appeal in appeals}
    got = [row.appeal_id for row in rows]
    wanted = [one.number for one in law.order(waiting_of(by_id[pk]) for pk in by_id)]
    assert got == wanted[: len(got)]
    assert world.days


@pytest.fixture
def found(
    office: Office, akim: Official, clerk: Actor, department: Actor, head: Actor
) -> Callable[[list[Standing | None]], World]:
    """The akim's three days of three hours; everybody is decided for the first of them."""

    def make(standings: list[Standing | None]) -> World:
        days = [posted(office, Plan(akim.pk, on, time(15), 15, 3, PLACE), by=clerk, at=MONDAY) for on in DAYS]
        appeals = []
        for minute, standing in enumerate(standings):
            wish = Wish(standing=standing, standing_proof="№ 1" if standing else "")
            appeals.append(approved_for(days[0], minute, clerk, department, head, wish))
        return World(office, clerk, department, days, appeals, moment(3, 3))

    return make


@pytest.mark.clause("11")
@pytest.mark.clause("28")
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(standings=people, life=steps)
def test_p28_whatever_happens_order_hours_people_and_letters_hold(
    found: Callable[[list[Standing | None]], World],
    standings: list[Standing | None],
    life: list[tuple[str, int, int]],
) -> None:
    with transaction.atomic():
        world = found(standings)
        asked = Asked(by=world.department, at=world.at)
        review.send_list(world.days[0].pk, asked=asked)
        review.distribute(world.days[0].pk, asked=Asked(by=world.clerk, at=world.at))
        the_order_was_kept(world, world.appeals, world.appeals[0].edition.get(Precedence))
        for what, who, which in life:
            world.step(what, who, which)
            nothing_is_double_booked()
            nobody_is_lost(world)
        every_change_is_told(world)
        assert all(refused.citation for refused in world.refusals)
        transaction.set_rollback(True)


@pytest.mark.clause("28")
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(standings=people, which=st.integers(0, 5))
def test_p28_a_day_moved_whole_keeps_its_order(
    found: Callable[[list[Standing | None]], World], standings: list[Standing | None], which: int
) -> None:
    with transaction.atomic():
        world = found(standings)
        review.send_list(world.days[0].pk, asked=Asked(by=world.department, at=world.at))
        review.distribute(world.days[0].pk, asked=Asked(by=world.clerk, at=world.at))
        before = list(Appointment.objects.filter(live=True).order_by("slot__starts_at"))
        world.step("absent", 0, 0)
        world.step("settle", 0, which)
        after = Appointment.objects.filter(live=True).order_by("slot__starts_at")
        order = [row.appeal_id for row in before]
        assert [row.appeal_id for row in after] == order[: after.count()]
        transaction.set_rollback(True)
