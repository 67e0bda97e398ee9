"""A video server of the office's own, for tests, and an hour by video."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from qabyldau.ports.video import Room, VideoFailedError, Visitor
from qabyldau.registry.models import Appeal
from qabyldau.regulation.norms.reception import Mode
from qabyldau.review.models import Appointment
from qabyldau.video import server


@dataclass(slots=True)
class OwnServer:
    """A video server that remembers who asked for which room."""

    opened: list[Room] = field(default_factory=list)
    let_in: list[Visitor] = field(default_factory=list)
    broken: bool = False

    def open(self, room: Room) -> None:
        if self.broken:
            raise VideoFailedError("nobody answers")
        self.opened.append(room)

    def link(self, room: Room, visitor: Visitor) -> str:
        self.let_in.append(visitor)
        return f"https://video.example.kz/{room.name}?as={visitor.part}"


@pytest.fixture
def rooms() -> Iterator[OwnServer]:
    found = OwnServer()
    server.connect(lambda: found)
    yield found
    server.connect(lambda: None)


@pytest.fixture
def by_video(appointed: Appeal) -> Appeal:
    """An hour at 15:00 by video, with the applicant's consent."""
    Appointment.objects.filter(appeal=appointed, live=True).update(mode=Mode.VIDEO)
    Appeal.objects.filter(pk=appointed.pk).update(video_consent=True)
    return appointed
