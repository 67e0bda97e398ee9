"""Exchange with e-Otinish, the state's register of appeals: what we ask of it, in our own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from qabyldau.ports.delivery import TemporaryFailureError


class UnansweredError(TemporaryFailureError):
    """It went out and no answer came: the other side may have taken it. The same key may be sent again."""


class GarbageError(UnansweredError):
    """Something came back that cannot be read or trusted; the message is a code of what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value of a dictionary: its code and its words in both languages."""

    code: str
    kk: str
    ru: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who appeals. `number`: ИИН or БИН; empty for a person who has neither."""

    kind: Item
    name: str
    number: str
    representative: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that came with the appeal, by its hash; the content stays here."""

    name: str
    kind: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Case:
    """An appeal as the state's register wants to know it."""

    number: str
    received_at: datetime
    registered_at: datetime
    channel: Item
    language: Item
    topic: Item
    applicant: Applicant
    people_count: int
    substance: str
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """The register answered at once with its number."""

    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Pending:
    """The register took the message and will answer later."""

    message_id: str


Answer = Accepted | Pending


@dataclass(frozen=True, slots=True)
class Registered:
    """A number that the register gave to what was sent under this key."""

    key: str
    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Declined:
    """The register will not take what was sent under this key; `reason` is its code."""

    key: str
    reason: str


class EOtinish(Protocol):
    """The register. `key` names an appeal: sent twice, it must get one number."""

    @property
    def is_automatic(self) -> bool:
        """False: nothing is sent; a person enters the appeal there and types its number here."""
        ...

    def register(self, case: Case, *, key: str) -> Answer: ...

    def collect(self) -> Iterable[Registered | Declined]:
        """What the register has answered, maybe twice. Each is let go when the next one is asked for."""
        ...
