"""Which video server this installation has: put in place when the program starts, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qabyldau.ports.video import VideoFailedError, VideoRooms

Find = Callable[[], VideoRooms | None]


@dataclass(slots=True)
class _Connected:
    find: Find


_connected = _Connected(lambda: None)


class NoVideoServerError(VideoFailedError):
    """No video server is connected here: see docs/how-to/connect-video.md."""


def connect(find: Find) -> None:
    """Called once, at start."""
    _connected.find = find


def is_connected() -> bool:
    return _connected.find() is not None


def rooms() -> VideoRooms:
    found = _connected.find()
    if found is None:
        raise NoVideoServerError
    return found
