"""The door by which an SMS provider reports on delivery: no session, no form; its proof is the key."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from qabyldau.config import wiring
from qabyldau.journal import actions as journal
from qabyldau.outbox import reports
from qabyldau.people import actions as people
from qabyldau.people import queries
from qabyldau.people.actor import Actor
from qabyldau.ports.delivery import UnprovedError

logger = logging.getLogger(__name__)
# Whoever knocks without end fills no journal: the rest of the hour is counted only.
JOURNALED_AN_HOUR = 10


@csrf_exempt
@require_http_methods(["GET", "POST"])
def sms(request: HttpRequest) -> HttpResponse:
    """A proved report is recorded, one on an unknown message forgotten; anything else is turned away."""
    reader = wiring.report_reader()
    if reader is None:
        return _turned_away()
    try:
        report = reader.read_report(request.body, _said(request), request.headers)
    except UnprovedError:
        _note_stranger(timezone.now())
        return _turned_away()
    if not reports.of_sms(report, at=timezone.now()):
        logger.info("a report came on a message that nobody here sent")
    return HttpResponse("ok", content_type="text/plain")


def _said(request: HttpRequest) -> Mapping[str, str]:
    """Fields of the address, of a form or of JSON, as plain words."""
    fields = {name: str(value) for name, value in request.GET.items()}
    if request.content_type == "application/json":
        return fields | _json(request.body)
    return fields | {name: str(value) for name, value in request.POST.items()}


def _json(content: bytes) -> dict[str, str]:
    try:
        told = json.loads(content)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in told.items()} if type(told) is dict else {}


def _turned_away() -> HttpResponse:
    return HttpResponse("no", status=401, content_type="text/plain")


@transaction.atomic
def _note_stranger(at: datetime) -> None:
    logger.warning("a report without a proof was turned away")
    count = people.count_attempt("report-door", at=at, window=timedelta(hours=1))
    if count > JOURNALED_AN_HOUR:
        return
    try:
        office = queries.office(settings.OFFICE)
    except ObjectDoesNotExist:
        return
    by = Actor.system("outbox", office.pk)
    journal.write("report_turned_away", about=f"office:{office.pk}", by=by, at=at)
