"""Move many appeals by one act: the same law for each of them, and a few statements for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, DateTimeField, F, Q, Value, When

from qabyldau.journal import actions as journal
from qabyldau.journal.actions import Happened
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.kinds import Channel
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Term
from qabyldau.registry.moves import ANSWERED, Asked, Step, local_day
from qabyldau.registry.notices import owed
from qabyldau.regulation.lifecycle import Action, take

if TYPE_CHECKING:
    from qabyldau.journal.models import Entry
    from qabyldau.outbox.actions import Owed
    from qabyldau.regulation.edition import Citation
    from qabyldau.regulation.lifecycle import State

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Moving:
    """One appeal of many, and what the act adds to its move."""

    appeal: Appeal
    step: Step


def locked_all(appeal_ids: Iterable[int]) -> dict[int, Appeal]:
    """The appeals for an act, locked in the order of their numbers: two such acts never wait crosswise."""
    rows = Appeal.objects.select_for_update(of=("self",)).select_related("office").order_by("pk")
    return {appeal.pk: appeal for appeal in rows.filter(pk__in=list(appeal_ids))}


def move_all(action: Action, moving: Sequence[Moving], asked: Asked) -> None:
    """Move locked appeals of one office along the table; each is journaled and told as if it were alone."""
    if not moving:
        return
    happened = [_moved(action, one) for one in moving]
    targets = {one.appeal.stage for one in moving}
    for start in range(0, len(moving), CHUNK):
        _save(moving[start : start + CHUNK])
    if targets & ANSWERED:
        _answers_given([one.appeal for one in moving if one.appeal.stage in ANSWERED], asked)
    entries = journal.write_all(action, happened, by=asked.by, at=asked.at)
    _tell(list(zip(moving, happened, entries, strict=True)), asked)


def _moved(action: Action, one: Moving) -> Happened:
    """The move in memory, and what the journal says of it."""
    appeal, step = one.appeal, one.step
    row = take(action, appeal.stage, appeal.edition)
    basis = appeal.edition.cite(step.under or row.under)
    facts = {"from": appeal.state, "to": str(row.target), **step.facts}
    _set(appeal, row.target, step)
    return Happened(appeal.key, basis, facts)


def _set(appeal: Appeal, target: State, step: Step) -> None:
    appeal.state = target
    appeal.official_id = step.official_id or appeal.official_id
    appeal.reception_at = step.reception_at or appeal.reception_at
    appeal.version += 1
    if target in ANSWERED:
        appeal.due_on = appeal.due_target = None


def _save(chunk: Sequence[Moving]) -> None:
    """The columns that a move may change, each appeal with its own values, by one statement."""
    appeals = [one.appeal for one in chunk]
    Appeal.objects.filter(pk__in=[appeal.pk for appeal in appeals]).update(
        state=Case(*(When(pk=one.pk, then=Value(one.state)) for one in appeals)),
        official_id=Case(*(When(pk=one.pk, then=Value(one.official_id)) for one in appeals)),
        reception_at=Case(
            *(When(pk=one.pk, then=Value(one.reception_at)) for one in appeals),
            output_field=DateTimeField(),
        ),
        version=F("version") + 1,
    )


def _answers_given(appeals: Sequence[Appeal], asked: Asked) -> None:
    ids = [appeal.pk for appeal in appeals]
    open_terms = Term.objects.filter(appeal__in=ids, met_on=None, replaced_by=None)
    kinds = Q(kind=TermKind.ANSWER) | Q(kind=TermKind.NOTE)
    open_terms.filter(kinds).update(met_on=local_day(appeals[0].office, asked.at))
    Appeal.objects.filter(pk__in=ids).update(due_on=None, due_target=None)


def _tell(rows: Sequence[tuple[Moving, Happened, Entry]], asked: Asked) -> None:
    """Every letter; one that can only lie in the box of the site is put by itself, as always."""
    together: list[Owed] = []
    for one, happened, entry in rows:
        letters = _letters(one, happened.citation, entry)
        if [letter.channel for letter in letters] == [Channel.PORTAL]:
            outbox.put(one.appeal.office_id, letters, at=asked.at)
        else:
            together += letters
    for start in range(0, len(together), CHUNK):
        outbox.put(rows[0][0].appeal.office_id, together[start : start + CHUNK], at=asked.at)


def _letters(one: Moving, basis: Citation | None, entry: Entry) -> list[Owed]:
    if one.step.tells is None or basis is None:
        return []
    key = f"journal-{one.appeal.office_id}-{entry.seq}"
    return owed(one.appeal, one.appeal.office, one.step.tells, basis, key=key)
