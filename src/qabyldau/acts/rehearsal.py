"""What an act would write to the applicant: it is done, its letters are read, and all of it is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.acts.catalogue import ACTS, perform
from qabyldau.outbox import queries as outbox
from qabyldau.regulation.lifecycle import MOVES

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked

TELLING = frozenset(move.action for move in MOVES if move.tells)


def writes(name: str) -> bool:
    """Whether this act writes to the applicant."""
    return ACTS[name].moves in TELLING


def rehearse(name: str, appeal: Appeal, given: dict[str, object], asked: Asked) -> list[Message]:
    """The letters as they would go, word for word; refused for the same reasons as the act itself."""
    with transaction.atomic():
        perform(name, appeal, given, asked)
        letters = list(outbox.about(appeal.office_id, appeal.key).filter(created_at=asked.at))
        transaction.set_rollback(True)
    return letters
