"""How long a sign-in lasts: so many minutes without a request, so many hours in all."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from qabyldau.people.roles import Role

BEGAN, SEEN = "signed_in_at", "seen_at"
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
