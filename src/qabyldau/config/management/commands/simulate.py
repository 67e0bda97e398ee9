"""`qabyldau simulate eotinish`: a register of our own, to try the exchange and every way it can fail."""

import signal
import time
from datetime import timedelta
from threading import Event, Thread

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from qabyldau.config.wiring import SIMULATOR_PORT, simulator_folder
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.eotinish.simulator.books import Behaviour, Books, Wrong
from qabyldau.gateways.eotinish.simulator.server import Register, carry_answers, server


class Command(BaseCommand):
    """Serve on the loopback until Ctrl-C; certificates are made where there are none."""

    help = "Start a simulated outside system: qabyldau simulate eotinish."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("system", choices=["eotinish"])
        parser.add_argument("--port", type=int, default=SIMULATOR_PORT)
        parser.add_argument(
            "--door", default=f"http://{settings.LISTEN[0]}:{settings.LISTEN[1]}/exchange/eotinish/"
        )
        parser.add_argument("--delay", type=float, default=1.0, help="seconds before an answer goes")
        parser.add_argument("--down-after", type=float, help="seconds after the start")
        parser.add_argument("--down-for", type=float, default=60.0, help="seconds")
        for wrong in Wrong:
            flag = f"--{wrong.replace('_', '-')}-every"
            parser.add_argument(flag, type=int, default=0, metavar="N", help="each N-th answer")

    def handle(self, *_args: object, **options: object) -> None:
        keys = certificates.register_keys(simulator_folder(), timezone.now())
        register = Register(Books(_behaviour(options)), keys)
        listening = server(register, int(str(options["port"])))
        door, stop = str(options["door"]), Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        Thread(target=listening.serve_forever, daemon=True).start()
        self.stdout.write(f"e-Otinish (simulator): http://127.0.0.1:{listening.server_port}/ -> {door}")
        self.stdout.flush()
        carry_answers(register, door, stop, self.stdout.write)
        listening.shutdown()


def _behaviour(options: dict[str, object]) -> Behaviour:
    began, after = time.monotonic(), options["down_after"]
    length = float(str(options["down_for"]))

    def is_down() -> bool:
        return after is not None and 0 <= time.monotonic() - began - float(str(after)) < length

    every = {wrong: int(str(options[f"{wrong}_every"])) for wrong in Wrong}
    return Behaviour(delay=timedelta(seconds=float(str(options["delay"]))), every=every, is_down=is_down)
