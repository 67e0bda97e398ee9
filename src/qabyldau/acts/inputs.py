"""What each act asks for: shapes that check types and lengths, before the law checks the rest."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from qabyldau.people.kinds import Reveal
from qabyldau.reception.kinds import Character
from qabyldau.regulation.norms.reception import Mode
from qabyldau.review.kinds import Proposal

Reasons = Annotated[str, Field(min_length=1, max_length=5000)]
Short = Annotated[str, Field(max_length=200)]


class Input(BaseModel):
    """Unknown fields are an error: a mistyped name must not be silently lost."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Nothing(Input):
    """The act needs no input."""


class ScreenInput(Input):
    """Findings. Absent or null: not looked at."""

    states_the_matter: bool | None = None
    within_competence: bool | None = None
    competent_body_kk: Short = ""
    competent_body_ru: Short = ""
    heard_before: bool | None = None
    earlier_number: Annotated[str, Field(max_length=40)] = ""
    new_arguments: bool | None = None
    remark: Annotated[str, Field(max_length=5000)] = ""


class SubmitInput(Input):
    """The note: facts and a proposal. `receive` names an official (and a day), `refuse` names a ground."""

    facts: Reasons
    proposal: Proposal
    official_id: int | None = None
    day_id: int | None = None
    ground: Annotated[str, Field(max_length=30)] = ""


class ApproveInput(Input):
    day_id: int
    mode: Mode = Mode.IN_PERSON


class RefuseInput(Input):
    ground: Annotated[str, Field(min_length=1, max_length=30)]
    motive: Reasons


class SendBackInput(Input):
    motive: Reasons


class ExtendInput(Input):
    until: date
    reason: Reasons


class AppointInput(Input):
    """`reason` is needed when the person does not come next in the order of the list."""

    slot_id: int
    reason: Short = ""


class HoldInput(Input):
    """`document`: kind of identity document shown; no copy is kept."""

    document: Annotated[str, Field(max_length=60)] = ""
    authority_shown: bool = False
    summary: Annotated[str, Field(max_length=5000)] = ""


class CloseInput(Input):
    text: Annotated[str, Field(max_length=20000)]
    character: Character
    signed_by_id: int


class ExternalNumberInput(Input):
    number: Annotated[str, Field(min_length=1, max_length=40)]


class RevealInput(Input):
    reason: Reveal
