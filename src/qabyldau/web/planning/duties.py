"""What waits in the schedule: a gap, the akim's word, the posting; and who is asked about today."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.sameday import queries as sameday
from qabyldau.schedule import gaps
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.kinds import Stage

if TYPE_CHECKING:
    from qabyldau.people.models import Office

Line = tuple[str, str, bool]


def of(actor: Actor, office: Office) -> list[Line]:
    """Words, address, and whether it is urgent."""
    return [*_gaps(actor, office), *_months(actor), *_asked(actor, office)]


def _gaps(actor: Actor, office: Office) -> list[Line]:
    if not (actor.may(Right.PLAN_DAYS) or actor.may(Right.APPROVE_SCHEDULE)):
        return []
    return [
        (
            ngettext(
                "%(count)s official has no reception in %(month)s",
                "%(count)s officials have no reception in %(month)s",
                len(one.officials),
            )
            % {"count": len(one.officials), "month": f"{one.month:%m.%Y}"},
            _address(one.month),
            True,
        )
        for one in gaps.due(office, timezone.now())
    ]


def _months(actor: Actor) -> list[Line]:
    """A month waits for the akim, and after him for whoever posts it."""
    found = []
    for version in schedule.open_versions(actor.office_id):
        month = {"month": f"{version.month:%m.%Y}"}
        if version.stage == Stage.CHECKED and actor.may(Right.APPROVE_SCHEDULE):
            words = gettext("The schedule of %(month)s awaits your approval") % month
            found.append((words, _address(version.month), False))
        if version.stage == Stage.APPROVED and actor.may(Right.PLAN_DAYS):
            words = gettext("The schedule of %(month)s is approved: it is to be posted") % month
            found.append((words, _address(version.month), False))
    return found


def _address(month: date) -> str:
    return reverse("staff:planning_month", args=[month.year, month.month])


def _asked(actor: Actor, office: Office) -> list[Line]:
    """An official who was asked is waited for."""
    if not (actor.official_id and actor.may(Right.ANSWER_TODAY)):
        return []
    zone = ZoneInfo(office.zone)
    day = timezone.now().astimezone(zone).date()
    count = sameday.waiting(actor, datetime.combine(day, time(0), zone)).count()
    words = ngettext(
        "%(count)s person asks to be received today",
        "%(count)s people ask to be received today",
        count,
    )
    return [(words % {"count": count}, reverse("staff:today"), True)] if count else []
