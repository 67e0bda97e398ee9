"""`qabyldau generate --appeals N`: an empty installation filled with a multitude, to be measured."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from qabyldau.demo import office as sample
from qabyldau.demo.generate import SEED, Multitude, NotEmptyError, generate
from qabyldau.demo.office import ProductionError

APPEALS = 100_000


class Command(BaseCommand):
    help = "Fill an empty installation with invented appeals of three years, by rows: --appeals 1000000."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--appeals", type=int, default=APPEALS, help="how many; two in seven are instructed"
        )
        parser.add_argument("--day", type=date.fromisoformat, help="the last day; today")
        parser.add_argument("--seed", type=int, default=SEED, help="another seed, other people")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  Django passes what was typed
        if options["appeals"] < 1:
            raise CommandError("--appeals: at least one")
        if not connection.introspection.table_names():
            call_command("migrate", verbosity=0)
        password = sample.new_password()
        wanted = Multitude(options["appeals"], options["day"] or timezone.localdate(), options["seed"])
        try:
            generate(wanted, make_password(password), self._told)
        except (ProductionError, NotEmptyError) as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{wanted.appeals} appeals are there, by rows and not by acts; nobody was told anything."
        )
        self.stdout.write(f"Password of the sample people, shown this once: {password}")

    def _told(self, day: date, appeals: int) -> None:
        self.stdout.write(f"{day}: {appeals} appeals")
        self.stdout.flush()
