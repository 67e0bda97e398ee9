"""What the multitude writes: letters of the sample year, each filled in for many villages and streets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from qabyldau.competence import every_subject
from qabyldau.demo import senders
from qabyldau.demo.library import matters
from qabyldau.regulation.norms.intake import Channel

FILLED_IN = 3000


@dataclass(frozen=True, slots=True)
class Letter:
    """A text with what it is about, ready to be sent by anybody."""

    topic: str
    subject: str
    text: str
    folded: str


def shelf(chance: Random, day: date) -> list[Letter]:
    subjects = [one.code for one in every_subject()]
    return [_one(chance, day, subjects) for _ in range(FILLED_IN)]


def _one(chance: Random, day: date, subjects: list[str]) -> Letter:
    matter = chance.choice(matters())
    text = senders.letter(matter, senders.sender(matter, Channel.POST, day, chance), chance)
    return Letter(matter.topic.value, chance.choice(subjects), text, text.casefold())
