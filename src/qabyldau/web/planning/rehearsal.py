"""Rehearse a month: what would be waited, overrun and answered too late; after it, forecast beside fact."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau import rehearsal
from qabyldau.reception import history
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.regulation.terms import CalendarDays
from qabyldau.regulation.wording import WEEKDAYS
from qabyldau.rehearsal import Month, Sitting
from qabyldau.schedule import actions
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import Foretold
from qabyldau.schedule.checks import next_month, working_days
from qabyldau.schedule.hours import cut
from qabyldau.web.planning.month import asked_month
from qabyldau.web.planning.words import ASSUMED
from qabyldau.web.staff.page import (
    UNPROCESSABLE,
    StaffRequest,
    language,
    now,
    office_of,
    show,
    today,
)
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.rehearsal import Habits
    from qabyldau.schedule.models import ReceptionDay, Rehearsal

PAST = timedelta(days=730)
HOUR = 60
THURSDAY = 3
FIRST_SEED = 2026


class WishForm(forms.Form):
    """What if one more hour on Thursdays? No minutes: the month as it is."""

    use_required_attribute = False
    weekday = forms.TypedChoiceField(label=_("What if, on which weekday"), coerce=int, initial=str(THURSDAY))
    minutes = forms.IntegerField(
        label=_("so many minutes more"),
        initial=60,
        min_value=0,
        max_value=480,
        widget=forms.NumberInput(attrs={"data-size": "twelve"}),
        error_messages={
            "required": _("Say how many minutes"),
            "min_value": _("Not fewer than none"),
            "max_value": _("At most 480 minutes"),
            "invalid": _("Enter a whole number"),
        },
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        named = [(str(day), words[language()]) for day, words in enumerate(WEEKDAYS[:5])]
        self.fields["weekday"].choices = named  # type: ignore[attr-defined]  # a choice


@require_http_methods(["GET", "HEAD", "POST"])
def rehearse(request: StaffRequest, year: int, month_number: int) -> HttpResponse:
    office, first = office_of(request), asked_month(year, month_number)
    form = WishForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        if _kept(request, office, first, given["weekday"], given["minutes"]):
            return redirect("staff:planning_rehearsal", year, month_number)
        form.add_error(
            None, gettext("The month has no day of reception ahead: there is nothing to rehearse.")
        )
    kept = list(schedule.rehearsals(office.pk, first)[:10])
    over = next_month(first) <= today(office)
    context = {
        "month": first,
        "form": form,
        "kept": kept,
        "last": kept[0] if kept else None,
        "rows": _rows(kept[0]) if kept else [],
        "assumed": [ASSUMED[name] for name in kept[0].asked["assumed"]] if kept else [],
        "fact": asdict(history.fact(office, first, next_month(first))) if over else None,
        "answer_clause": governing(office.code, max(first, today(office))).edition.cite(AnswerDeadline),
    }
    return show(request, "planning/rehearsal.html", context, status=UNPROCESSABLE if form.errors else 200)


def _kept(request: StaffRequest, office: Office, first: date, weekday: int, minutes: int) -> bool:
    """Play the month, and the month with the wish, by one seed; False: there is nothing to play."""
    month = _month(office, first)
    if month is None:
        return False
    habits = _habits(office)
    seed = FIRST_SEED + schedule.rehearsals(office.pk, first).count()
    wished = rehearsal.longer(month, weekday, minutes)
    found = {
        "plain": rehearsal.rehearse(month, habits, seed=seed).as_row(),
        "wished": rehearsal.rehearse(wished, habits, seed=seed).as_row() if wished != month else None,
    }
    asked: dict[str, Any] = {
        "weekday": weekday,
        "minutes": minutes,
        "seen": habits.seen,
        "assumed": sorted(habits.assumed),
        "sittings": len(month.sittings),
        "hours": sum(len(one.starts) for one in month.sittings),
        "backlog": len(month.backlog),
    }
    actions.keep_rehearsal(office, first, Foretold(seed, asked, found), by=request.actor, at=now())
    messages.success(request, gettext("The month is rehearsed."))
    return True


def _habits(office: Office) -> Habits:
    day = today(office)
    past = history.of_office(office, day - PAST, day - timedelta(days=1), worktime.calendar())
    known = [one.registered_on for one in past.appeals]
    since = min(known, default=past.since)
    working = frozenset(day for day in past.working if day >= since)
    return rehearsal.habits(rehearsal.History(since, past.until, working, past.appeals))


def _month(office: Office, first: date) -> Month | None:
    """What lies ahead of the month; None: its calendar is unknown, or nobody receives."""
    begins = max(first, today(office))
    try:
        working = tuple(day for day in working_days(worktime.calendar(), first) if day >= begins)
    except CalendarUnknownError:
        return None
    days = [day for day in schedule.of_month(office.pk, first) if day.on > begins or day.on == first]
    within = governing(office.code, begins).edition.get(AnswerDeadline).within
    if not days or not working or not isinstance(within, CalendarDays):
        return None
    sittings = tuple(_sitting(day) for day in days)
    return Month(working, sittings, history.backlog(office, begins), within.count)


def _sitting(day: ReceptionDay) -> Sitting:
    hours = cut(day.opens, day.slot_minutes, day.slot_count, day.break_at, day.break_minutes)
    starts = tuple(begins.hour * HOUR + begins.minute for begins, _ in hours)
    ends = day.closes
    return Sitting(day.official_id, day.on, starts, day.slot_minutes, ends.hour * HOUR + ends.minute)


def _rows(kept: Rehearsal) -> list[dict[str, Any]]:
    """Line by line: what is foretold, and with the wish."""
    words = {
        "waiting": gettext("Waiting of one person, minutes"),
        "overtime": gettext("Overtime of one reception, minutes"),
        "missed": gettext("Answers that would come too late"),
        "received": gettext("People received"),
        "absent": gettext("People who do not come"),
        "asked": gettext("New requests"),
        "free": gettext("Hours left free"),
    }
    plain, wished = kept.found["plain"], kept.found["wished"] or {}
    return [
        {"name": name, "words": said, "plain": plain[name], "wished": wished.get(name)}
        for name, said in words.items()
    ]
