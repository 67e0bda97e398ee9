"""Codes of the talons given out from this browser: sealed in the session, to print a talon again."""

from django.contrib.sessions.backends.base import SessionBase

from qabyldau.people.sealing import BrokenSealError, opened, seal

TALONS = "talons"
MOST = 20


def keep(session: SessionBase, appeal_id: int, secret: str) -> None:
    """The newest stay; an older talon is not printed again from here."""
    older = list(session.get(TALONS, {}).items())[-(MOST - 1) :]
    session[TALONS] = {**dict(older), str(appeal_id): seal(secret, row=_row(appeal_id))}


def secret_of(session: SessionBase, appeal_id: int) -> str:
    """Empty: the talon was given out elsewhere, or the session is another one."""
    try:
        return opened(session.get(TALONS, {}).get(str(appeal_id), ""), row=_row(appeal_id))
    except BrokenSealError:
        return ""


def _row(appeal_id: int) -> str:
    return f"session|talon|{appeal_id}"
