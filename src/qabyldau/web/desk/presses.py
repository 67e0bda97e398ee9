"""What the buttons of the desk do; a refusal is said with its clause, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.journal import queries as entries
from qabyldau.reception import desk, queries
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.norms.reception import IdentityShown, Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import queries as review
from qabyldau.web.desk.forms import ArrivalForm, OutOfOrderForm
from qabyldau.web.desk.rows import visit_of, warnings
from qabyldau.web.desk.words import DONE
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, show
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

LONGEST_KEY = 40
PRESSES: dict[str, Callable[..., Visit]] = {
    DeskAct.CALL_AGAIN: desk.call_again,
    DeskAct.START: desk.start,
    DeskAct.FINISH: desk.finish,
    DeskAct.ABSENT: desk.absent,
    DeskAct.LEAVE: desk.leave,
    DeskAct.RECALL: desk.recall,
    DeskAct.STEP_BACK: desk.step_back,
    DeskAct.CANCEL: desk.cancel,
}


@require_http_methods(["GET", "POST"])
def arrive(request: StaffRequest, day_id: int, appeal_id: int) -> HttpResponse:
    """Check somebody in: identity, authority, a standing with its proof."""
    day = seen_day(request, day_id)
    appeal = get_object_or_404(registry.visible_to(request.actor), pk=appeal_id)
    form = ArrivalForm(appeal, request.POST or None)
    refused: UnlawfulError | None = None
    if form.is_valid():
        asked = Asked(by=request.actor, at=now(), once=form.cleaned_data["once"])
        try:
            visit = desk.arrive(appeal.pk, arrival=form.arrival(), asked=asked)
        except UnlawfulError as unlawful:
            refused = unlawful
        else:
            _said(request, DeskAct.ARRIVE, visit)
            return redirect("staff:desk_day", day.pk)
    context = {
        "day": day,
        "appeal": appeal,
        "form": form,
        "clause": appeal.edition.cite(IdentityShown),
        "order_clause": appeal.edition.cite(Precedence),
        "warnings": warnings(appeal, _mode(appeal)),
        **_against(refused),
    }
    return show(request, "desk/arrive.html", context, UNPROCESSABLE if form.is_bound else 200)


def _mode(appeal: Appeal) -> Mode:
    appointment = review.live_appointment(appeal)
    return Mode(appointment.mode) if appointment else Mode.IN_PERSON


@require_POST
def call_next(request: StaffRequest, day_id: int) -> HttpResponse:
    """Whoever is next in the order of the law."""
    day = seen_day(request, day_id)
    asked = _asked(request, DeskAct.CALL)
    return _pressed(request, day, DeskAct.CALL, asked, lambda: desk.call(day.pk, asked=asked))


@require_http_methods(["GET", "POST"])
def call_out_of_order(request: StaffRequest, day_id: int, visit_id: int) -> HttpResponse:
    """Somebody else than the next, for a reason that is kept."""
    day, visit = _of_day(request, day_id, visit_id)
    form = OutOfOrderForm(request.POST or None)
    refused: UnlawfulError | None = None
    if form.is_valid():
        asked = Asked(by=request.actor, at=now())
        try:
            desk.call(day.pk, visit_id=visit.pk, motive=form.cleaned_data["motive"], asked=asked)
        except UnlawfulError as unlawful:
            refused = unlawful
        else:
            _said(request, DeskAct.CALL, visit)
            return redirect("staff:desk_day", day.pk)
    context = {"day": day, "visit": visit, "form": form, **_against(refused)}
    context["clause"] = queries.law_of(day).cite(Precedence)
    return show(request, "desk/out_of_order.html", context, UNPROCESSABLE if form.is_bound else 200)


@require_POST
def press(request: StaffRequest, day_id: int, visit_id: int, act: str) -> HttpResponse:
    """One button about one person."""
    day, visit = _of_day(request, day_id, visit_id)
    do = PRESSES.get(act)
    if do is None:
        raise Http404
    asked = _asked(request, DeskAct(act), visit.pk)
    return _pressed(request, day, DeskAct(act), asked, lambda: do(visit.pk, asked=asked))


def _asked(request: StaffRequest, act: DeskAct, visit_id: int | str = "") -> Asked:
    """A button pressed twice on one page is one press; another button of that page is another."""
    page = request.POST.get("once", "")[:LONGEST_KEY]
    return Asked(by=request.actor, at=now(), once=f"{page}:{act}:{visit_id}" if page else "")


def _pressed(
    request: StaffRequest, day: ReceptionDay, act: DeskAct, asked: Asked, do: Callable[[], Visit]
) -> HttpResponse:
    back = redirect("staff:desk_day", day.pk)
    if entries.asked_before(day.office_id, asked.once):
        return back
    try:
        _said(request, act, do())
    except IntegrityError:
        # The same press may have come twice at once, and its twin was first.
        if not entries.asked_before(day.office_id, asked.once):
            raise
    except UnlawfulError as unlawful:
        clause = f" ({unlawful.citation.words[language()]})" if unlawful.citation else ""
        messages.error(request, f"{law_message(unlawful)}{clause}")
    return back


def _of_day(request: StaffRequest, day_id: int, visit_id: int) -> tuple[ReceptionDay, Visit]:
    day = seen_day(request, day_id)
    return day, visit_of(day, visit_id)


def _said(request: StaffRequest, act: DeskAct, visit: Visit) -> None:
    messages.success(request, DONE[act] % {"ticket": visit.ticket})


def _against(refused: UnlawfulError | None) -> dict[str, object]:
    if refused is None:
        return {}
    return {"against": law_message(refused), "against_clause": refused.citation}
