"""What is written about instructions on control: reminders, news of what is late, the card."""

from dataclasses import dataclass
from datetime import date

from qabyldau.papers.facts.base import Facts, Table
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Facts):
    """A body is reminded of what it still has; `late`: what has run out is told to somebody higher."""

    rows: Table
    today: date
    url: str
    late: str = ""

    @property
    def kind(self) -> str:  # type: ignore[override]  # of the papers of one kind it tells two apart
        return self.late


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlCard(Facts):
    """The whole life of one instruction, as it stands on a day."""

    appeal: str
    registered_on: date
    source: Words
    given_on: date
    official: Words
    position: Words
    text: str
    due: date
    stage: Words
    executors: Table
    days: Table
    replies: Table
    answer: str = ""
