"""What the acts of the consideration ask for: materials, the note, agreement, the hearing."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from qabyldau.acts.inputs import Id, Input, Plain, Reasons
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Language
from qabyldau.review.kinds import HearingState, Position, Proposal

LONG = 20_000
Long = Annotated[str, Field(max_length=LONG), Plain]
Many = Annotated[list[Id], Field(max_length=100)]


class AskMaterialInput(Input):
    """Of whom, what, and the last working day for the answer."""

    body_id: Id
    question: Reasons
    due_on: date


class NoteInput(Input):
    """A version of the note. `history`: ids of earlier appeals quoted; `materials`: of requests answered.

    Null quotes everything there is. `facts_other` and `conclusion_other` are in the other language.
    """

    facts: Long = ""
    conclusion: Long = ""
    language: Language = Language.RU
    facts_other: Long = ""
    conclusion_other: Long = ""
    history: Many | None = None
    materials: Many | None = None
    proposal: Proposal | None = None
    official_id: Id | None = None
    day_id: Id | None = None
    mode: Mode | None = None
    ground: Annotated[str, Field(max_length=30), Plain] = ""


class SubmitInput(NoteInput):
    """The note: facts and a proposal. `receive` names an official (and a day), `refuse` names a ground."""

    facts: Annotated[str, Field(min_length=1, max_length=LONG), Plain]
    proposal: Proposal

    @model_validator(mode="after")
    def _says_whom_or_why(self) -> Self:
        if self.proposal is Proposal.RECEIVE and self.official_id is None:
            raise ValueError("a reception is proposed with the official who receives")
        if self.proposal is Proposal.REFUSE and not self.ground:
            raise ValueError("a refusal is proposed with its ground")
        return self


class AskAgreementInput(Input):
    """Colleagues and units who are asked about the last version of the note."""

    user_ids: Many = []
    body_ids: Many = []

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not self.user_ids and not self.body_ids:
            raise ValueError("somebody is asked")
        return self


class AgreeInput(Input):
    """`remark` is needed unless it is simply agreed."""

    position: Position
    remark: Annotated[str, Field(max_length=5000), Plain] = ""


class InviteInput(Input):
    """`starts_at` with its offset. No place: the address of the office."""

    starts_at: datetime
    intended: Reasons
    place_kk: Annotated[str, Field(max_length=200), Plain] = ""
    place_ru: Annotated[str, Field(max_length=200), Plain] = ""

    @field_validator("starts_at")
    @classmethod
    def _with_offset(cls, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            raise ValueError("a moment is given with its offset from UTC")
        return moment


class RecordHearingInput(Input):
    """`invited` is not an outcome. `text`: objections said on the spot."""

    state: HearingState
    text: Annotated[str, Field(max_length=LONG), Plain] = ""

    @field_validator("state")
    @classmethod
    def _an_outcome(cls, state: HearingState) -> HearingState:
        if state is HearingState.INVITED:
            raise ValueError("an outcome is recorded")
        return state


class ObjectInput(Input):
    """Objections of the applicant, taken down by a worker."""

    text: Reasons
