"""What a letter is written from: plain frozen facts, no Django. Moments are in the office's local time.

`kind` tells letters of one notice apart; empty where the notice has one letter.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from qabyldau.letters.spelling import Prose
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.words import Words

NOTHING = Prose("")


@dataclass(frozen=True, slots=True)
class Heading:
    """What every letter says: who writes, to whom, about which appeal, under which clause."""

    office: Words
    office_address: Words
    office_phone: str
    number: str
    applicant: str
    registered_at: datetime
    track_url: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Registered:
    """The talon's text: by when the office answers, and the code for tracking."""

    kind: ClassVar[str] = ""

    respond_by: Due
    secret: str


@dataclass(frozen=True, slots=True)
class Left:
    """Left without consideration; `why` chooses the letter: no matter (empty), incomplete, anonymous."""

    why: str = ""
    missing: Prose = NOTHING
    until: date | None = None

    @property
    def kind(self) -> str:
        return self.why


@dataclass(frozen=True, slots=True)
class DataRequest:
    """What the appeal lacks, and by when the applicant is to add it; the term of the answer runs on."""

    kind: ClassVar[str] = ""

    missing: Prose
    until: date
    answer_by: date
    remark: Prose = NOTHING


@dataclass(frozen=True, slots=True)
class DataReceived:
    """What was lacking has come."""

    kind: ClassVar[str] = ""

    answer_by: date


@dataclass(frozen=True, slots=True)
class Redirection:
    """Passed on to another body; `scope` chooses the letter: whole, part, or alarm."""

    scope: str
    body: Words
    paper: str = ""
    motive: str = ""
    part: Prose = NOTHING
    answer_by: date | None = None
    body_address: Words | None = None

    @property
    def kind(self) -> str:
        return self.scope


@dataclass(frozen=True, slots=True)
class Merger:
    """Two appeals about one thing; `what` chooses the letter: joined, or separated again."""

    what: str
    earlier: str
    answer_by: date | None

    @property
    def kind(self) -> str:
        return self.what


@dataclass(frozen=True, slots=True)
class Unreached:
    """So many tries to reach the applicant came to nothing."""

    kind: ClassVar[str] = ""

    tries: int
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Booking is refused; `ground_code` chooses the letter, `competent_body` is None where none is named."""

    ground: Citation
    ground_code: str
    motive: str
    competent_body: Words | None = None

    @property
    def kind(self) -> str:
        return self.ground_code


@dataclass(frozen=True, slots=True)
class Extension:
    """The answer comes later. `limit`: the last day the law allows at all; None: the letter leaves it out."""

    kind: ClassVar[str] = ""

    old: date
    new: date
    reason: str
    decided_by: Words
    limit: Due | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """Invited to be heard before a burdening decision. `intended`: what may be decided, and why."""

    kind: ClassVar[str] = ""

    starts_at: datetime
    place: Words
    intended: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """Day, hour, official and place; `mode` is `in_person` or `video` and chooses the letter."""

    starts_at: datetime
    official: Words
    position: Words
    place: Words
    mode: str
    out_of_turn: bool = False

    @property
    def kind(self) -> str:
        return self.mode


@dataclass(frozen=True, slots=True)
class Moved:
    """Another hour, official or way in place of what was told before; `why` chooses the letter."""

    before: datetime
    starts_at: datetime
    official: Words
    position: Words
    place: Words
    why: str
    by_video: bool = False
    in_person: bool = True
    reason: str = ""

    @property
    def kind(self) -> str:
        return self.why


@dataclass(frozen=True, slots=True)
class HourCancelled:
    """The hour is gone, the appeal and its place in the order stay; `why` chooses the letter."""

    before: datetime
    official: Words
    position: Words
    why: str
    reason: str = ""

    @property
    def kind(self) -> str:
        return self.why


@dataclass(frozen=True, slots=True)
class HoursOffered:
    """Up to three hours held for a person until a moment. `before`: the hour they have now, if any."""

    first: datetime
    official: Words
    position: Words
    until: datetime
    why: str
    second: datetime | None = None
    third: datetime | None = None
    before: datetime | None = None

    @property
    def kind(self) -> str:
        return self.why


@dataclass(frozen=True, slots=True)
class ByVideo:
    """Under a restriction the same hour is held by video. `equipped`: where there is equipment for it."""

    kind: ClassVar[str] = ""

    starts_at: datetime
    official: Words
    position: Words
    act: str
    equipped: Words | None = None


@dataclass(frozen=True, slots=True)
class CentralNotice:
    """A central body was asked to take part: which, by which letters; and the term, extended or as it was."""

    asked: Words
    due: date | None = None
    old: date | None = None
    new: date | None = None
    reason: str = ""
    decided_by: Words | None = None
    limit: Due | None = None

    @property
    def kind(self) -> str:
        return "extended" if self.new else "same_term"


@dataclass(frozen=True, slots=True)
class TodayDeclined:
    """The official who was asked cannot receive on the day of the request."""

    kind: ClassVar[str] = ""

    official: Words
    position: Words
    asked_on: date


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The applicant took the appeal back."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class FinalAnswer:
    """The answer that closes; `character` is `explained`, `satisfied` or `refused` and chooses the letter."""

    text: str
    character: str
    signed_by: Words

    @property
    def kind(self) -> str:
        return self.character


@dataclass(frozen=True, slots=True)
class CheckBegun:
    """The applicant says that what was promised is not done: it is checked, and by when."""

    kind: ClassVar[str] = ""

    said: Prose
    until: date


@dataclass(frozen=True, slots=True)
class CheckOver:
    """What the check found; `outcome` is `confirmed` or `restored` and chooses the letter."""

    outcome: str
    found: Prose

    @property
    def kind(self) -> str:
        return self.outcome


Body = (
    Registered
    | Left
    | DataRequest
    | DataReceived
    | Redirection
    | Merger
    | Unreached
    | Refusal
    | Extension
    | CentralNotice
    | Hearing
    | TodayDeclined
    | Appointment
    | Withdrawal
    | FinalAnswer
    | CheckBegun
    | CheckOver
    | Moved
    | HourCancelled
    | HoursOffered
    | ByVideo
)
