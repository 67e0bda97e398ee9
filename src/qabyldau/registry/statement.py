"""What a person states when they ask for a reception, whichever way it reached the office."""

from dataclasses import dataclass, field
from datetime import date, datetime

from qabyldau.outbox.kinds import Channel as Way
from qabyldau.people.actions import Person
from qabyldau.registry.files import Upload
from qabyldau.registry.kinds import Topic
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Language


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the applicant; all may be empty, then letters go on paper.

    `preferred`: the one way by which they wish their letters; empty: by every way they left.
    """

    phone: str = ""
    email: str = ""
    address: str = ""
    preferred: Way | None = None


@dataclass(frozen=True, slots=True)
class Representation:
    """Who speaks for the applicant, and by which document; no name: nobody does."""

    name: str = ""
    authority: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom the applicant would like to see, and how; a wish binds nobody."""

    official_id: int | None = None
    mode: Mode = Mode.IN_PERSON
    video_consent: bool = False
    standing: Standing | None = None
    standing_proof: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """An appeal before it is registered. `received_at`: when it reached the office, if earlier than now."""

    channel: Channel
    person: Person
    language: Language
    substance: str = ""
    topic: Topic = Topic.OTHER
    people_count: int = 1
    contact: Contact = field(default_factory=Contact)
    representation: Representation = field(default_factory=Representation)
    wish: Wish = field(default_factory=Wish)
    files: tuple[Upload, ...] = ()
    received_at: datetime | None = None
