"""A challenge: a text with a nonce that is signed once, in this browser, within five minutes."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase

from qabyldau.people import actions as people
from qabyldau.people import queries as reads

LIFE = timedelta(minutes=5)
# A challenge lives shorter; two windows cover it wherever it falls.
WINDOW = timedelta(hours=1)
KEY = "challenge"


@dataclass(frozen=True, slots=True)
class Challenge:
    """What has to be signed, for which purpose, and until when it may be."""

    purpose: str
    nonce: str
    text: str
    until: float

    @property
    def data(self) -> bytes:
        return self.text.encode()


def ask(session: SessionBase, purpose: str, words: str, *, at: datetime) -> Challenge:
    """A new challenge; the one before it in this browser is void. `words`: what signing will do."""
    nonce = secrets.token_urlsafe(24)
    text = f"{words}\n{at.isoformat(timespec='seconds')}\n{nonce}\n"
    made = Challenge(purpose, nonce, text, (at + LIFE).timestamp())
    session[KEY] = asdict(made)
    return made


def asked(session: SessionBase, purpose: str, *, at: datetime) -> Challenge | None:
    """The challenge that waits in this browser; None: none does, or its time is over."""
    kept = session.get(KEY)
    found = Challenge(**kept) if kept else None
    return found if found and found.purpose == purpose and at.timestamp() <= found.until else None


def take(session: SessionBase, purpose: str, *, at: datetime) -> Challenge | None:
    """The same, for the one and only time, however many requests bring it at once."""
    found = asked(session, purpose, at=at)
    session.pop(KEY, None)
    if found is None:
        return None
    key, before = f"challenge:{found.nonce}", at - WINDOW
    is_first = people.count_attempt(key, at=at, window=WINDOW) == 1
    return found if is_first and not reads.attempts(key, at=before, window=WINDOW) else None
