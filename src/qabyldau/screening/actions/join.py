"""One appeal that came by two ways: the later joins the earlier, and parts again if that was a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.letters.facts import Merger
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry import amending
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked, Step, locked, move, note, save
from qabyldau.registry.notices import Told
from qabyldau.registry.sameness import another
from qabyldau.regulation.lifecycle import Action, Notice, take
from qabyldau.regulation.norms.completeness import Duplicate
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.screening.queries import UNANSWERED, joined

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


@transaction.atomic
def merge(appeal_id: int, *, earlier_id: int, asked: Asked) -> Appeal:
    """Join this appeal to the earlier one: number and talon stay, the answer is given once, by that one."""
    if earlier_id >= appeal_id:
        raise UnlawfulError("not_the_earlier", registry.get(appeal_id).edition.cite(Duplicate))
    # The earlier first, always: two joinings at once never wait crosswise.
    earlier = locked(earlier_id, Asked(by=asked.by, at=asked.at))
    appeal = locked(appeal_id, asked)
    for office_id in (appeal.office_id, earlier.office_id):
        require(asked.by, Right.MERGE, office_id)
    take(Action.MERGE, appeal.stage, appeal.edition)
    _may_join(appeal, earlier)
    appeal.merged_into = earlier
    letter = Merger("joined", earlier.number, earlier.due_on)
    step = Step(facts={"earlier": earlier.number}, tells=Told(Notice.MERGER, letter))
    basis = move(appeal, Action.MERGE, asked, step)
    save(earlier)
    note(earlier, "merge_in", Asked(by=asked.by, at=asked.at), basis, {"later": appeal.number})
    return appeal


def _may_join(appeal: Appeal, earlier: Appeal) -> None:
    basis = appeal.edition.cite(Duplicate)
    if earlier.stage not in UNANSWERED:
        raise UnlawfulError("earlier_is_answered", basis)
    if another(registry.whole(appeal.pk), registry.whole(earlier.pk)):
        raise UnlawfulError("another_person", basis)
    if joined(appeal).exists():
        raise UnlawfulError("holds_others", basis)


@transaction.atomic
def separate(appeal_id: int, *, asked: Asked) -> Appeal:
    """The joining was a mistake: the appeal goes on by itself, with the term that it had."""
    merged_into = registry.get(appeal_id).merged_into_id
    earlier = locked(merged_into, Asked(by=asked.by, at=asked.at)) if merged_into else None
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.MERGE, appeal.office_id)
    take(Action.SEPARATE, appeal.stage, appeal.edition)
    number = earlier.number if earlier else ""
    appeal.merged_into = None
    amending.run_answer_again(appeal)
    letter = Merger("separated", number, appeal.due_on)
    step = Step(facts={"earlier": number}, tells=Told(Notice.MERGER, letter))
    basis = move(appeal, Action.SEPARATE, asked, step)
    if earlier:
        save(earlier)
        note(earlier, "separate_from", Asked(by=asked.by, at=asked.at), basis, {"later": appeal.number})
    return appeal
