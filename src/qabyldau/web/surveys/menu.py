"""Lines of the side menu: surveys, and whom an operator calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from qabyldau.people.roles import Right
from qabyldau.surveys import queries
from qabyldau.web.navigation import MenuItem

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor

CALLING = frozenset({"surveys_calls", "surveys_call"})


def items(actor: Actor, here: str) -> list[MenuItem]:
    found = []
    if actor.may(Right.READ_SURVEYS):
        count = queries.concerns(actor.office_id).count() if actor.may(Right.RUN_SURVEYS) else None
        here_now = here.startswith("surveys") and here not in CALLING
        found.append(MenuItem(reverse("staff:surveys"), gettext("Surveys"), "people", count, here_now))
    if actor.may(Right.CALL_SURVEYS):
        count = queries.to_call(actor.office_id, timezone.now()).count()
        words = gettext("Survey calls")
        found.append(MenuItem(reverse("staff:surveys_calls"), words, "call", count, here in CALLING))
    return found
