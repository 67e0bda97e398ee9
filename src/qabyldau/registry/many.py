"""Move many appeals by one act: the same law for each of them, and a few statements for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau import rows
from qabyldau.journal import actions as journal
from qabyldau.journal.actions import Happened
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.kinds import Channel
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Term
from qabyldau.registry.moves import ANSWERED, ENDS_WITH_IT, Asked, Step, enter, local_day, move
from qabyldau.registry.notices import Owing, issue, owed
from qabyldau.regulation.lifecycle import Action, take

if TYPE_CHECKING:
    from qabyldau.journal.models import Entry
    from qabyldau.outbox.actions import Owed
    from qabyldau.regulation.lifecycle import State

CHUNK = 200
# What a move may change.
COLUMNS = ["state", "official", "reception_at", "version", "due_on", "due_target"]


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
    if len(moving) <= 1:
        for one in moving:
            move(one.appeal, action, asked, one.step)
        return
    happened = [_moved(action, one) for one in moving]
    targets = {one.appeal.stage for one in moving}
    _save(moving)
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
    enter(appeal, target, step)
    appeal.version += 1
    if target in ANSWERED:
        appeal.due_on = appeal.due_target = None


def _save(moving: Sequence[Moving]) -> None:
    rows.change_all([one.appeal for one in moving], COLUMNS)


def _answers_given(appeals: Sequence[Appeal], asked: Asked) -> None:
    ids = [appeal.pk for appeal in appeals]
    ending = [TermKind.ANSWER, *ENDS_WITH_IT]
    open_terms = Term.objects.filter(appeal__in=ids, kind__in=ending, met_on=None, replaced_by=None)
    open_terms.update(met_on=local_day(appeals[0].office, asked.at))


def _tell(told: Sequence[tuple[Moving, Happened, Entry]], asked: Asked) -> None:
    """Every letter; one that can only lie in the box of the site is put by itself, as always."""
    together: list[Owed] = []
    due = [letter for row in told if (letter := _due(*row))]
    issued = issue(due, by=asked.by, at=asked.at)
    for one in due:
        letters = owed(one, day=local_day(one.appeal.office, asked.at), paper_id=issued.get(one.key))
        if [letter.channel for letter in letters] == [Channel.PORTAL]:
            outbox.put(one.appeal.office_id, letters, at=asked.at)
        else:
            together += letters
    for start in range(0, len(together), CHUNK):
        outbox.put(told[0][0].appeal.office_id, together[start : start + CHUNK], at=asked.at)


def _due(one: Moving, happened: Happened, entry: Entry) -> Owing | None:
    """The letter that a move owes; None: it owes none."""
    if one.step.tells is None or happened.citation is None:
        return None
    key = f"journal-{one.appeal.office_id}-{entry.seq}"
    return Owing(one.appeal, one.step.tells, happened.citation, key)
