"""Attempts at what a person has no right to, kept in the journal of their office."""

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def refusal(request: HttpRequest, *rights: Right) -> None:
    """A write that was denied: who, which page, which rights it asks for; nothing of what was sent."""
    actor: Actor | None = getattr(request, "actor", None)
    match = request.resolver_match
    if request.method in SAFE or actor is None or match is None:
        return
    about, asked_for = f"page:{match.view_name}", sorted(map(str, rights))
    with transaction.atomic():
        journal.write("refused_act", about=about, by=actor, at=timezone.now(), facts={"rights": asked_for})
