"""What a report may say of a day: figures, and of small ones only that they are small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.minutes import queries as minutes
from qabyldau.reception import queries as reception
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay

# Behind a smaller count a person could be recognised.
SMALLEST = 5
FEW = Words(kk=f"{SMALLEST}-тен аз", ru=f"менее {SMALLEST}")
NONE = Words(kk="0", ru="0")


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts in words, as they may be published."""

    received: Words
    answered: Words
    instructions: Words
    out_of_turn: Words
    by_video: Words


def of(day: ReceptionDay) -> Figures:
    people = minutes.received(day)
    standing = [one for one in reception.visits(day) if one.standing]
    return Figures(
        received=said(len(people)),
        answered=said(sum(bool(one.answer) for one in people)),
        instructions=said(sum(len(one.instructions) for one in people)),
        out_of_turn=said(len(standing)),
        by_video=said(sum(one.mode == "video" for one in people)),
    )


def said(count: int) -> Words:
    """None and five or more as they are; in between only that there were few."""
    if count == 0:
        return NONE
    return FEW if count < SMALLEST else Words(kk=str(count), ru=str(count))
