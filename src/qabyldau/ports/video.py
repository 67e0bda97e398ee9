"""Receptions by video: what we ask of any video server. Nobody's public server is ever the default."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class VideoFailedError(Exception):
    """The server did not open the room; people are telephoned instead, and the reason is shown to staff."""


class Part(StrEnum):
    """The host lets others in and may send them out; a guest waits in the lobby until let in."""

    HOST = "host"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Room:
    """A room of one reception: a name that nobody guesses, and the moments it opens and closes (aware)."""

    name: str
    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who comes in. `shown` is a position or a number of the day, never a name; `language`: kk or ru."""

    key: str
    shown: str
    part: Part
    language: str


class VideoRooms(Protocol):
    """A self-hosted video server."""

    def open(self, room: Room) -> None:
        """Make the room ready; asking twice changes nothing. Raises `VideoFailedError`."""
        ...

    def link(self, room: Room, visitor: Visitor) -> str:
        """An address for this visitor alone, worth nothing outside the room's hours."""
        ...
