"""What waits because of bodies: unready days, refusals to report, requests to tell of, own answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from qabyldau.bodies import queries as bodies
from qabyldau.participation import queries
from qabyldau.participation.kinds import Answer
from qabyldau.people.roles import Right
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.web.staff.counts import Counts

AHEAD = 10
Waits = tuple[str, str, bool]


def of(actor: Actor, day: date, counts: Counts) -> list[Waits]:
    """Words, address, whether it is late: only what this person may do, and where something waits."""
    return [*_unready(actor, day), *_refusals(actor, day, counts), *_untold(actor), *_invited(actor, day)]


def _unready(actor: Actor, day: date) -> list[Waits]:
    if not actor.may(Right.INVITE_BODIES):
        return []
    found = queries.unready_days(actor.office_id, day, worktime.calendar().shift(day, AHEAD))
    if not found:
        return []
    words = ngettext(
        "%(count)s reception of the akim is not ready: bodies are missing",
        "%(count)s receptions of the akim are not ready: bodies are missing",
        len(found),
    )
    url = reverse("staff:days_readiness", args=[found[0].pk])
    return [(words % {"count": len(found)}, url, False)]


def _refusals(actor: Actor, day: date, counts: Counts) -> list[Waits]:
    if not actor.may(Right.REPORT_REFUSALS):
        return []
    owed = counts.refusals
    words = ngettext(
        "%(count)s refusal to take part must be reported",
        "%(count)s refusals to take part must be reported",
        len(owed),
    )
    return [(words % {"count": len(owed)}, reverse("staff:refusals"), min(owed) <= day)] if owed else []


def _untold(actor: Actor) -> list[Waits]:
    """For the department and for the head, who decides on the longer term."""
    if not (actor.may(Right.ASK_CENTRAL) or actor.may(Right.DECIDE)):
        return []
    count = queries.central_of_office(actor.office_id).filter(told_on=None).count()
    words = ngettext(
        "%(count)s request to a central body: the applicant must be told",
        "%(count)s requests to central bodies: the applicants must be told",
        count,
    )
    return [(words % {"count": count}, reverse("staff:central"), False)] if count else []


def _invited(actor: Actor, day: date) -> list[Waits]:
    if not actor.may(Right.ANSWER_INVITATION):
        return []
    there = bodies.of_user(actor.office_id, actor.user_id, day)
    rows = queries.of_bodies(actor.office_id, there).filter(
        answer=Answer.SILENT, recalled_at=None, day__on__gte=day
    )
    count = rows.count()
    words = ngettext(
        "%(count)s invitation waits for your answer", "%(count)s invitations wait for your answer", count
    )
    return [(words % {"count": count}, reverse("staff:invited"), False)] if count else []
