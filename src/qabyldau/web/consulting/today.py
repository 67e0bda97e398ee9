"""Who helps today, whom they have helped, and the roster of the days to come."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.consulting import queries, roster
from qabyldau.people.roles import Right
from qabyldau.regulation.editions import governing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.consulting.forms import ConsultationForm, TurnForm
from qabyldau.web.consulting.words import KINDS, OUTCOMES
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.texts import law_message

AHEAD = timedelta(days=31)


@require_http_methods(["GET", "HEAD", "POST"])
def consulting(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    there = list(queries.on_day(office.pk, day))
    form = ConsultationForm(request.actor, there, request.POST if request.method == "POST" else None)
    against: UnlawfulError | None = None
    if form.is_valid():
        try:
            roster.consult(office, helped=form.helped(), by=request.actor, at=now())
        except UnlawfulError as unlawful:
            against = unlawful
        else:
            messages.success(request, gettext("The consultation is recorded."))
            return redirect("staff:consulting")
    given = list(queries.consultations(office.pk, day, day))
    context = {
        "today": day,
        "there": [(one, KINDS[one.kind]) for one in there],
        "given": [(one, KINDS[one.consultant.kind], OUTCOMES[one.outcome]) for one in given],
        "form": form if there else None,
        "clause": queries.clause(governing(office.code, day).edition),
        "is_reception_day": queries.is_reception_day(office.pk, day),
        "may_keep": request.actor.may(Right.KEEP_ROSTER),
        **_against(against),
    }
    return show(request, "consulting/today.html", context, _status(form, against))


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: StaffRequest) -> HttpResponse:
    """The roster: put somebody on a day."""
    office = office_of(request)
    day = today(office)
    form = TurnForm(request.POST if request.method == "POST" else None, initial={"on": day})
    against: UnlawfulError | None = None
    if form.is_valid():
        try:
            roster.put_on(office, turn=form.turn(), by=request.actor, at=now())
        except UnlawfulError as unlawful:
            against = unlawful
        else:
            messages.success(request, gettext("The consultant is on the roster."))
            return redirect("staff:consulting_roster")
    rows = queries.roster(office.pk, day, day + AHEAD)
    context = {
        "rows": [(one, KINDS[one.kind]) for one in rows],
        "form": form,
        "clause": queries.clause(governing(office.code, day).edition),
        **_against(against),
    }
    return show(request, "consulting/roster.html", context, _status(form, against))


@require_POST
def take_off(request: StaffRequest, consultant_id: int) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    row = get_object_or_404(queries.roster(office.pk, day, day + AHEAD), pk=consultant_id)
    roster.take_off(row.pk, by=request.actor, at=now())
    messages.success(request, gettext("The consultant is taken off the roster."))
    return redirect("staff:consulting_roster")


def _against(against: UnlawfulError | None) -> dict[str, object]:
    if against is None:
        return {}
    return {"against": law_message(against), "against_clause": against.citation}


def _status(form: ConsultationForm | TurnForm, against: UnlawfulError | None) -> int:
    if against:
        return CONFLICT
    return UNPROCESSABLE if form.errors else 200
