"""A clock that is handed in: steps wait in a heap and happen in the order of their moments."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from qabyldau.demo import quiet
from qabyldau.demo.clock import Clock
from qabyldau.demo.office import Troupe
from qabyldau.demo.programme import Programme
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked

if TYPE_CHECKING:
    from qabyldau.demo.path import Path

Step = Callable[[datetime], object]
Progress = Callable[[datetime, int], None]
A_MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Engine:
    """The sample office in motion.

    `named` counts what needs a name of its own: forms, external numbers; `ordered` counts instructions,
    `helped` those who were consulted.
    """

    troupe: Troupe
    clock: Clock
    programme: Programme
    seed: str
    until: datetime
    named: int = 0
    absent_lately: int = 0
    ordered: int = 0
    helped: int = 0
    paths: dict[int, Path] = field(default_factory=dict)
    waiting: list[tuple[datetime, int, Step]] = field(default_factory=list)
    steps: int = 0

    @property
    def chance(self) -> Random:
        return self.clock.chance

    def later(self, at: datetime, step: Step) -> None:
        self.steps += 1
        heapq.heappush(self.waiting, (at, self.steps, step))

    def run(self, progress: Progress) -> None:
        """Let everything happen that lies before `until`; the rest stays as it stands."""
        while self.waiting and self.waiting[0][0] < self.until:
            at, _, step = heapq.heappop(self.waiting)
            step(at)
            quiet.carry(at + A_MINUTE)
            progress(at, self.named)

    def asked(self, who: str, at: datetime) -> Asked:
        return Asked(by=self.troupe.actors[who], at=at)

    def actor(self, who: str) -> Actor:
        return self.troupe.actors[who]

    def new_name(self) -> str:
        self.named += 1
        return f"{self.seed}-{self.named:05d}"
