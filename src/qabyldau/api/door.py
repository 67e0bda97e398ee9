"""Who is asking: a bearer token speaks for one person in one office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from qabyldau.people import queries as people

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Caller:
    """The person behind the token, their office, and the moment of the request."""

    actor: Actor
    office: Office
    at: datetime


class Bearer(HttpBearer):
    """`Authorization: Bearer …`; tokens are made by `qabyldau token USERNAME`."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:  # noqa: ARG002
        at = timezone.now()
        found = people.bearer(token, at)
        return Caller(found[0], found[1], at) if found else None


def caller(request: HttpRequest) -> Caller:
    """Whoever the door let in."""
    found: Caller = request.auth  # type: ignore[attr-defined]  # put there by ninja
    return found
