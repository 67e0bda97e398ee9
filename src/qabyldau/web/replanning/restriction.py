"""Restrictive measures: what they turn is shown first; declared, lifted, and nothing restored silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import VideoOnly
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.schedule import queries as schedule
from qabyldau.schedule import restrictions
from qabyldau.schedule.restrictions import Declared
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.replanning.words import ANSWERS
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, office_of, show, today
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.replanning.actions.restriction import Turned
    from qabyldau.schedule.models import Restriction

WRONG_DAY = _("The day should look like 31.12.2026")


class RestrictionForm(forms.Form):
    """The act, and its days."""

    use_required_attribute = False
    act_number = forms.CharField(
        label=_("Number of the act"), max_length=60, error_messages={"required": _("Name the act")}
    )
    act_date = forms.DateField(
        label=_("Date of the act"),
        widget=DayInput,
        error_messages={"required": _("Name the date of the act"), "invalid": WRONG_DAY},
    )
    since = forms.DateField(
        label=_("First day"),
        widget=DayInput,
        error_messages={"required": _("Name the first day"), "invalid": WRONG_DAY},
    )
    until = forms.DateField(
        label=_("Last day"),
        help_text=_("Empty: until it is lifted"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": WRONG_DAY},
    )

    def declared(self) -> Declared:
        given = self.cleaned_data
        return Declared(given["act_number"], given["act_date"], given["since"], given["until"])


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: StaffRequest) -> HttpResponse:
    """First what it would turn, then the act: nothing is changed by looking."""
    office, may = office_of(request), request.actor.may(Right.DECLARE_RESTRICTION)
    form = RestrictionForm(request.POST or None)
    looked = may and form.is_valid()
    if looked and "confirm" in request.POST and _declared(request, form):
        return redirect("staff:restrictions")
    turned: list[Turned] = []
    if looked and form.is_valid():
        wanted = form.declared()
        turned = replanning.would_turn(office, wanted.since, wanted.until, today(office))
    context = {
        "form": form,
        "may_declare": may,
        "looked": looked and form.is_valid(),
        "turned": turned,
        "people": sum(len(one.people) for one in turned),
        "rows": [_row(one, today(office)) for one in restrictions.of_office(office.pk)],
        "citation": governing(office.code, today(office)).edition.cite(VideoOnly),
        "today": today(office),
    }
    return show(
        request, "replanning/restrictions.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _declared(request: StaffRequest, form: RestrictionForm) -> bool:
    try:
        replanning.declare_restriction(office_of(request), form.declared(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        clause = f" ({unlawful.citation.words[language()]})" if unlawful.citation else ""
        form.add_error("until", law_message(unlawful) + clause)
        return False
    messages.success(request, gettext("The restriction is declared; everybody inside it is told and asked."))
    return True


def _row(row: Restriction, day: date) -> dict[str, object]:
    """A restriction with its answers, and what may be turned back after it."""
    asks = list(queries.video_asks(row.pk))
    said = [(ANSWERS[code], sum(one.answer == code for one in asks)) for code in ANSWERS]
    return {
        "row": row,
        "in_force": row.since <= day and (row.until is None or day <= row.until),
        "over": row.until is not None and row.until < day,
        "asked": len(asks),
        "said": said,
        "silent": [one for one in asks if not one.answer],
        "back": replanning.may_turn_back(row, day),
    }


@require_POST
def lift(request: StaffRequest, restriction_id: int) -> HttpResponse:
    """Today is its last day; what it turned stays turned until somebody decides."""
    office = office_of(request)
    found = restrictions.restriction(office.pk, restriction_id)
    replanning.lift_restriction(found.pk, last_day=today(office), by=request.actor, at=now())
    messages.success(
        request, gettext("The restriction ends today. Nothing was changed back: decide on each day below.")
    )
    return redirect("staff:restrictions")


@require_POST
def turn_back(request: StaffRequest, restriction_id: int, day_id: int) -> HttpResponse:
    get_object_or_404(schedule.days(request.actor.office_id), pk=day_id)
    replanning.turn_back(restriction_id, day_id, asked=Asked(by=request.actor, at=now()))
    messages.success(request, gettext("The day is in person again; everybody on it is told."))
    return redirect("staff:restrictions")
