"""The administrator's acts on accounts: open one, enter its ИИН, let somebody in again; each journaled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password
from django.db import transaction

from qabyldau.acts import keeping
from qabyldau.acts.keeping import Given
from qabyldau.journal import actions as journal
from qabyldau.people import accounts, founding
from qabyldau.people import queries as reads
from qabyldau.people.actor import require
from qabyldau.people.identifiers import read_iin
from qabyldau.people.roles import Right, Role

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.people.actor import Actor
    from qabyldau.people.models import User
    from qabyldau.regulation.words import Words


class AccountError(Exception):
    """What cannot be so: `code` is taken, wrong_iin, iin_of_another, own, or elsewhere."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who will sign in, and their first role."""

    username: str
    full_name: str
    role: Role
    since: date
    position: Words


@transaction.atomic
def open_account(office_id: int, newcomer: Newcomer, *, by: Actor, at: datetime) -> tuple[User, str]:
    """An account without a password; its owner makes one with the code that is given now, once."""
    require(by, Right.KEEP_PEOPLE, office_id)
    if reads.users().filter(username__iexact=newcomer.username).exists():
        raise AccountError("taken")
    user = founding.employ(newcomer.username, full_name=newcomer.full_name, password_hash=make_password(None))
    journal.write("open_account", about=f"user:{user.pk}", by=by, at=at)
    given = Given(user.pk, newcomer.role, newcomer.since, newcomer.position)
    keeping.grant_role(office_id, given, by=by, at=at)
    return user, accounts.new_key(user, made_by=by.user_id, at=at)


@transaction.atomic
def record_iin(user_id: int, iin: str, *, by: Actor, at: datetime) -> None:
    """By it a key of the state is theirs. The journal says that it was entered, never which."""
    user = _of_this_office(user_id, by)
    if iin and read_iin(iin).fault:
        raise AccountError("wrong_iin")
    owner = accounts.by_iin(iin)
    if owner is not None and owner.pk != user.pk:
        raise AccountError("iin_of_another")
    accounts.set_iin(user, iin)
    journal.write("record_iin", about=f"user:{user.pk}", by=by, at=at, facts={"entered": bool(iin)})


@transaction.atomic
def give_key(user_id: int, *, by: Actor, at: datetime) -> str:
    """A one-time code for whoever lost the password or the second step; they are signed out everywhere."""
    user = _of_this_office(user_id, by)
    if user.pk == by.user_id:
        raise AccountError("own")
    if accounts.offices_of(user.pk) != {by.office_id}:
        raise AccountError("elsewhere")
    accounts.end_sign_ins(user)
    code = accounts.new_key(user, made_by=by.user_id, at=at)
    journal.write("give_key", about=f"user:{user.pk}", by=by, at=at)
    return code


def _of_this_office(user_id: int, by: Actor) -> User:
    """Of another office's people nobody here knows anything."""
    require(by, Right.KEEP_PEOPLE, by.office_id)
    return reads.users_of(by.office_id).get(pk=user_id)
