"""The `qabyldau` command: questions to the law, and everything an administrator does."""

import os
import sys

import django
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from qabyldau.config.environment import ENVIRONMENT
from qabyldau.regulation import cli as law
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.calendars.kz import KZ

SETTINGS = "qabyldau.config.settings"
QUESTIONS = frozenset({"deadlines", "clause", "clauses"})


def main() -> None:
    """`qabyldau COMMAND`: see `qabyldau help`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    command, arguments = (sys.argv[1] if len(sys.argv) > 1 else "help"), sys.argv[2:]
    if command in QUESTIONS:
        calendar = _calendar() if command == "deadlines" else KZ
        sys.exit(law.main([command, *arguments], calendar))
    execute_from_command_line([sys.argv[0], command.replace("-", "_"), *arguments])


def _calendar() -> WorkingCalendar:
    """As ordered in this installation; the built-in one where there is no database yet."""
    if not ENVIRONMENT.has_database:
        return KZ
    django.setup()
    from qabyldau.worktime import queries as worktime  # noqa: PLC0415  models are not loaded before setup()

    try:
        return worktime.calendar()
    except DatabaseError:
        return KZ


if __name__ == "__main__":
    main()
