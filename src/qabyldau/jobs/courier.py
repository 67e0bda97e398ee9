"""Carry messages, each way in a thread of its own: a provider that hangs holds up nobody else."""

from __future__ import annotations

import logging
from threading import Event, Thread
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from qabyldau.outbox import reports
from qabyldau.outbox.carrying import Carried, carry
from qabyldau.outbox.kinds import Channel

if TYPE_CHECKING:
    from qabyldau.outbox.carrying import Carriers

logger = logging.getLogger(__name__)
IDLE_SECONDS = 1.0
# Twenty messages a second at most: whoever waits at a desk comes before a full outbox.
PACE_SECONDS = 0.05
# After so many in a row a line is taken for dead, and tried with one message at a time.
DEAD_AFTER, REST_SECONDS = 3, 30.0


class Courier(Thread):
    """One way out, worked on until told to stop."""

    def __init__(self, channel: Channel, carriers: Carriers, stop: Event) -> None:
        super().__init__(name=f"courier-{channel}", daemon=True)
        self.channel, self.carriers, self.stop = channel, carriers, stop
        self.unanswered = 0

    def run(self) -> None:
        """Whatever goes wrong with one message, the next round comes: the lease keeps the message."""
        while not self.stop.is_set():
            try:
                self._round()
            except DatabaseError as fault:
                logger.warning("the database does not answer (%s); trying again", type(fault).__name__)
            except Exception as fault:
                logger.error("a message could not be carried (%s)", type(fault).__name__)
            close_old_connections()
            self.stop.wait(IDLE_SECONDS)
        connection.close()

    def _round(self) -> None:
        while not self.stop.is_set():
            done = carry(self.carriers, at=timezone.now(), channels=[self.channel])
            self.unanswered = self.unanswered + 1 if done is Carried.DOWN else 0
            if done is Carried.NOTHING:
                break
            self.stop.wait(REST_SECONDS if self.unanswered >= DEAD_AFTER else PACE_SECONDS)
        self._ask()

    def _ask(self) -> None:
        """One courier asks about all that was sent: the one whose provider reports."""
        while self.channel == Channel.SMS and not self.stop.is_set():
            if not reports.ask_one(self.carriers.sms, at=timezone.now()):
                break
            self.stop.wait(PACE_SECONDS)


def start(carriers: Carriers, stop: Event) -> list[Courier]:
    couriers = [Courier(channel, carriers, stop) for channel in (Channel.EMAIL, Channel.SMS)]
    for courier in couriers:
        courier.start()
    return couriers
