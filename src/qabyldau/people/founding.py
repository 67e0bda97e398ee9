"""Found an office: the office itself, those who sign in to it, those with the authority to receive."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from qabyldau.people.models import Office, Official, User
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """An office as its founder describes it. `edition_code`: the profile when no edition is in force."""

    code: str
    prefix: str
    name: Words
    address: Words
    phone: str
    opens: time
    closes: time
    lunch_from: time
    lunch_until: time
    edition_code: str


def open_office(sheet: OfficeSheet) -> Office:
    return Office.objects.create(
        code=sheet.code,
        prefix=sheet.prefix,
        name_kk=sheet.name.kk,
        name_ru=sheet.name.ru,
        address_kk=sheet.address.kk,
        address_ru=sheet.address.ru,
        phone=sheet.phone,
        opens=sheet.opens,
        closes=sheet.closes,
        lunch_from=sheet.lunch_from,
        lunch_until=sheet.lunch_until,
        edition_code=sheet.edition_code,
    )


def employ(username: str, *, full_name: str, password_hash: str) -> User:
    """Somebody who may sign in; what they may do is granted apart."""
    return User.objects.create(username=username, password=password_hash, full_name=full_name)


def give_password(usernames: Sequence[str], password_hash: str) -> None:
    """The same new password for all of them."""
    User.objects.filter(username__in=usernames).update(password=password_hash)


@dataclass(frozen=True, slots=True)
class Post:
    """A post that carries the authority to receive, from a day on."""

    name: Words
    position: Words
    rank: Rank
    since: date


def authorise(office_id: int, post: Post, user: User | None = None) -> Official:
    return Official.objects.create(
        office_id=office_id,
        user=user,
        rank=post.rank,
        name_kk=post.name.kk,
        name_ru=post.name.ru,
        position_kk=post.position.kk,
        position_ru=post.position.ru,
        since=post.since,
    )
