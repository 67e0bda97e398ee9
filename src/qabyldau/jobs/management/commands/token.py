"""`qabyldau token USERNAME`: a bearer token for the API, shown once."""

from datetime import timedelta

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from qabyldau.people import actions as people

LONGEST_DAYS = 365


class Command(BaseCommand):
    """The token may do what its owner may do, for as long as they may do it."""

    help = "Make a bearer token for the API. It is printed once; only its hash is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="whom the token speaks for")
        parser.add_argument("--days", type=int, default=people.TOKEN_LIFE.days, help="how long it lives")

    def handle(self, *_args: object, **options: object) -> None:
        days, username = options["days"], options["username"]
        if not isinstance(days, int) or not 1 <= days <= LONGEST_DAYS:
            raise CommandError(f"A token lives from 1 to {LONGEST_DAYS} days.")
        try:
            token = people.new_token(str(username), at=timezone.now(), life=timedelta(days=days))
        except ObjectDoesNotExist as unknown:
            raise CommandError(f"There is no user {username}.") from unknown
        self.stdout.write(token)
