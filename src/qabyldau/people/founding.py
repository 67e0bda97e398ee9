"""Found an office: the office itself, those who sign in to it, those with the authority to receive."""

from dataclasses import dataclass
from datetime import date

from qabyldau.people.models import Office, Official, User
from qabyldau.regulation.norms.intake import OfficeHours
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words

__all__ = ["Office", "OfficeSheet", "Official", "Post", "User", "authorise", "employ", "open_office"]


@dataclass(frozen=True, slots=True)
class OfficeSheet:
    """An office as its founder describes it. `edition_code`: the profile when no edition is in force."""

    code: str
    prefix: str
    name: Words
    address: Words
    phone: str
    hours: OfficeHours
    edition_code: str


def open_office(sheet: OfficeSheet) -> Office:
    hours = sheet.hours
    return Office.objects.create(
        code=sheet.code,
        prefix=sheet.prefix,
        name_kk=sheet.name.kk,
        name_ru=sheet.name.ru,
        address_kk=sheet.address.kk,
        address_ru=sheet.address.ru,
        phone=sheet.phone,
        opens=hours.opens,
        closes=hours.closes,
        lunch_from=hours.lunch_from,
        lunch_until=hours.lunch_to,
        edition_code=sheet.edition_code,
    )


def employ(username: str, *, full_name: str, password: str) -> User:
    """Somebody who may sign in; what they may do is granted apart."""
    return User.objects.create_user(username=username, password=password, full_name=full_name)


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
