"""Facts that rooms upstairs may want to hear of, and may forbid by raising."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayLosesItsHours:
    """A published day is to be taken off or moved: whoever knows of people waiting for it says so."""

    day_id: int
