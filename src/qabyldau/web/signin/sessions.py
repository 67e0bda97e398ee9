"""How long a sign-in lasts: minutes without a request, hours in all, and in two places at most."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from qabyldau.people import accounts
from qabyldau.people.roles import Role

if TYPE_CHECKING:
    from qabyldau.people.models import User

BEGAN, SEEN, PLACE = "signed_in_at", "seen_at", "signed_in_as"
# Left in the browser for the page of sign-in, which says why.
ELSEWHERE = "signed_in_elsewhere"
# A request is noted at most this often, so that reading pages does not write.
NOTED_EVERY = timedelta(minutes=1).total_seconds()
FRESH = timedelta(minutes=5).total_seconds()


def idle_seconds(roles: frozenset[Role]) -> float:
    minutes = settings.ADMIN_IDLE_MINUTES if Role.ADMIN in roles else settings.STAFF_IDLE_MINUTES
    return timedelta(minutes=minutes).total_seconds()


def is_over(session: SessionBase, now: float, idle: float) -> bool:
    """A session seen for the first time begins now."""
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    return bool(now - began > settings.SESSION_COOKIE_AGE or now - seen > idle)


def is_fresh(session: SessionBase, now: float) -> bool:
    return bool(now - session.get(BEGAN, 0) < FRESH)


def note(session: SessionBase, now: float) -> None:
    session.setdefault(BEGAN, now)
    if now - session.get(SEEN, 0) > NOTED_EVERY:
        session[SEEN] = now


def holds(session: SessionBase, user: User) -> bool:
    """Whether this is one of the places where the person is signed in; a session seen first becomes one.

    The places stand in the row of the user, which every request reads anyway.
    """
    place = session.get(PLACE)
    if place is not None:
        return place in user.sign_ins
    session[PLACE] = place = hashlib.sha256(str(session.session_key).encode()).hexdigest()[:16]
    session.pop(ELSEWHERE, None)
    accounts.begin_sign_in(user, place)
    return True
