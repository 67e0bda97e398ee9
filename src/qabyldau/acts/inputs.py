"""What each act asks for: shapes that check types and lengths, before the law checks the rest."""

import unicodedata
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from qabyldau.people.kinds import Reveal
from qabyldau.reception.kinds import Character
from qabyldau.regulation.norms.control import AnswerKind
from qabyldau.regulation.norms.reception import Mode

KEPT = frozenset("\n\r\t")
TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Letters as people write them: composed, without control signs and signs that turn text around."""
    composed = unicodedata.normalize("NFC", text)
    for sign in composed:
        if sign in TURNS_TEXT or (unicodedata.category(sign) == "Cc" and sign not in KEPT):
            raise ValueError("control characters are not text")
    return composed


Plain = AfterValidator(plain)
Reasons = Annotated[str, Field(min_length=1, max_length=5000), Plain]
Short = Annotated[str, Field(max_length=200), Plain]
Id = Annotated[int, Field(ge=1, lt=2**63)]


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
    earlier_number: Annotated[str, Field(max_length=40), Plain] = ""
    new_arguments: bool | None = None
    subject: Annotated[str, Field(max_length=60), Plain] = ""
    authored: bool | None = None
    tells_of_crime: bool | None = None
    remark: Annotated[str, Field(max_length=5000), Plain] = ""


class ApproveInput(Input):
    day_id: Id
    mode: Mode = Mode.IN_PERSON


class RefuseInput(Input):
    ground: Annotated[str, Field(min_length=1, max_length=30), Plain]
    motive: Reasons


class SendBackInput(Input):
    motive: Reasons


class ExtendInput(Input):
    until: date
    reason: Reasons


class AppointInput(Input):
    """`reason` is needed when the person does not come next in the order of the list."""

    slot_id: Id
    reason: Short = ""


class HoldInput(Input):
    """`document`: kind of identity document shown; no copy is kept."""

    document: Annotated[str, Field(max_length=60), Plain] = ""
    authority_shown: bool = False
    summary: Annotated[str, Field(max_length=5000), Plain] = ""


class CloseInput(Input):
    """`kind`: an interim answer closes nothing, and is refused."""

    text: Annotated[str, Field(max_length=20000), Plain]
    character: Character
    signed_by_id: Id
    kind: AnswerKind = AnswerKind.FINAL


class ExternalNumberInput(Input):
    number: Annotated[str, Field(min_length=1, max_length=40), Plain]


class RevealInput(Input):
    reason: Reveal
