"""`qabyldau work`: only the background work, where the pages run elsewhere."""

import signal
from threading import Event

from django.core.management.base import BaseCommand

from qabyldau.config.wiring import carriers, eotinish
from qabyldau.jobs import work


class Command(BaseCommand):
    """Carry the outbox, look at the terms, seal the journal, until told to stop."""

    help = "Background work only: for installations that serve the pages elsewhere."

    def handle(self, *_args: object, **_options: object) -> None:
        stop = Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        work.loop(carriers(), eotinish(), stop)
