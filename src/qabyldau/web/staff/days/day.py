"""The page of a day: who was decided for it, its lists in the order of the law, its hours, the day itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.consulting import queries as consulting
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.registry.moves import Asked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.control import Distribution, ReceptionList
from qabyldau.regulation.norms.queue import IN_ORDER, Precedence, Standing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review_actions
from qabyldau.review import queries as review
from qabyldau.review.actions.appoint import capacity
from qabyldau.schedule import actions as schedule_actions
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.kinds import DayKind
from qabyldau.schedule.sheets import line_of
from qabyldau.web.papers import rows as papers
from qabyldau.web.staff.page import StaffRequest, language, now, office_of, show, today
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import ListEntry
    from qabyldau.schedule.models import ReceptionDay, Slot

NEXT_DAYS = 3


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day: free, or given to somebody, who came, did not come, or is awaited."""

    slot: Slot
    appeal: Appeal | None = None
    mode: str = ""
    came: bool | None = None

    @property
    def is_awaited(self) -> bool:
        return self.appeal is not None and self.appeal.stage is State.APPOINTED


def seen_day(request: StaffRequest, day_id: int) -> ReceptionDay:
    """A day of the actor's office; an official sees their own."""
    found = get_object_or_404(schedule.days(request.actor.office_id), pk=day_id)
    if not request.actor.may(Right.READ_APPEALS) and found.official_id != request.actor.official_id:
        raise Http404
    return found


@require_safe
def day(request: StaffRequest, day_id: int) -> HttpResponse:
    found = seen_day(request, day_id)
    office, actor = office_of(request), request.actor
    law = governing(office.code, found.on).edition
    waiting = review.listed_waiting(found)
    context: dict[str, object] = {
        "day": found,
        "hours": hours(found),
        "decided": review.decided_for(found),
        "waiting": waiting,
        "capacity": capacity(found, now()) if waiting else None,
        "lists": [
            (one, [(entry, _reason(entry)) for entry in one.entries.all()]) for one in review.lists_of(found)
        ],
        "missed": [one for one in reception.attended(found) if not one.came],
        "next_days": schedule.next_days(found.official_id, after=found.on)[:NEXT_DAYS] if waiting else [],
        "list_clause": law.cite(ReceptionList),
        "distribution_clause": law.cite(Distribution),
        "order_clause": law.cite(Precedence) if law.has(Precedence) else None,
        "papers": papers.rows(found.key),
        "agreed_with": consulting.agreed_with(found.official_id, found.on),
        **_open_to(actor, found, today(office)),
    }
    return show(request, "day.html", context)


def _open_to(actor: Actor, found: ReceptionDay, on: date) -> dict[str, bool]:
    """What this person may do with the day, as of this date."""
    plans = actor.may(Right.PLAN_DAYS)
    return {
        "may_publish": plans and _stands_alone(found),
        "may_change": plans and found.on >= on and found.kind != DayKind.SAME_DAY,
        "may_plan": plans,
        "may_list": actor.may(Right.SEND_LIST),
        "may_distribute": actor.may(Right.APPOINT),
        "may_record": actor.may(Right.RECORD_RECEPTION) and found.on <= on,
        "is_today": found.on == on,
    }


def _stands_alone(found: ReceptionDay) -> bool:
    """A draft that may be posted by itself: of officials whose schedule the akim need not approve."""
    law = governing(found.office.code, found.on).edition
    waits = schedule_actions.needs_the_akim([], [line_of(found)], law)
    return found.published_at is None and not waits


def hours(found: ReceptionDay) -> list[Hour]:
    """Every hour in order, with whoever has it."""
    given = {one.slot_id: one for one in review.appointments(found)}
    came = {one.appointment.slot_id: one.came for one in reception.attended(found)}
    rows = []
    for slot in schedule.slots(found.pk):
        one = given.get(slot.pk)
        rows.append(Hour(slot, one.appeal, one.mode, came.get(slot.pk)) if one else Hour(slot))
    return rows


def _reason(entry: ListEntry) -> str:
    """Why this place: in the order of registration, or the standing that puts ahead."""
    if entry.reason == IN_ORDER:
        return gettext("in the order of registration")
    return Standing(entry.reason).words[language()]


@require_POST
def publish(request: StaffRequest, day_id: int) -> HttpResponse:
    found = seen_day(request, day_id)
    schedule_actions.publish_day(found.pk, by=request.actor, at=now())
    messages.success(request, gettext("The day is published: it stands on the public page."))
    return redirect("staff:days_day", day_id)


@require_POST
def send_list(request: StaffRequest, day_id: int) -> HttpResponse:
    """Form the list from the decisions, in the order of the law, and fix it."""
    found = seen_day(request, day_id)
    try:
        sent = review_actions.send_list(found.pk, asked=Asked(by=request.actor, at=now()))
    except UnlawfulError as unlawful:
        messages.error(request, law_message(unlawful))
    else:
        words = gettext("List %(number)s is formed and sent: its order is fixed.")
        messages.success(request, words % {"number": sent.number})
    return redirect("staff:days_day", day_id)


@require_POST
def distribute(request: StaffRequest, day_id: int) -> HttpResponse:
    """Give the free hours in the order of the list; who does not fit is carried over, in order."""
    found = seen_day(request, day_id)
    done = review_actions.distribute(found.pk, asked=Asked(by=request.actor, at=now()))
    given, carried = len(done.appointed), len(done.carried)
    words = ngettext(
        "%(count)s person has an hour; the letter is on its way.",
        "%(count)s people have their hours; the letters are on their way.",
        given,
    )
    messages.success(request, words % {"count": given})
    if carried:
        words = ngettext(
            "%(count)s person did not fit into the day and is carried over.",
            "%(count)s people did not fit into the day and are carried over.",
            carried,
        )
        messages.warning(request, words % {"count": carried})
    return redirect("staff:days_day", day_id)
