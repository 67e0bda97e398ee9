"""Agreement to a note: colleagues and units are asked, and say what they think of that version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, local_day, locked, note
from qabyldau.regulation.norms.deadlines import ReferenceNote
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.kinds import Position
from qabyldau.review.models import Agreement, Note
from qabyldau.review.notes import WRITTEN_IN, latest_version

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was said about a note; `remark` is needed unless it is simply agreed."""

    position: Position
    remark: str = ""


@transaction.atomic
def ask_agreement(
    appeal_id: int, *, user_ids: tuple[int, ...] = (), body_ids: tuple[int, ...] = (), asked: Asked
) -> list[Agreement]:
    """Ask colleagues and units about the last version; who was asked about it before is not asked twice."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.SUBMIT, appeal.office_id)
    row = _last(appeal)
    colleagues = {one.user_id: one for one in agreeing(appeal, asked) if one.user_id in set(user_ids)}
    units = [bodies.body(appeal.office_id, pk) for pk in body_ids]
    wanted = [
        *(_wanted(row, asked, one.name, one.name, user_id=pk) for pk, one in colleagues.items() if pk),
        *(_wanted(row, asked, one.name_kk, one.name_ru, body_id=one.pk) for one in units),
    ]
    known = set(row.agreements.values_list("user_id", "body_id"))
    fresh = [one for one in wanted if (one.user_id, one.body_id) not in known]
    Agreement.objects.bulk_create(fresh)
    facts = {"note": row.pk, "users": sorted(colleagues), "bodies": [one.pk for one in units]}
    note(appeal, "ask_agreement", asked, appeal.edition.cite(ReferenceNote), dict(facts))
    return fresh


def agreeing(appeal: Appeal, asked: Asked) -> list[Actor]:
    """Colleagues who may be asked: not the asker, and not who will decide on the note."""
    today = local_day(appeal.office, asked.at)
    found = people.holders(appeal.office_id, Right.AGREE_NOTE, today)
    return [one for one in found if not one.may(Right.DECIDE) and one.user_id != asked.by.user_id]


def _wanted(
    row: Note, asked: Asked, kk: str, ru: str, *, user_id: int | None = None, body_id: int | None = None
) -> Agreement:
    return Agreement(
        note=row,
        user_id=user_id,
        body_id=body_id,
        name_kk=kk,
        name_ru=ru,
        asked_by_id=asked.by.user_id,
        asked_at=asked.at,
    )


def _last(appeal: Appeal) -> Note:
    row, cited = latest_version(appeal), appeal.edition.cite(ReferenceNote)
    if appeal.stage not in WRITTEN_IN:
        raise UnlawfulError("act_not_now", cited, action="ask_agreement", state=appeal.state)
    if row is None:
        raise UnlawfulError("no_note_yet", cited)
    return row


@transaction.atomic
def agree(appeal_id: int, *, said: Opinion, asked: Asked) -> Agreement:
    """A colleague's opinion about the version they were asked about."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.AGREE_NOTE, appeal.office_id)
    mine = Agreement.objects.select_for_update().filter(
        note__appeal=appeal, user_id=asked.by.user_id or 0, position=""
    )
    row = mine.order_by("-pk").first()
    if row is None:
        raise UnlawfulError("agreement_not_asked", appeal.edition.cite(ReferenceNote))
    _say(row, appeal, said, by=asked.by, at=asked.at)
    facts = {"note": row.note_id, "position": str(said.position)}
    note(appeal, "agree", asked, appeal.edition.cite(ReferenceNote), dict(facts))
    return row


@transaction.atomic
def agree_for_body(agreement_id: int, *, said: Opinion, by: Actor, at: datetime) -> Agreement:
    """A unit's opinion, said by whoever speaks for it on that day."""
    rows = Agreement.objects.select_for_update(of=("self",))
    row = rows.select_related("note__appeal", "note__appeal__office").get(pk=agreement_id)
    appeal = row.note.appeal
    require(by, Right.ANSWER_MATERIALS, appeal.office_id)
    mine = bodies.of_user(appeal.office_id, by.user_id, local_day(appeal.office, at))
    if row.body_id not in {one.pk for one in mine}:
        raise PermissionDeniedError(Right.ANSWER_MATERIALS)
    if row.position:
        raise UnlawfulError("agreement_not_asked", appeal.edition.cite(ReferenceNote))
    _say(row, appeal, said, by=by, at=at)
    cited = appeal.edition.cite(ReferenceNote)
    facts: dict[str, object] = {"note": row.note_id, "position": str(said.position), "body": row.body_id}
    journal.write("agree", about=appeal.key, by=by, at=at, citation=cited, facts=facts)
    return row


def _say(row: Agreement, appeal: Appeal, said: Opinion, *, by: Actor, at: datetime) -> None:
    cited = appeal.edition.cite(ReferenceNote)
    if appeal.stage not in WRITTEN_IN:
        raise UnlawfulError("act_not_now", cited, action="agree", state=appeal.state)
    if said.position is not Position.AGREED and not said.remark.strip():
        raise UnlawfulError("agreement_without_reason", cited)
    row.position, row.remark = said.position, said.remark
    row.answered_by_id, row.answered_by_name, row.answered_at = by.user_id, by.name, at
    row.save()
