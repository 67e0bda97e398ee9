"""A month on its way in tests: checked by the department, approved by the akim, posted."""

from dataclasses import replace
from datetime import date, datetime, time

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.regulation.norms.schedule import ApprovingAct
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions as schedule
from qabyldau.schedule.actions import Approval, Plan
from qabyldau.schedule.models import ReceptionDay, Version

ACT = Approval(ApprovingAct("12-ө", date(2026, 2, 20)), gap_reason="Еңбек демалысы.")


ROOM = Words(kk="қабылдау бөлмесі", ru="приемная")
THAT_DAY = date(2026, 3, 19)


def plan(official: Official, on: date = THAT_DAY, **changes: object) -> Plan:
    """An afternoon of four hours, or otherwise as said."""
    return replace(Plan(official.pk, on, time(15, 0), 15, 4, ROOM), **changes)  # type: ignore[arg-type]


def akim_of(by: Actor) -> Actor:
    """The akim of the actor's office."""
    return Actor(
        kind=by.kind,
        office_id=by.office_id,
        name="akim",
        user_id=by.user_id,
        roles=frozenset({Role.AKIM}),
    )


def post_month(office: Office, month: date, *, by: Actor, at: datetime) -> Version:
    checked = schedule.check_month(office, month.replace(day=1), by=by, at=at)
    schedule.approve_month(checked.pk, ACT, by=akim_of(by), at=at)
    return schedule.publish_month(checked.pk, by=by, at=at)


def posted(office: Office, plan: Plan, *, by: Actor, at: datetime) -> ReceptionDay:
    """A day planned and posted with its month."""
    day = schedule.plan_day(office, plan, by=by, at=at)
    post_month(office, plan.on, by=by, at=at)
    day.refresh_from_db()
    return day
