"""`qabyldau build-assets`: make what the pages need and the repository does not keep (the web font)."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from qabyldau.web import fonts


class Command(BaseCommand):
    """Builds the web font into the first of the static directories."""

    help = "Build the web font from its package into the folder of built static files."

    def handle(self, *_args: object, **_options: object) -> None:
        built = Path(settings.STATICFILES_DIRS[0])
        target = fonts.build(built / "fonts")
        self.stdout.write(f"{target.name}: {target.stat().st_size // 1024} KB")
