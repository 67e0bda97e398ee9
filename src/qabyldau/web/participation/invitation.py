"""One invitation before the department: what the body was told, what it answered, whether it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qabyldau.participation import actions, queries
from qabyldau.people.roles import Right
from qabyldau.registry.errors import StaleError
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.participation.forms import MattersForm, PresenceForm, ReplyForm
from qabyldau.web.participation.words import ANSWERS, MARKS
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.participation.models import Invitation

STALE = "stale"


def _seen(request: StaffRequest, invitation_id: int) -> Invitation:
    return get_object_or_404(queries.of_office(request.actor.office_id), pk=invitation_id)


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: StaffRequest, invitation_id: int) -> HttpResponse:
    """The page, and the answer that the department heard by phone or read on paper."""
    row = _seen(request, invitation_id)
    may = request.actor.may(Right.INVITE_BODIES)
    posted = request.POST if request.method == "POST" and may else None
    form = ReplyForm(row, posted)
    against = ""
    if form.is_valid():
        against = replied(request, row, form)
        if not against:
            return redirect("staff:participation_invitation", row.pk)
    context = {
        **shown(request, row),
        "form": form if may and is_open(request, row) else None,
        "against": against,
        "may_retell": may and is_open(request, row),
        "may_note": _may_note(request, row),
    }
    return show(request, "participation/invitation.html", context, status(form, against))


def status(form: ReplyForm | MattersForm | PresenceForm, against: str) -> int:
    if against:
        return CONFLICT
    return UNPROCESSABLE if form.errors else 200


def replied(request: StaffRequest, row: Invitation, form: ReplyForm) -> str:
    """What stands against the answer; empty: it is recorded."""
    try:
        actions.reply(row.pk, said=form.said(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        return law_message(unlawful)
    except StaleError:
        return gettext(
            "Somebody has answered a moment ago: look at the answer below, then answer anew if needed."
        )
    messages.success(request, gettext("The answer is recorded."))
    return ""


def shown(request: StaffRequest, row: Invitation) -> dict[str, object]:
    """What every page of an invitation shows."""
    replies = list(row.replies.all())
    return {
        "invitation": row,
        "day": row.day,
        "answer": ANSWERS[row.answer],
        "mark": MARKS[row.answer],
        "replies": [(one, ANSWERS[one.answer], MARKS[one.answer]) for one in reversed(replies)],
        "presence": getattr(row, "presence", None),
        "is_past": row.day.on < today(office_of(request)),
    }


def is_open(request: StaffRequest, row: Invitation) -> bool:
    """Whether an answer may still be given."""
    over = row.recalled_at is not None or row.day.on < today(office_of(request))
    return not over and getattr(row, "presence", None) is None


def _may_note(request: StaffRequest, row: Invitation) -> bool:
    came = getattr(row, "presence", None) is None and row.day.on <= today(office_of(request))
    return came and row.recalled_at is None and request.actor.may(Right.RECORD_PRESENCE)


@require_http_methods(["GET", "HEAD", "POST"])
def matters(request: StaffRequest, invitation_id: int) -> HttpResponse:
    """Other matters: a new paper in place of the one that was sent."""
    row = _seen(request, invitation_id)
    known = {one.appeal_id: one.gist for one in row.matters.all()}
    offered = {one.pk: one for one in queries.may_be_told(request.actor, row.day)}
    offered |= {one.appeal_id: one.appeal for one in row.matters.all()}
    form = MattersForm(offered.values(), request.POST if request.method == "POST" else None, known)
    against = ""
    if form.is_valid():
        try:
            actions.retell(row.pk, gists=form.gists(), by=request.actor, at=now())
        except UnlawfulError as unlawful:
            against = law_message(unlawful)
        else:
            messages.success(
                request, gettext("A new paper with these matters is sent; it replaces the one before.")
            )
            return redirect("staff:participation_invitation", row.pk)
    context = {"invitation": row, "day": row.day, "form": form, "against": against}
    return show(request, "participation/matters.html", context, status(form, against))


@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: StaffRequest, invitation_id: int) -> HttpResponse:
    """On the day: the representative came, or did not."""
    row = _seen(request, invitation_id)
    form = PresenceForm(request.POST if request.method == "POST" else None)
    against = ""
    if form.is_valid():
        against = _noted(request, row, form)
        if not against:
            return redirect("staff:days_bodies", row.day_id)
    context = {**shown(request, row), "form": form, "against": against, "last": queries.last_reply(row)}
    return show(request, "participation/presence.html", context, status(form, against))


def _noted(request: StaffRequest, row: Invitation, form: PresenceForm) -> str:
    given = form.cleaned_data
    try:
        actions.attend(row.pk, came=given["came"] == "yes", name=given["name"], by=request.actor, at=now())
    except UnlawfulError as unlawful:
        return law_message(unlawful)
    except StaleError:
        return gettext("Somebody has already noted whether the representative came.")
    messages.success(request, gettext("It is recorded."))
    return ""
