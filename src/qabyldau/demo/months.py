"""A month of the sample office on its way: planned, checked, approved by the akim, posted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.demo.office import Troupe
from qabyldau.regulation.norms.schedule import ApprovingAct
from qabyldau.schedule import actions as schedule
from qabyldau.schedule.actions import Approval, Plan

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay

APPROVED_AFTER, POSTED_AFTER = timedelta(minutes=12), timedelta(minutes=20)
ACT = "{number}-ө"
GAP = "Еңбек демалысында; қабылдауды басқа орынбасар өткізеді."


def planned(troupe: Troupe, plan: Plan, at: datetime) -> ReceptionDay | None:
    """None: the day has gone already."""
    office = troupe.office
    if plan.on <= at.astimezone(ZoneInfo(office.zone)).date():
        return None
    return schedule.plan_day(office, plan, by=troupe.actors["department"], at=at)


def posted(troupe: Troupe, month: date, at: datetime) -> None:
    """Check the month, have the akim approve it, and post it."""
    office, department, akim = troupe.office, troupe.actors["department"], troupe.actors["akim"]
    version = schedule.check_month(office, month.replace(day=1), by=department, at=at)
    act = ApprovingAct(ACT.format(number=month.month * 10 + 2), (at + APPROVED_AFTER).date())
    schedule.approve_month(version.pk, Approval(act, GAP), by=akim, at=at + APPROVED_AFTER)
    schedule.publish_month(version.pk, by=department, at=at + POSTED_AFTER)
