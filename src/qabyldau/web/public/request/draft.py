"""What has been answered so far: kept on the server in the session, sealed, until it is sent."""

import json
import uuid
from dataclasses import asdict, dataclass, field

from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict

from qabyldau.people.sealing import BrokenSealError, opened, seal

DRAFT, TALON = "draft", "talon"
Answers = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file already uploaded: `stored` is its name in the folder of the draft."""

    name: str
    size: int
    stored: str


@dataclass(slots=True)
class Draft:
    """Answers by step, as typed. `key` makes sending idempotent: one draft, one appeal."""

    key: str = field(default_factory=lambda: str(uuid.uuid4()))
    answers: dict[str, Answers] = field(default_factory=dict)
    files: list[KeptFile] = field(default_factory=list)

    def typed(self, step: str) -> QueryDict:
        """The answers of a step in the form that forms read."""
        data = QueryDict(mutable=True)
        for name, values in self.answers.get(step, {}).items():
            data.setlist(name, values)
        return data

    def one(self, step: str, name: str) -> str:
        values = self.answers.get(step, {}).get(name) or [""]
        return values[-1]


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent from this browser: enough to show the talon again until the session ends."""

    key: str
    appeal_id: int
    secret: str


def load(session: SessionBase) -> Draft | None:
    """The draft of this browser; None: nothing was begun, or it was sent."""
    found = _open(session, DRAFT)
    if found is None:
        return None
    files = [KeptFile(**row) for row in found["files"]]
    return Draft(key=found["key"], answers=found["answers"], files=files)


def save(session: SessionBase, draft: Draft) -> None:
    _close(session, DRAFT, asdict(draft))


def sent(session: SessionBase) -> Sent | None:
    """The talon of the appeal last sent from this browser."""
    found = _open(session, TALON)
    return Sent(**found) if found else None


def remember_sent(session: SessionBase, what: Sent) -> None:
    """The draft has become an appeal: only its talon is kept."""
    session.pop(DRAFT, None)
    _close(session, TALON, asdict(what))


def forget(session: SessionBase) -> None:
    for name in (DRAFT, TALON):
        session.pop(name, None)


def _close(session: SessionBase, name: str, what: dict[str, object]) -> None:
    session[name] = seal(json.dumps(what, ensure_ascii=False), row=f"session|{name}")


def _open(session: SessionBase, name: str) -> dict | None:  # type: ignore[type-arg]
    closed = session.get(name)
    if not closed:
        return None
    try:
        return dict(json.loads(opened(closed, row=f"session|{name}")))
    except BrokenSealError:
        return None
