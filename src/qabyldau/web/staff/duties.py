"""What waits beside the worklist: numbers, letters, lists, hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from qabyldau.exchange import queries as exchange
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.review import queries as review
from qabyldau.web.consideration import duties as considered
from qabyldau.web.minutes import menu as minutes
from qabyldau.web.participation import duties as participation
from qabyldau.web.planning import duties as planning
from qabyldau.web.replanning import duties as replanning
from qabyldau.web.reporting import duties as reporting
from qabyldau.web.screening import duties as screening

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.web.staff.counts import Counts


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of things to do: how many, what, and where."""

    words: str
    url: str
    late: bool = False


def of(actor: Actor, office: Office, counts: Counts) -> list[Duty]:
    """Only what this person may do, and only where something waits."""
    return [
        *_decisions(actor, counts),
        *_days(actor),
        *_numbers(actor, office, counts),
        *_differences(actor, counts),
        *_letters(actor, counts),
        *_bodies(actor, counts),
        *_considered(actor, office),
        *(Duty(*line) for line in replanning.of(actor, counts)),
        *[Duty(*line) for line in planning.of(actor, office)],
        *_screened(actor, counts),
        *[Duty(*line) for line in reporting.of(actor, office)],
    ]


def _bodies(actor: Actor, counts: Counts) -> list[Duty]:
    """What waits because of bodies that take part, or do not."""
    day = timezone.localdate()
    rows = (*participation.of(actor, day, counts), *minutes.waits(actor, day))
    return [Duty(*row) for row in rows]


def _screened(actor: Actor, counts: Counts) -> list[Duty]:
    """What screening still owes: alarms, what is not ours, what did not come."""
    return [Duty(*line) for line in screening.of(actor, counts)]


def _considered(actor: Actor, office: Office) -> list[Duty]:
    """What waits before a decision: materials, notes, agreement, hearings."""
    return [Duty(*line) for line in considered.of(actor, office)]


def _decisions(actor: Actor, counts: Counts) -> list[Duty]:
    count = counts.decisions if actor.may(Right.DECIDE) else 0
    words = ngettext("%(count)s appeal awaits your decision", "%(count)s appeals await your decision", count)
    return [Duty(words % {"count": count}, reverse("staff:decisions"))] if count else []


def _days(actor: Actor) -> list[Duty]:
    if not (actor.may(Right.SEND_LIST) or actor.may(Right.APPOINT)):
        return []
    work = review.day_work(actor.office_id).values()
    to_list = sum(one.to_list for one in work) if actor.may(Right.SEND_LIST) else 0
    to_distribute = sum(one.to_distribute for one in work) if actor.may(Right.APPOINT) else 0
    listing = ngettext(
        "%(count)s decided person stands on no list yet",
        "%(count)s decided people stand on no list yet",
        to_list,
    )
    giving = ngettext(
        "%(count)s person on a list waits for an hour",
        "%(count)s people on a list wait for an hour",
        to_distribute,
    )
    rows = [(to_list, listing), (to_distribute, giving)]
    return [Duty(words % {"count": count}, reverse("staff:days")) for count, words in rows if count]


def _numbers(actor: Actor, office: Office, counts: Counts) -> list[Duty]:
    """Late from the alarm of the afternoon on, while there is still time to meet the duty."""
    if not actor.may(Right.NOTE_EXTERNAL_NUMBER):
        return []
    owed = len(counts.numbers)
    alarming = exchange.alarming(counts.numbers, office, timezone.now())
    words = ngettext(
        "%(count)s appeal waits for its number of e-Otinish",
        "%(count)s appeals wait for their numbers of e-Otinish",
        owed,
    )
    return [Duty(words % {"count": owed}, reverse("staff:numbers"), late=alarming)] if owed else []


def _differences(actor: Actor, counts: Counts) -> list[Duty]:
    count = counts.differing if actor.may(Right.NOTE_EXTERNAL_NUMBER) else 0
    words = ngettext(
        "%(count)s number of e-Otinish does not agree",
        "%(count)s numbers of e-Otinish do not agree",
        count,
    )
    return [Duty(words % {"count": count}, reverse("staff:exchange"), late=True)] if count else []


def _letters(actor: Actor, counts: Counts) -> list[Duty]:
    count = counts.letters if actor.may(Right.HAND_OVER_PAPER) else 0
    words = ngettext(
        "%(count)s letter must be handed over on paper",
        "%(count)s letters must be handed over on paper",
        count,
    )
    return [Duty(words % {"count": count}, reverse("staff:letters"))] if count else []
