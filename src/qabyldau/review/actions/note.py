"""The note: versions that are kept, what one has typed and not kept, and putting one before the head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people import settings
from qabyldau.people.actor import require
from qabyldau.people.kinds import AgreedBy
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, Step, flag, local_day, locked, move, note
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.norms.deadlines import ReferenceNote
from qabyldau.regulation.norms.refusal import ground
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from qabyldau.review.kinds import Proposal
from qabyldau.review.models import Agreement, Note, NoteDraft
from qabyldau.review.notes import WRITTEN_IN, latest_version, note_deadline
from qabyldau.review.queries import assessment
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier appeal of the applicant, quoted: `answer` is empty where none was given."""

    appeal_id: int
    number: str
    on: str
    matter: str
    state: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """A body's answer, quoted; `files` by name. `unable`: it said why it cannot answer."""

    request_id: int
    body_id: int
    number: str
    body_kk: str
    body_ru: str
    question: str
    text: str
    on: str
    unable: bool = False
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a note says and proposes: a reception by an official, on a day if one is named, or a refusal."""

    facts: str
    proposal: Proposal | str = ""
    official_id: int | None = None
    day_id: int | None = None
    ground: str = ""
    mode: str = ""
    conclusion: str = ""
    language: Language = Language.RU
    facts_other: str = ""
    conclusion_other: str = ""
    history: tuple[Earlier, ...] = ()
    materials: tuple[Material, ...] = ()


@transaction.atomic
def keep_note(appeal_id: int, *, proposed: Proposed, asked: Asked) -> Note:
    """Keep a version that colleagues see; it stays as it is, a later one stands beside it."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.SUBMIT, appeal.office_id)
    if appeal.stage not in WRITTEN_IN:
        cited = appeal.edition.cite(ReferenceNote)
        raise UnlawfulError("act_not_now", cited, action="keep_note", state=appeal.state)
    row = _version(appeal, proposed, asked)
    facts = {"note": row.pk, "version": row.version}
    note(appeal, "keep_note", asked, appeal.edition.cite(ReferenceNote), dict(facts))
    return row


@transaction.atomic
def submit(appeal_id: int, *, proposed: Proposed, asked: Asked) -> Note:
    """Put the note before the head of the office. A note later than the law asks is taken, and flagged."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.SUBMIT, appeal.office_id)
    if proposed.proposal == Proposal.REFUSE:
        ground(proposed.ground, assessment(appeal), appeal.edition)
    row = _version(appeal, proposed, asked)
    _agreed(appeal, row)
    row.late, row.submitted_at = _too_late(appeal, row, asked), asked.at
    row.save(update_fields=["late", "submitted_at"])
    if row.late:
        flag(appeal, "note_late", ReferenceNote, asked)
    facts = {"note": row.pk, "proposal": str(proposed.proposal), "late": row.late, "version": row.version}
    move(appeal, Action.SUBMIT, asked, Step(facts=dict(facts)))
    return row


def _version(appeal: Appeal, proposed: Proposed, asked: Asked) -> Note:
    """The last version if it says the same and was not submitted; else a new one. The draft has served."""
    last = latest_version(appeal)
    columns = _columns(proposed)
    NoteDraft.objects.filter(appeal=appeal, user_id=asked.by.user_id or 0).delete()
    if last is not None and last.submitted_at is None and _says(last, columns):
        return last
    return Note.objects.create(
        appeal=appeal,
        version=last.version + 1 if last else 1,
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        at=asked.at,
        **columns,
    )


def _columns(proposed: Proposed) -> dict[str, object]:
    columns: dict[str, object] = asdict(proposed)
    columns["history"] = [asdict(one) for one in proposed.history]
    columns["materials"] = [{**asdict(one), "files": list(one.files)} for one in proposed.materials]
    return columns


def _says(row: Note, columns: Mapping[str, object]) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())


def _too_late(appeal: Appeal, row: Note, asked: Asked) -> bool:
    if row.day_id is None:
        return False
    day = schedule.days(appeal.office_id).get(pk=row.day_id)
    return local_day(appeal.office, asked.at) > note_deadline(appeal, day.on).on


def _agreed(appeal: Appeal, row: Note) -> None:
    """Who must have answered by the office's own setting; what they answered, the head reads."""
    wanted = AgreedBy(settings.of(appeal.office_id).note_agreed_by)
    answered = Agreement.objects.filter(note=row).exclude(position="")
    cited = appeal.edition.cite(ReferenceNote)
    if wanted is AgreedBy.COLLEAGUE and not answered.filter(user__isnull=False).exists():
        raise UnlawfulError("note_not_agreed_by_colleague", cited)
    if wanted is AgreedBy.UNITS:
        owed = {one["body_id"] for one in row.materials}
        if owed - set(answered.values_list("body_id", flat=True)):
            raise UnlawfulError("note_not_agreed_by_units", cited)


@transaction.atomic
def keep_draft(
    appeal_id: int, *, typed: Mapping[str, object], began_at: int, by: Actor, at: datetime
) -> NoteDraft:
    """What is typed so far, for the one who types; nothing of it counts and nothing is journaled."""
    appeal = locked(appeal_id, Asked(by=by, at=at))
    require(by, Right.SUBMIT, appeal.office_id)
    row, _ = NoteDraft.objects.update_or_create(
        appeal=appeal,
        user_id=by.user_id or 0,
        defaults={"typed": dict(typed), "began_at_version": began_at, "at": at},
    )
    return row
