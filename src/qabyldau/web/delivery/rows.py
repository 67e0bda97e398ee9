"""Messages as lists and pages show them: named, with the appeal they are about, as far as one may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.papers import queries as papers
from qabyldau.registry import queries as registry
from qabyldau.web.components import Shape
from qabyldau.web.delivery.words import CHANNELS, SHAPES, STANDS, fault
from qabyldau.web.staff.words import NOTICES

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal

ABOUT = "appeal:"


@dataclass(frozen=True, slots=True)
class Row:
    """One message. `appeal` is None where it is about something else, or not for these eyes."""

    message: Message
    appeal: Appeal | None
    paper_number: str = ""

    @property
    def notice(self) -> str:
        return str(NOTICES.get(self.message.notice, self.message.notice))

    @property
    def channel(self) -> str:
        return str(CHANNELS[self.message.channel])

    @property
    def stand(self) -> str:
        return str(STANDS[self.message.stand])

    @property
    def shape(self) -> Shape:
        return SHAPES.get(self.message.stand, Shape.STILL)

    @property
    def fault(self) -> str:
        return fault(self.message.fault) if self.message.fault else ""


def rows(messages: Sequence[Message], actor: Actor) -> list[Row]:
    """With the appeals they are about, asked for once."""
    ids = [int(one.about.removeprefix(ABOUT)) for one in messages if one.about.startswith(ABOUT)]
    found = {appeal.key: appeal for appeal in registry.visible_to(actor).filter(pk__in=ids)}
    numbers = papers.numbers({one.paper_id for one in messages if one.paper_id is not None})
    return [Row(one, found.get(one.about), numbers.get(one.paper_id or 0, "")) for one in messages]
