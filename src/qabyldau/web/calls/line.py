"""What the device asks of us when it can: its key, numbers ahead, and to take in what it kept."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from qabyldau.calls import actions
from qabyldau.calls import queries as calls
from qabyldau.calls.actions import Entered, NumberError, Received
from qabyldau.registry import queries as appeals
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.web.calls.form import Read, read
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, office_of
from qabyldau.web.staff.register.page import statement

# Enough for a day without us; a device that has fewer left is given as many again.
AHEAD, ENOUGH = 100, 60
# A clock that is wrong by less than this is a slow line.
CLOCK_SECONDS = 60
SHOWN_BEFORE = 3
Answer = Annotated[str, StringConstraints(max_length=4000)]


class Prepared(BaseModel):
    """Which device asks, and how many numbers it has left."""

    model_config = ConfigDict(extra="forbid")
    device: UUID
    left: Annotated[int, Field(ge=0)]


class Sent(BaseModel):
    """A request as the device kept it. Both moments are of the device's own clock."""

    model_config = ConfigDict(extra="forbid")
    number: int
    taken_at: AwareDatetime
    sent_at: AwareDatetime
    said: dict[str, Answer]


@require_POST
def prepare(request: StaffRequest) -> JsonResponse:
    """The key of this device, and numbers if it runs short of them."""
    asked = Prepared.model_validate_json(request.body)
    office, at = office_of(request), now()
    numbers: list[int] = []
    if asked.left < ENOUGH:
        block = actions.reserve(office, AHEAD, device=asked.device, by=request.actor, at=at)
        numbers = [block.first, block.last]
    key = base64.b64encode(calls.device_key(office, asked.device)).decode()
    return JsonResponse({"key": key, "numbers": numbers})


@require_POST
def send(request: StaffRequest) -> HttpResponse:
    """One request, as often as the line needs: the same number is the same appeal."""
    sent = Sent.model_validate_json(request.body)
    office, at = office_of(request), now()
    before = calls.taken(office.pk, sent.number)
    checked = read(office, sent.said, at)
    if checked.form.errors and before is None:
        return JsonResponse({"faults": checked.faults()}, status=UNPROCESSABLE)
    try:
        entered = actions.take_in(office, _received(sent, checked, at), by=request.actor, at=at)
    except NumberError as refused:
        return JsonResponse({"code": refused.code, "words": _words(refused, sent)}, status=CONFLICT)
    return JsonResponse(_taken(request, entered, checked))


def _received(sent: Sent, checked: Read, at: datetime) -> Received:
    off = round((at - sent.sent_at).total_seconds())
    moment = sent.taken_at + (at - sent.sent_at) if abs(off) > CLOCK_SECONDS else sent.taken_at
    return Received(sent.number, statement(checked.desk, checked.form), moment, off)


def _taken(request: StaffRequest, entered: Entered, checked: Read) -> dict[str, object]:
    """The appeal, and others of the same person that are not finished."""
    appeal = entered.taken.appeal
    number, document = checked.form.identity()
    others: list[dict[str, str]] = []
    if number and not document:
        known = appeals.applicants_history(request.actor, number).exclude(state__in=FINAL)
        others = [_named(one.pk, one.number) for one in known.exclude(pk=appeal.pk)[:SHOWN_BEFORE]]
    return {**_named(appeal.pk, appeal.number), "new": entered.new, "others": others}


def _named(pk: int, number: str) -> dict[str, str]:
    return {"appeal": number, "url": reverse("staff:appeal", args=[pk])}


def _words(refused: NumberError, sent: Sent) -> str:
    if refused.code == "unknown":
        return gettext("This number was not given to our office: send the request under a new number.")
    there = gettext("Another request came in under %(number)s: send this one under a new number.")
    return there % {"number": calls.written(sent.number)}
