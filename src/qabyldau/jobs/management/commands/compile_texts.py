"""`qabyldau compile-texts`: make the .mo files that gettext reads from the .po files that people write."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Done at set-up: compiled files are not kept in the repository."""

    help = "Compile every translation catalogue."
    requires_system_checks = []

    def handle(self, *_args: object, **_options: object) -> None:
        for folder in settings.LOCALE_PATHS:
            for catalogue in sorted(Path(folder).rglob("*.po")):
                polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))
