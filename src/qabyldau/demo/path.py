"""What the play remembers of one appeal between its steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from qabyldau.demo import library
from qabyldau.demo.library import Papers, Trait
from qabyldau.registry.moves import Asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from qabyldau.demo.clock import Clock
    from qabyldau.demo.engine import Engine
    from qabyldau.demo.plot import Plot
    from qabyldau.demo.programme import Sitting
    from qabyldau.demo.senders import Sender


@dataclass(slots=True)
class Path:
    """An appeal under way. `over`: nothing more happens to it; `answered`: it was received and answered."""

    engine: Engine
    plot: Plot
    sender: Sender
    earlier: Path | None = None
    brings_news: bool = False
    appeal_id: int = 0
    counter: int = 0
    registered_on: date = date.min
    due_on: date = date.min
    video: bool = False
    returned: bool = False
    received: bool = False
    answered: bool = False
    over: bool = False
    sitting: Sitting | None = None

    @property
    def chance(self) -> Random:
        return self.engine.chance

    @property
    def clock(self) -> Clock:
        return self.engine.clock

    @property
    def heard_before(self) -> bool:
        return self.earlier is not None and not self.brings_news

    @property
    def unbookable(self) -> bool:
        """Whether a ground of the law stands against it."""
        return self.heard_before or self.plot.matter.is_(Trait.OUTSIDE)

    def then(self, at: datetime, step: Callable[[Path, datetime], object]) -> None:
        """The next step, unless the appeal is over by then."""
        self.engine.later(at, lambda moment: None if self.over else step(self, moment))

    def asked(self, who: str, at: datetime) -> Asked:
        return self.engine.asked(who, at)

    @property
    def papers(self) -> Papers:
        matter = self.plot.matter
        shelf = str(matter.topic) if matter.is_(Trait.HALF_OUTSIDE) else matter.shelf
        return library.papers(shelf, matter.language)

    def paper(self, name: str) -> str:
        """A paper that does not depend on the matter."""
        return self.chance.choice(library.general(name, self.plot.matter.language))

    def filled(self, text: str) -> str:
        matter = self.plot.matter
        return self.sender.circumstances.filled(text, matter.language, library.Script.CYRILLIC)

    def settle(self, sitting: Sitting | None) -> None:
        """Keep an hour of that day for it, and give back the one kept before."""
        if self.sitting is not None:
            self.sitting.held -= 1
            self.sitting.decided.pop(self.appeal_id, None)
        if sitting is not None:
            sitting.held += 1
        self.sitting = sitting
