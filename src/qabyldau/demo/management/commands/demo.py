"""`qabyldau demo`: build the sample office with its year, or tell one appeal from call to answer."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from qabyldau.demo import office as sample
from qabyldau.demo import year
from qabyldau.demo.office import ProductionError
from qabyldau.demo.year import APPEALS, SEED, Year
from qabyldau.people import queries as people


class Command(BaseCommand):
    help = "Sample data: --build an office with its year, --narrate one appeal."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--build", action="store_true", help="build the sample office, unless it is there")
        what.add_argument("--narrate", action="store_true", help="tell one appeal from call to answer")
        parser.add_argument("--day", type=date.fromisoformat, help="the day on which the year ends; today")
        parser.add_argument("--seed", type=int, default=SEED, help="another seed, another year")
        parser.add_argument("--appeals", type=int, default=APPEALS, help="how many people write")
        parser.add_argument("--lang", choices=["kk", "ru"], default="ru", help="language of the story")

    def handle(self, **options: Any) -> None:  # noqa: ANN401  Django passes what was typed
        self._build(Year(options["day"] or timezone.localdate(), options["seed"], options["appeals"]))

    def _build(self, wanted: Year) -> None:
        if people.has_office(sample.CODE):
            self.stdout.write("The sample office is already there.")
            return
        password = sample.new_password()
        try:
            office = year.build(wanted, password, self._progress(wanted))
        except ProductionError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"\nSample year ready: digest {year.digest(office)[:16]}")
        self._tell_sign_ins(password)
