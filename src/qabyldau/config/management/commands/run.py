"""`qabyldau run`: the whole product under one command."""

import os
import signal
import socket
import subprocess
import sys
from threading import Event

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from qabyldau.config.selfcheck import UnsafeInstallationError, require_safe
from qabyldau.config.wiring import carriers, eotinish
from qabyldau.demo import office as sample
from qabyldau.jobs import work
from qabyldau.people import queries as people

STOP_SECONDS, LOOK_SECONDS = 5, 0.05


class Command(BaseCommand):
    """Prepare the database, start the pages, and do the background work here until Ctrl-C."""

    help = "Start the whole product: pages, live streams and background work."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-sample", action="store_true", help="do not make the sample office")

    def handle(self, *_args: object, **options: object) -> None:
        host, port = settings.LISTEN
        _require_free(host, port)
        _require_safe()
        call_command("migrate", verbosity=0, interactive=False)
        if not settings.PRODUCTION and not options["no_sample"]:
            self._sample()
        connection.close()
        stop = Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        pages = _start_pages(host, port)
        _wait_until_served(host, port, pages, stop)
        self._greet(host, port)
        try:
            _work_beside(pages, stop)
        finally:
            _stop(pages)

    def _sample(self) -> None:
        """The sample office, built at the first start; its password can be chosen at any later one."""
        if not people.all_offices().exists():
            call_command("demo", "--build")
            return
        sample.take_chosen_password()
        self.stdout.write(f"Сынақ кірулері / Пробные входы: {', '.join(sample.usernames())}")
        if not settings.DEMO_PASSWORD:
            self.stdout.write("Құпиясөз алғашқы іске қосуда шығарылған · Пароль напечатан при первом запуске")
            self.stdout.write("Басқасын қою · Задать другой: QABYLDAU_DEMO_PASSWORD=… make run")

    def _greet(self, host: str, port: int) -> None:
        self.stdout.write(f"\nQabyldau: http://{host}:{port}/kk/  ·  http://{host}:{port}/ru/")
        self.stdout.write(f"  қызметкерлер / сотрудники: http://{host}:{port}/ru/staff/")
        self.stdout.write(f"  API: http://{host}:{port}/api/v1/openapi.json")
        self.stdout.write("Ctrl-C — тоқтату / остановить\n")
        self.stdout.flush()


def _require_safe() -> None:
    try:
        require_safe()
    except UnsafeInstallationError as unsafe:
        raise CommandError(f"not started:\n{unsafe}") from unsafe


def _require_free(host: str, port: int) -> None:
    """Granian shares a busy port in silence, and half the visitors would meet another program."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as busy:
            raise CommandError(
                f"{host}:{port} is taken by another program; choose another: PORT=8001 make run"
            ) from busy


def _start_pages(host: str, port: int) -> subprocess.Popen[bytes]:
    """SQLite has one line of writers, so one process; PostgreSQL is served by two, of fewer threads each."""
    workers, threads = ("1", "4") if connection.vendor == "sqlite" else ("2", "2")
    command = [
        *(sys.executable, "-m", "granian", "--interface", "asginl", "--workers", workers),
        *("--host", host, "--port", str(port), "--workers-kill-timeout", "3", "--no-ws"),
        *("--log-level", "warning", "--respawn-failed-workers", "qabyldau.config.asgi:application"),
    ]
    surroundings = {"QABYLDAU_THREADS": threads} | os.environ
    return subprocess.Popen(command, env=surroundings, process_group=0)  # noqa: S603  our own words only


def _wait_until_served(host: str, port: int, pages: subprocess.Popen[bytes], stop: Event) -> None:
    """The address is printed when it answers, not before."""
    while not stop.is_set() and pages.poll() is None:
        with socket.socket() as visitor:
            if visitor.connect_ex((host, port)) == 0:
                return
        stop.wait(LOOK_SECONDS)


def _work_beside(pages: subprocess.Popen[bytes], stop: Event) -> None:
    """Background work in this process, for as long as the pages live."""

    class Watched(Event):
        def is_set(self) -> bool:
            return stop.is_set() or pages.poll() is not None

        def wait(self, timeout: float | None = None) -> bool:
            return stop.wait(timeout) or self.is_set()

    work.loop(carriers(), eotinish(), Watched())
    if pages.poll() is not None and not stop.is_set():
        raise CommandError(f"the web server stopped with code {pages.returncode}; see its messages above")


def _stop(pages: subprocess.Popen[bytes]) -> None:
    if pages.poll() is None:
        os.killpg(pages.pid, signal.SIGTERM)
        try:
            pages.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(pages.pid, signal.SIGKILL)
            pages.wait()
