"""Prepares the database of a measurement: tables, the sample office, a token for its clerk, printed last."""

import secrets
from datetime import timedelta

import django
from django.core.management import call_command
from django.utils import timezone


def main() -> None:
    django.setup()
    from qabyldau.demo import office  # noqa: PLC0415 - models exist only after setup()
    from qabyldau.people import actions as people  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    now = timezone.now()
    office.found(timezone.localdate(now) - timedelta(days=30), secrets.token_urlsafe())
    print(people.new_token("clerk", at=now))


if __name__ == "__main__":
    main()
