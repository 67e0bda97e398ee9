"""What the API answers with: every shape, read from the rooms below."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from qabyldau.people.identifiers import masked
from qabyldau.people.queries import number_of
from qabyldau.registry.queries import due_of
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.wording import arithmetic
from qabyldau.regulation.words import Language
from qabyldau.worktime.queries import calendar_at

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.registry.models import Appeal, Attachment, Flag, Term
    from qabyldau.regulation.edition import Citation
    from qabyldau.regulation.words import Words


class WordsOut(BaseModel):
    """One thing in both languages."""

    kk: str
    ru: str

    @classmethod
    def of(cls, words: Words) -> WordsOut:
        return cls(kk=words.kk, ru=words.ru)


class CitationOut(BaseModel):
    """Where the law says so."""

    clause: str = Field(examples=["29"])
    edition: str = Field(examples=["zko-289@2023"])
    words: WordsOut

    @classmethod
    def of(cls, citation: Citation) -> CitationOut:
        return cls(clause=citation.number, edition=citation.edition, words=WordsOut.of(citation.words))


class TermOut(BaseModel):
    """A day by which something is owed, and how it was counted."""

    kind: str
    event_on: date
    due_on: date = Field(description="the last lawful day")
    target_on: date = Field(description="the office's own last day")
    met_on: date | None
    extended: bool = Field(description="the head named this day; nothing was counted")
    replaced: bool
    citation: CitationOut
    calendar_version: int
    arithmetic: WordsOut | None

    @classmethod
    def of(cls, term: Term) -> TermOut:
        return cls(
            kind=term.kind,
            event_on=term.event_on,
            due_on=term.due_on,
            target_on=term.target_on,
            met_on=term.met_on,
            extended=term.set_by_hand,
            replaced=term.replaced_by_id is not None,
            citation=CitationOut.of(term.cited),
            calendar_version=term.calendar_version,
            arithmetic=None if term.set_by_hand else _arithmetic(term),
        )


def _arithmetic(term: Term) -> WordsOut:
    found = due_of(term, calendar_at(term.calendar_version))
    return WordsOut(kk=arithmetic(found, Language.KK), ru=arithmetic(found, Language.RU))


class FlagOut(BaseModel):
    """A fact that fell short of a clause."""

    code: str
    at: datetime
    citation: CitationOut

    @classmethod
    def of(cls, flag: Flag) -> FlagOut:
        return cls(code=flag.code, at=flag.at, citation=CitationOut.of(flag.cited))


class AttachmentOut(BaseModel):
    name: str
    kind: str
    size: int
    sha256: str

    @classmethod
    def of(cls, row: Attachment) -> AttachmentOut:
        return cls(name=row.name, kind=row.kind, size=row.size, sha256=row.sha256)


class OfficialOut(BaseModel):
    id: int
    name: WordsOut
    position: WordsOut

    @classmethod
    def of(cls, row: Official) -> OfficialOut:
        return cls(id=row.pk, name=WordsOut.of(row.name), position=WordsOut.of(row.position))


class ApplicantOut(BaseModel):
    """Who appeals. The number is masked; the act `reveal` shows it, for a reason that is journaled."""

    kind: str
    name: str
    number: str = Field(examples=["••••••••0010"])
    document: str
    representative: str
    authority: str
    authority_until: date | None
    people_count: int
    phone: str
    email: str
    address: str

    @classmethod
    def of(cls, appeal: Appeal) -> ApplicantOut:
        return cls(
            kind=appeal.applicant.kind,
            name=appeal.applicant_name,
            number=masked(number_of(appeal.applicant)),
            document=appeal.applicant.document,
            representative=appeal.representative,
            authority=appeal.authority,
            authority_until=appeal.authority_until,
            people_count=appeal.people_count,
            phone=appeal.phone,
            email=appeal.email,
            address=appeal.address,
        )


class AppealRow(BaseModel):
    """An appeal in a list."""

    number: str = Field(examples=["ZKO-2026-000123"])
    external_number: str = Field(description="of the state's register, kept beside ours")
    state: State
    version: int = Field(description="send it back in If-Match to act on what you have read")
    channel: Channel
    topic: str
    language: Language
    applicant_name: str
    received_at: datetime
    registered_at: datetime
    registered_on: date
    due_on: date | None = Field(description="last lawful day of the answer; null: answered")
    due_target: date | None
    reception_at: datetime | None

    @classmethod
    def of(cls, appeal: Appeal) -> AppealRow:
        return cls(**{name: getattr(appeal, name) for name in AppealRow.model_fields})


class AppealCard(AppealRow):
    """An appeal whole: what was stated, the terms with their arithmetic, who receives."""

    edition: str
    substance: str
    applicant: ApplicantOut
    wished_official_id: int | None
    wished_mode: Mode
    video_consent: bool
    standing: str
    standing_proof: str
    official: OfficialOut | None = Field(description="who receives")
    terms: list[TermOut]
    flags: list[FlagOut]
    files: list[AttachmentOut]

    @classmethod
    def of(cls, appeal: Appeal) -> AppealCard:
        """Of a row read with its applicant, official, terms, flags and attachments."""
        same = (*AppealRow.model_fields, "substance", "wished_official_id", "wished_mode", "video_consent")
        return cls(
            **{name: getattr(appeal, name) for name in (*same, "standing", "standing_proof")},
            edition=appeal.edition_code,
            applicant=ApplicantOut.of(appeal),
            official=OfficialOut.of(appeal.official) if appeal.official else None,
            terms=[TermOut.of(term) for term in appeal.terms.all()],
            flags=[FlagOut.of(flag) for flag in appeal.flags.all()],
            files=[AttachmentOut.of(row) for row in appeal.attachments.all()],
        )
