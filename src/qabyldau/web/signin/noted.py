"""Every sign-in stands in the journal of each office it opens: by what, never with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.internal.flows.login import get_authentication_records
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from qabyldau.journal import actions as journal
from qabyldau.people import queries as people

if TYPE_CHECKING:
    from qabyldau.people.models import User


def sign_in(request: HttpRequest, user: User) -> None:
    """Steps: a password or a key, and maybe a code; of a key, its serial number."""
    records = get_authentication_records(request, user)
    serials = [str(one["serial"]) for one in records if one.get("serial")]
    facts: dict[str, object] = {"by": [str(one["method"]) for one in records]}
    if serials:
        facts["serial"] = serials[-1]
    with transaction.atomic():
        for actor in people.actors_of(user, timezone.localdate()).values():
            journal.write("sign_in", about=f"user:{user.pk}", by=actor, at=timezone.now(), facts=facts)
