"""The sample office: its hours, its officials, and one person to sign in for every role."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.contrib.auth.hashers import make_password

from qabyldau.demo.library import Table, lines, rows, said, table
from qabyldau.people import actions as people
from qabyldau.people import founding
from qabyldau.people.actor import Actor
from qabyldau.people.founding import OfficeSheet, Post
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official, User

CODE = "zko"
PREFIX = "ZKO"
PASSWORD_BYTES = 12


class ProductionError(Exception):
    """Invented people have no place in an office that works for real ones."""


@dataclass(frozen=True, slots=True)
class Troupe:
    """Everybody of the sample office: actors by user name, officials by their code."""

    office: Office
    actors: Mapping[str, Actor]
    officials: Mapping[str, Official]


def forbid_production() -> None:
    if settings.PRODUCTION:
        raise ProductionError("sample data are refused while QABYLDAU_ENV is production")


def new_password() -> str:
    """The one the installer chose, or a random one that is shown once."""
    return settings.DEMO_PASSWORD or secrets.token_urlsafe(PASSWORD_BYTES)


@lru_cache(maxsize=1)
def sheet() -> Table:
    return table("office.toml")


def found(since: date, password: str) -> Troupe:
    """Open the office and bring in its people."""
    forbid_production()
    return bring_in(open_office(), since, make_password(password))


def open_office(code: str = CODE, prefix: str = PREFIX) -> Office:
    """The sample office, or one more like it."""
    forbid_production()
    hours = cast(Mapping[str, time], sheet()["hours"])
    return founding.open_office(
        OfficeSheet(
            code=code,
            prefix=prefix,
            name=_words(sheet(), ""),
            address=_words(sheet(), "address_"),
            phone=said(sheet(), "phone"),
            **hours,
            edition_code=said(sheet(), "edition"),
        )
    )


def bring_in(office: Office, since: date, password_hash: str, suffix: str = "") -> Troupe:
    """Officials and staff of an office; `suffix` keeps user names apart from those already there."""
    forbid_production()
    users = {said(row, "username"): _employ(office, row, since, password_hash, suffix) for row in _staff()}
    signing_in = {
        said(row, "official"): users[said(row, "username")] for row in _staff() if "official" in row
    }
    officials = {
        said(row, "code"): founding.authorise(office.pk, _post(row, since), signing_in.get(said(row, "code")))
        for row in rows(sheet(), "officials")
    }
    actors = {name: actor_of(user, office.pk, since, "kk") for name, user in users.items()}
    return Troupe(office, {name: actor for name, actor in actors.items() if actor}, officials)


def _staff() -> list[Table]:
    return rows(sheet(), "staff")


def usernames() -> tuple[str, ...]:
    return tuple(said(row, "username") for row in _staff())


def take_chosen_password() -> None:
    """A password the installer chose after the sample was built counts from the next start on."""
    forbid_production()
    if settings.DEMO_PASSWORD:
        founding.give_password(usernames(), make_password(settings.DEMO_PASSWORD))


def _employ(office: Office, row: Table, since: date, password_hash: str, suffix: str) -> User:
    username, full_name = f"{said(row, 'username')}{suffix}", said(row, "kk")
    user = founding.employ(username, full_name=full_name, password_hash=password_hash)
    position = _words(row, "position_")
    for role in lines(row, "roles"):
        people.grant(
            user, office.pk, Role(role), since=since, position_kk=position.kk, position_ru=position.ru
        )
    return user


def _post(row: Table, since: date) -> Post:
    rank = Rank(cast(int, row["rank"]))
    return Post(name=_words(row, ""), position=_words(row, "position_"), rank=rank, since=since)


def _words(row: Table, prefix: str) -> Words:
    return Words(kk=said(row, f"{prefix}kk"), ru=said(row, f"{prefix}ru"))
