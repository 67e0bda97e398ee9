"""The bodies of one day: who must come, who was asked and what they said; and asking them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.participation import actions, queries
from qabyldau.participation.queries import Seat
from qabyldau.people.roles import Right
from qabyldau.regulation.norms.reception import InvitedBodies
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.participation.forms import InviteForm
from qabyldau.web.participation.words import ANSWERS, MARKS
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay


@require_http_methods(["GET", "HEAD", "POST"])
def bodies_of_day(request: StaffRequest, day_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    seats = queries.seats(day)
    form = _form(request, day, seats)
    against: UnlawfulError | None = None
    if form and form.is_valid():
        try:
            asked = actions.invite(day.pk, guests=form.guests(), by=request.actor, at=now())
        except UnlawfulError as unlawful:
            against = unlawful
        else:
            words = ngettext("%(count)s invitation is sent.", "%(count)s invitations are sent.", len(asked))
            messages.success(request, words % {"count": len(asked)})
            return redirect("staff:days_bodies", day.pk)
    law = queries.law_of(day)
    context = {
        "day": day,
        "seats": [row(seat) for seat in seats],
        "missing": queries.missing(day),
        "is_akims": queries.is_akims(day),
        "clause": law.cite(InvitedBodies) if law.has(InvitedBodies) else None,
        "form": form,
        "against": law_message(against) if against else "",
    }
    return show(request, "participation/day.html", context, _status(form, against))


def _status(form: InviteForm | None, against: UnlawfulError | None) -> int:
    if against:
        return CONFLICT
    return UNPROCESSABLE if form and form.errors else 200


def row(seat: Seat) -> dict[str, object]:
    """A seat as tables show it."""
    invitation = seat.invitation
    return {
        "seat": seat,
        "invitation": invitation,
        "answer": ANSWERS[seat.answer] if invitation else None,
        "mark": MARKS[seat.answer],
        "reply": queries.last_reply(invitation) if invitation else None,
        "presence": getattr(invitation, "presence", None) if invitation else None,
    }


def _form(request: StaffRequest, day: ReceptionDay, seats: list[Seat]) -> InviteForm | None:
    """None: nobody is left to ask, or it is too late, or this person only notes who came."""
    late = day.on < today(office_of(request)) or day.published_at is None or day.taken_off_at is not None
    if late or not request.actor.may(Right.INVITE_BODIES):
        return None
    asked = {seat.body.pk for seat in seats if seat.body and seat.invitation}
    here = bodies.active(day.office_id, day.on, [BodyKind.TERRITORIAL])
    offered = [one for one in here if one.pk not in asked]
    if not offered:
        return None
    wanted = [seat.body.pk for seat in seats if seat.is_required and seat.body and not seat.invitation]
    matters = queries.may_be_told(request.actor, day)
    return InviteForm(offered, wanted, matters, request.POST if request.method == "POST" else None)
