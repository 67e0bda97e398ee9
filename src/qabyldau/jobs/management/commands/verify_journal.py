"""`qabyldau verify-journal`: walk every chain, compare it with its signed checkpoints, and export it."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from qabyldau.jobs.seal import key
from qabyldau.journal import checkpoints, export
from qabyldau.journal import queries as journal
from qabyldau.people import queries as people


class Command(BaseCommand):
    """Ends with 0 only if every link of every office holds."""

    help = "Check the journal: every link, its end, and the signed checkpoints outside the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--office", help="code of one office; otherwise all")
        parser.add_argument("--export", type=Path, help="write the chain of that office as CSV")

    def handle(self, *_args: object, **options: object) -> None:
        offices = [one for one in people.all_offices() if options["office"] in {None, one.code}]
        if not offices:
            raise CommandError(f"There is no office {options['office'] or 'in this database'}.")
        if options["export"]:
            self._export(Path(str(options["export"])), [office.pk for office in offices])
        bad = [office.code for office in offices if not self._holds(office.pk, office.code)]
        if bad:
            sys.exit(1)

    def _holds(self, office_id: int, code: str) -> bool:
        found = journal.verified(office_id)
        if not found.sound:
            self.stdout.write(f"{code}: link {found.broken_at} does not hold: {found.reason}")
            return False
        try:
            point = checkpoints.broken(settings.CHECKPOINTS, key(), office_id)
        except ValueError as forged:
            self.stdout.write(f"{code}: {forged}")
            return False
        if point is not None:
            self.stdout.write(
                f"{code}: the chain does not bear out the checkpoint of {point.at}: "
                f"up to link {point.seq} it was cut or made anew"
            )
            return False
        self.stdout.write(f"{code}: {found.links} links, every one holds; the last hash is {found.last_hash}")
        return True

    def _export(self, path: Path, office_ids: list[int]) -> None:
        if len(office_ids) > 1:
            raise CommandError("One file holds one chain: say which with --office.")
        with path.open("w", encoding="utf-8", newline="") as file:
            count = export.write(office_ids[0], file)
        self.stdout.write(f"{path}: {count} links")
