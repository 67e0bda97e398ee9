"""`qabyldau bounce < letter`: the mail relay hands over a letter that came back."""

import sys

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from qabyldau.config.delivery import DELIVERY
from qabyldau.gateways import bounces
from qabyldau.gateways.bounces import NoReportError
from qabyldau.outbox import reports

LARGEST = 1024 * 1024
# As sysexits.h has it: the relay keeps the letter and comes again.
TRY_LATER = 75


class Command(BaseCommand):
    """What is no report on a letter of ours is dropped: a pipe that complains makes bounces of bounces."""

    help = "Take a returned letter from standard input: the pipe of a mail relay."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("recipient", nargs="?", default="", help="the address it was returned to")

    def handle(self, *_args: object, **options: object) -> None:
        raw = sys.stdin.buffer.read(LARGEST)
        try:
            report = bounces.read(raw, DELIVERY.bounce_address, str(options["recipient"]))
            known = reports.of_letter(report, at=timezone.now())
        except NoReportError as nothing:
            self.stdout.write(f"dropped: {nothing}")
        except DatabaseError:
            sys.exit(TRY_LATER)
        else:
            self.stdout.write(f"noted: {report.outcome}" if known else "dropped: stranger")
