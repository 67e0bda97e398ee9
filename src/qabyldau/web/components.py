"""What the shared pieces of a page are made of: plain values that views prepare and templates draw."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qabyldau.regulation.edition import Citation


class Shape(StrEnum):
    """How urgent something is. The name is the shape in the sprite and the colour in the style sheet."""

    LATE = "late"
    SOON = "soon"
    FINE = "fine"
    STILL = "still"


class Phase(StrEnum):
    """Where a step stands on a timeline."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One thing that happened or is still to come; `when` in words, `moment` for machines."""

    words: str
    when: str = ""
    moment: datetime | None = None
    citation: Citation | None = None
    who: str = ""
    detail: str = ""
    phase: Phase = Phase.DONE


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure and what it counts; with `url` it is also a filter."""

    figure: str
    words: str
    shape: Shape | None = None
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """Which of how many steps a form is at, counted from one."""

    number: int
    all: int

    @property
    def phases(self) -> list[str]:
        passed = ["done"] * (self.number - 1)
        return [*passed, "now", *["ahead"] * (self.all - self.number)]
