"""Delivery of a message to a person: what we ask of any mail server or SMS provider."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol


class Fault(StrEnum):
    """Why a message did not go, or did not arrive."""

    # The line: the same message may go later.
    NO_CONNECTION = "no_connection"
    NO_ANSWER = "no_answer"
    NONSENSE = "nonsense"
    BUSY = "busy"
    BROKEN = "broken"
    NOT_SECURE = "not_secure"
    SIGN_IN = "sign_in"
    NO_MONEY = "no_money"
    BLOCKED = "blocked"
    # The addressee, or the message itself: it will never arrive there.
    NO_SUCH_ADDRESS = "no_such_address"
    UNREACHABLE = "unreachable"
    FULL = "full"
    REJECTED = "rejected"
    EXPIRED = "expired"
    # What we conclude ourselves; the other side may still prove us wrong.
    NO_REPORT = "no_report"
    LOST = "lost"
    NOT_READ = "not_read"
    DIED = "died"


CONCLUDED = frozenset({Fault.NO_REPORT, Fault.LOST, Fault.NOT_READ})


class TemporaryFailureError(Exception):
    """The other side may accept the same message later; `after`: how long it asked us to wait."""

    def __init__(self, code: str = "", *, after: timedelta | None = None) -> None:
        super().__init__(code)
        self.after = after


class RefusedError(Exception):
    """The other side will never accept this message: a person has to find another way."""


class UnprovedError(Exception):
    """A report came without a proof that it is the provider's: nothing of it is believed."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the other side answered: the name under which it knows the message, and whether it will report."""

    provider_id: str
    reports: bool = False


class Outcome(StrEnum):
    """What became of a message on the other side."""

    ON_ITS_WAY = "on_its_way"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Report:
    """What the other side says of one message. `name`: the key or mark it was sent with."""

    name: str
    outcome: Outcome
    fault: Fault | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The paper that goes with a letter, as PDF."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter. `key` names it for ever; `mark` is what a returned letter is recognised by."""

    address: str
    subject: str
    text: str
    key: str
    mark: str = ""
    language: str = ""
    enclosure: Enclosure | None = None


class Mailer(Protocol):
    """E-mail: the other side may see a key twice and must act once."""

    def send(self, mail: Mail) -> Receipt: ...


class SmsGateway(Protocol):
    """Short messages. `phone` is in the international form, +7…; `key` is a number of ten digits at most."""

    def send(self, phone: str, text: str, *, key: str) -> Receipt: ...

    def find(self, phone: str, *, key: str) -> Report | None:
        """What became of a message; None: never heard of, or nobody to ask."""


class ReportReader(Protocol):
    """Whoever reports comes to our door; what is not proved to be the provider's is `UnprovedError`."""

    def read_report(self, content: bytes, said: Mapping[str, str], headers: Mapping[str, str]) -> Report: ...
