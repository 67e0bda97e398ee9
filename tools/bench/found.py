"""Prepares a database to be measured: tables, offices and their year, a token for a clerk, printed last."""

import secrets

import django
from django.core.management import call_command
from django.utils import timezone


def main() -> None:
    django.setup()
    from qabyldau.demo import office  # noqa: PLC0415 - models exist only after setup()
    from qabyldau.people import actions as people  # noqa: PLC0415
    from tools.bench import offices  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    now = timezone.now()
    today = timezone.localdate(now)
    troupe = office.found(today.replace(month=1, day=1), secrets.token_urlsafe())
    offices.post_a_year(troupe, today)
    print(people.new_token("clerk", at=now))


if __name__ == "__main__":
    main()
