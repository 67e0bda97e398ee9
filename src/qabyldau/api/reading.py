"""What every operation on one appeal begins with: who may see it, and under which key it is asked."""

import hashlib
import re
from typing import TYPE_CHECKING, Annotated

from django.http import Http404
from ninja import Header

from qabyldau.api.door import Caller
from qabyldau.api.shapes import AppealCard
from qabyldau.registry import queries as appeals

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.registry.models import Appeal

NUMBER = re.compile(r"[\w./-]{1,40}")
IdempotencyKey = Annotated[
    str | None,
    Header(
        None,
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        description="The same key gives the same answer and acts once, however often it is sent.",
    ),
]


def once_of(by: Caller, key: str | None) -> str:
    """A key is the caller's own: two systems may choose the same one."""
    if key is None:
        return ""
    return "api-" + hashlib.sha256(f"{by.actor.user_id}|{key}".encode()).hexdigest()


def visible(by: Caller, number: str) -> "QuerySet[Appeal]":
    """The appeal of this number as far as this person sees it; empty for everything else."""
    if not NUMBER.fullmatch(number):
        raise Http404
    return appeals.visible_to(by.actor).filter(number=number.upper())


def appeal(by: Caller, number: str) -> "Appeal":
    found = visible(by, number).select_related("office").first()
    if found is None:
        raise Http404
    return found


def card(by: Caller, number: str) -> AppealCard:
    whole = visible(by, number).select_related("applicant", "official")
    found = whole.prefetch_related("terms", "flags", "attachments").first()
    if found is None:
        raise Http404
    return AppealCard.of(found)
