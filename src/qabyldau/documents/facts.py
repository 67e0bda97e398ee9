"""What a paper is printed from: plain frozen facts, no Django. Moments are in the office's local time."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True)
class TalonFacts:
    """The талон: what came in, when, who took it (surname and initials), what follows and by when.

    `citation` is the clause that orders the talon, `carried_under` the one that carried the registration
    to a later day; None: it is the day of receipt. The journal's entry proves the registration later.
    `signed_by`: the owner of the key under the request; empty: it came without a digital signature.
    """

    office: Words
    office_address: Words
    office_phone: str
    number: str
    received_at: datetime
    registered_at: datetime
    channel: Words
    received_by: str
    received_by_position: Words
    respond_by: Due
    citation: Citation
    secret: str
    track_url: str
    journal_seq: int
    journal_hash: str
    carried_under: Citation | None = None
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class OralProtocolFacts:
    """An oral request as the worker wrote it down; the applicant reads and signs it.

    Empty `iin`, `phone` and `represents` mean there is none; `affirmation` is the sentence they sign under.
    """

    office: Words
    addressee: Words
    number: str
    taken_at: datetime
    applicant: str
    iin: str
    represents: str
    address: str
    phone: str
    substance: str
    taken_by: str
    taken_by_position: Words
    affirmation: Words
    citation: Citation


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a letter, and in what position."""

    name: Words
    position: Words


@dataclass(frozen=True, slots=True)
class LetterheadFacts:
    """What stands around the text of a letter. `signature` None: nobody signs, the system wrote it."""

    office: Words
    office_address: Words
    office_phone: str
    number: str
    written_on: date
    addressee: str
    addressee_address: str
    signature: Signature | None
    verify_url: str


class LetterText(Protocol):
    """The part of a letter that the paper needs."""

    @property
    def subject(self) -> str: ...

    @property
    def text(self) -> str: ...
