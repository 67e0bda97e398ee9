"""An appeal as another system states it, and how it becomes the registry's Statement."""

import base64
import re
from datetime import date
from typing import Annotated, Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator, AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from qabyldau.acts.inputs import Id, Input, Plain, Short
from qabyldau.outbox.kinds import Channel as Way
from qabyldau.people.actions import Person
from qabyldau.people.identifiers import Reading, read_bin, read_iin
from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry.files import Upload
from qabyldau.registry.kinds import Topic
from qabyldau.registry.statement import Contact, Representation, Statement, Wish
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Language

E164 = re.compile(r"\+[1-9][0-9]{7,14}")
MOST_PEOPLE = 32767
FILES, FILE_CHARACTERS = 5, 14_000_000
READERS = {ApplicantKind.CITIZEN: ("iin", read_iin), ApplicantKind.COMPANY: ("bin", read_bin)}


def _fault(code: str) -> PydanticCustomError:
    """A finding of ours; its sentence stands in `refusals.FOUND`."""
    return PydanticCustomError(code, "{code}", {"code": code})


def _phone(typed: str) -> str:
    if typed and not E164.fullmatch(typed):
        raise _fault("phone")
    return typed


def _email(typed: str) -> str:
    try:
        if typed:
            validate_email(typed)
    except ValidationError as wrong:
        raise _fault("email") from wrong
    return typed


class ApplicantIn(Input):
    """Who appeals. `number`: ИИН of a citizen, БИН of a company, or the number of `document`."""

    kind: ApplicantKind
    name: Annotated[str, Field(min_length=1, max_length=200, examples=["Үлгіова Ақмарал Тестқызы"]), Plain]
    number: Annotated[str, Field(max_length=40, examples=["010101300010"]), Plain] = ""
    document: Annotated[str, Field(max_length=60, description="kind of document of a foreigner"), Plain] = ""
    born_on: date | None = None

    @model_validator(mode="after")
    def _known_by_a_number(self) -> Self:
        if self.number and self.kind not in READERS and not self.document:
            raise _fault("document_missing")
        name, found = self._read()
        if found is not None and found.fault:
            raise _fault(f"{name}_{found.fault}")
        return self

    def _read(self) -> tuple[str, Reading | None]:
        if not self.number or self.kind not in READERS:
            return "", None
        name, reader = READERS[self.kind]
        return name, reader(self.number)

    def warnings(self) -> list[str]:
        """What is odd about a number that is taken all the same."""
        _, found = self._read()
        return [f"number_{found.oddity}"] if found and found.oddity else []

    def person(self) -> Person:
        _, found = self._read()
        number = found.number if found else self.number
        document = "" if self.kind in READERS else self.document
        return Person(ApplicantKind(self.kind), self.name, number, document, self.born_on)


class ContactIn(Input):
    """How to reach the applicant; without phone and e-mail letters go on paper."""

    phone: Annotated[str, Field(max_length=20, examples=["+77000000001"]), AfterValidator(_phone)] = ""
    email: Annotated[
        str, Field(max_length=254, examples=["ulgi@example.org"]), Plain, AfterValidator(_email)
    ] = ""
    address: Annotated[str, Field(max_length=300), Plain] = ""
    preferred: Annotated[
        Way | None, Field(description="the one way of all letters; null: every way that is left")
    ] = None


class RepresentationIn(Input):
    """Who speaks for the applicant, by which document, until when."""

    name: Short = ""
    authority: Short = ""
    until: date | None = None


class WishIn(Input):
    """Whom the applicant would like to see, how, and what puts them out of turn."""

    official_id: Id | None = None
    mode: Mode = Mode.IN_PERSON
    video_consent: bool = False
    standing: Standing | None = None
    standing_proof: Short = ""


def _decoded(sent: str) -> str:
    try:
        base64.b64decode(sent, validate=True)
    except ValueError as wrong:
        raise _fault("file_content") from wrong
    return sent


class FileIn(Input):
    """A file; its kind is read from its content."""

    name: Annotated[str, Field(min_length=1, max_length=200), Plain]
    content: Annotated[
        str,
        Field(max_length=FILE_CHARACTERS, json_schema_extra={"contentEncoding": "base64"}),
        AfterValidator(_decoded),
    ]


class AppealIn(Input):
    """An appeal as it reached the office. `received_at`: when, if earlier than now."""

    channel: Channel
    language: Language
    applicant: ApplicantIn
    substance: Annotated[str, Field(max_length=20000), Plain] = ""
    topic: Topic = Topic.OTHER
    people_count: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] = 1
    contact: ContactIn = ContactIn()
    representation: RepresentationIn = RepresentationIn()
    wish: WishIn = WishIn()
    files: Annotated[list[FileIn], Field(max_length=FILES)] = []
    received_at: AwareDatetime | None = None

    def statement(self) -> Statement:
        return Statement(
            channel=self.channel,
            person=self.applicant.person(),
            language=self.language,
            substance=self.substance,
            topic=self.topic,
            people_count=self.people_count,
            contact=Contact(**_columns(self.contact)),
            representation=Representation(**_columns(self.representation)),
            wish=Wish(**_columns(self.wish)),
            files=tuple(Upload(one.name, base64.b64decode(one.content)) for one in self.files),
            received_at=self.received_at,
        )


def _columns(shape: Input) -> dict[str, Any]:
    return {name: getattr(shape, name) for name in type(shape).model_fields}
