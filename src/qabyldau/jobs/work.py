"""Background work: carry the outbox and the exchange, look at the terms, seal the journal. No broker."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from qabyldau.exchange import carrying as exchange
from qabyldau.jobs import announcer, courier, planner, seal, tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from qabyldau.outbox.actions import Carriers
    from qabyldau.ports.eotinish import EOtinish

logger = logging.getLogger(__name__)
IDLE_SECONDS = 1.0
# A call in its last seconds is waited for; what it carries would otherwise wait for the lease.
LAST_SECONDS = 5.0
TICK_EVERY, SEAL_EVERY, LEARN_EVERY = timedelta(minutes=10), timedelta(minutes=5), timedelta(hours=6)


@dataclass
class Periodic:
    """A task that is due again some time after it was last done."""

    do: Callable[[datetime], object]
    every: timedelta
    last: datetime | None = field(default=None)

    def run_if_due(self, at: datetime) -> None:
        if self.last is None or at - self.last >= self.every:
            self.do(at)
            self.last = at


def loop(carriers: Carriers, eotinish: EOtinish, stop: Event) -> None:
    """Work until told to stop. A fault of the database is waited out: nothing is lost meanwhile."""
    periodic = [
        Periodic(tick.tick, TICK_EVERY),
        Periodic(seal.seal, SEAL_EVERY),
        Periodic(announcer.prepare, TICK_EVERY),
        Periodic(planner.learn, LEARN_EVERY),
    ]
    couriers = courier.start(carriers, stop)
    while not stop.is_set():
        try:
            _round(eotinish, periodic, stop)
        except DatabaseError as fault:
            logger.warning("the database does not answer (%s); trying again", type(fault).__name__)
        close_old_connections()
        stop.wait(IDLE_SECONDS)
    for one in couriers:
        one.join(LAST_SECONDS)


def _round(eotinish: EOtinish, periodic: list[Periodic], stop: Event) -> None:
    for task in periodic:
        task.run_if_due(timezone.now())
    exchange.gather(eotinish, at=timezone.now())
    while not stop.is_set() and exchange.carry_one(eotinish, at=timezone.now()):
        continue
