"""The ИИН behind an account, the sign-ins that hold, and the one-time code for whoever lost the way in."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from qabyldau.people.identifiers import cleaned
from qabyldau.people.models import Key, RoleGrant, User
from qabyldau.people.queries import token_digest
from qabyldau.people.sealing import blind_index, opened, seal

SIGN_INS = 2
KEY_LIFE = timedelta(hours=24)
# Read aloud and typed by hand: without signs that look alike.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, GROUP = 4, 4


def by_iin(iin: str) -> User | None:
    """Whose ИИН it is; None: nobody's who may sign in."""
    index = blind_index(cleaned(iin))
    return User.objects.filter(iin_index=index, is_active=True).first() if index else None


def iin_of(user: User) -> str:
    """The whole number, opened."""
    return opened(user.sealed_iin, row=f"user|{user.pk}|iin")


def is_theirs(user_id: int | None, iin: str) -> bool:
    """Whether this is the ИИН recorded for that person; nothing recorded is nobody's."""
    index = blind_index(cleaned(iin))
    return bool(index and user_id) and User.objects.filter(pk=user_id or 0, iin_index=index).exists()


def has_iin(user_id: int | None) -> bool:
    return User.objects.filter(pk=user_id or 0).exclude(iin_index="").exists()


def set_iin(user: User, iin: str) -> None:
    """Empty takes it away."""
    number = cleaned(iin)
    user.sealed_iin = seal(number, row=f"user|{user.pk}|iin")
    user.iin_index = blind_index(number)
    user.save(update_fields=["sealed_iin", "iin_index"])


@transaction.atomic
def begin_sign_in(user: User, token: str) -> None:
    """One more place where this person is signed in; beyond two the oldest holds no longer."""
    row = User.objects.select_for_update().get(pk=user.pk)
    if token not in row.sign_ins:
        row.sign_ins = [*row.sign_ins, token][-SIGN_INS:]
        row.save(update_fields=["sign_ins"])
    # Whoever saves the person whole later in this request must not put the old list back.
    user.sign_ins = row.sign_ins


def end_sign_ins(user: User) -> None:
    """Everywhere, at the next request."""
    user.sign_ins = []
    user.save(update_fields=["sign_ins"])


def offices_of(user_id: int) -> frozenset[int]:
    """Every office in which this person has or had a role."""
    return frozenset(RoleGrant.objects.filter(user_id=user_id).values_list("office_id", flat=True))


@transaction.atomic
def new_key(user: User, *, made_by: int | None, at: datetime) -> str:
    """A one-time code, shown once; earlier ones open nothing any more."""
    code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    Key.objects.filter(user=user, used_at=None).update(used_at=at)
    Key.objects.create(
        user=user, digest=token_digest(code), made_by_id=made_by, made_at=at, expires_at=at + KEY_LIFE
    )
    return code


def holder(username: str, code: str, *, at: datetime) -> User | None:
    """Whose code it is, while it may still be used."""
    fresh = Key.objects.filter(used_at=None, expires_at__gt=at, user__is_active=True)
    found = fresh.filter(digest=_digest(code), user__username=username.strip()).select_related("user").first()
    return found.user if found else None


def use_key(user: User, code: str, *, at: datetime) -> bool:
    """Yes once, however many ask at the same time."""
    fresh = Key.objects.filter(user=user, digest=_digest(code), used_at=None, expires_at__gt=at)
    return fresh.update(used_at=at) == 1


def _digest(code: str) -> str:
    return token_digest(code.strip().upper())
