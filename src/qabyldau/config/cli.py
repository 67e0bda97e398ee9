"""The `qabyldau` command: questions to the law, and everything an administrator does."""

import os
import sys

from django.core.management import execute_from_command_line

SETTINGS = "qabyldau.config.settings"


def main() -> None:
    """`qabyldau COMMAND`: see `qabyldau help`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
