"""`qabyldau demo`: build the sample office with its year, or tell one appeal from call to answer."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from qabyldau.demo import office as sample
from qabyldau.demo import year
from qabyldau.demo.narrate import narrate
from qabyldau.demo.office import ProductionError
from qabyldau.demo.year import APPEALS, SEED, Year
from qabyldau.people import queries as people
from qabyldau.regulation.words import Language

DIGEST_SHOWN = 16


class Command(BaseCommand):
    help = "Sample data: --build an office with its year, --narrate one appeal from call to answer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--build", action="store_true", help="build the sample office, unless it is there")
        what.add_argument("--narrate", action="store_true", help="tell one appeal from call to answer")
        parser.add_argument("--day", type=date.fromisoformat, help="the day on which the year ends; today")
        parser.add_argument("--seed", type=int, default=SEED, help="another seed, another year")
        parser.add_argument("--appeals", type=int, default=APPEALS, help="how many people write")
        parser.add_argument("--lang", choices=list(Language), default=Language.RU, help="of the story")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  Django passes what was typed
        try:
            sample.forbid_production()
        except ProductionError as refusal:
            raise CommandError(str(refusal)) from refusal
        if not connection.introspection.table_names():
            call_command("migrate", verbosity=0)
        if options["narrate"]:
            self._narrate(Language(options["lang"]))
        else:
            ends_on = options["day"] or timezone.localdate()
            self._build(Year(ends_on, options["seed"], options["appeals"]))

    def _narrate(self, language: Language) -> None:
        if not narrate(language, self.stdout.write):
            raise CommandError("a step of the story did not hold")

    def _build(self, wanted: Year) -> None:
        if any(office.code == sample.CODE for office in people.all_offices()):
            self.stdout.write("The sample office is already there.")
            return
        password = sample.new_password()
        built = year.build(wanted, password, self._progress(wanted))
        self.stdout.write(f"Sample year ready, digest {year.digest(built)[:DIGEST_SHOWN]}.")
        self._tell_sign_ins(password)

    def _progress(self, wanted: Year) -> Callable[[datetime, int], None]:
        """A line for every month; on a terminal, one that moves with every day."""
        live, shown = self.stdout.isatty(), [""]

        def show(at: datetime, registered: int) -> None:
            day = timezone.localdate(at)
            step = day.isoformat() if live else f"{day:%Y-%m}"
            if step != shown[0]:
                shown[0] = step
                done = (day - wanted.starts_on) * 100 // wanted.length
                line = f"Playing the sample year: {step} · {done:3d} % · {registered} appeals"
                self.stdout.write(f"\r{line}" if live else line, ending="" if live else "\n")
                self.stdout.flush()
                if live and day >= wanted.ends_on:
                    self.stdout.write("")

        return show

    def _tell_sign_ins(self, password: str) -> None:
        self.stdout.write(f"Sample people: {', '.join(sample.usernames())}.")
        shown = "that of QABYLDAU_DEMO_PASSWORD" if settings.DEMO_PASSWORD else password
        self.stdout.write(f"Password of all of them, shown this once: {shown}")
