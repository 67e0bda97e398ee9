"""The course of one appeal, drawn before it begins: which moves, on which working day after the first."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from qabyldau.regulation.lifecycle import Action

Steps = tuple[tuple[int, Action], ...]

RECEIVED, REFUSED, REDIRECTED, LEFT, WITHDRAWN, MISSED = range(6)
WEIGHTS = (62, 12, 14, 4, 5, 3)
LATE, INSTRUCTED_OF_RECEIVED = 0.02, 0.3 / 0.62
LATE_BY = 6


@dataclass(frozen=True, slots=True)
class Course:
    """`days` of the reception and of the instruction's term count from the first working day."""

    steps: Steps
    reception: int | None = None
    instructed: bool = False


def drawn(chance: Random) -> Course:
    """Within the terms of the law, but for a few that are late."""
    kind = chance.choices(range(6), WEIGHTS)[0]
    taken, put = chance.randint(0, 1), chance.randint(2, 4)
    decided = put + chance.randint(1, 3) + (LATE_BY if chance.random() < LATE else 0)
    if kind == LEFT:
        return Course(((taken, Action.LEAVE),))
    if kind == REDIRECTED:
        return Course(((taken, Action.REDIRECT),))
    if kind == WITHDRAWN:
        return Course(((taken, Action.TAKE_UP), (put, Action.WITHDRAW)))
    before: Steps = ((taken, Action.TAKE_UP), (put, Action.SUBMIT))
    if kind == REFUSED:
        return Course((*before, (decided, Action.REFUSE)))
    return _to_reception(chance, before, decided, missed=kind == MISSED)


def _to_reception(chance: Random, before: Steps, decided: int, *, missed: bool) -> Course:
    held = decided + chance.randint(3, 7)
    instructed = not missed and chance.random() < INSTRUCTED_OF_RECEIVED
    closed = held + (chance.randint(15, 30) if instructed else chance.randint(1, 4))
    after = Action.MISS if missed else Action.HOLD
    steps = ((decided, Action.APPROVE), (decided, Action.APPOINT), (held, after), (closed, Action.CLOSE))
    return Course((*before, *steps), held, instructed)
