"""What this person may do with this appeal now, and for the rest: why not, under which clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qabyldau.acts.act import Act
from qabyldau.acts.catalogue import ACTS
from qabyldau.people import queries as people
from qabyldau.regulation.lifecycle import FINAL, Action, take
from qabyldau.regulation.norms.deadlines import ExtensionCap, ReferenceNote
from qabyldau.regulation.norms.refusal import Ground, NoMatterStated, grounds, left
from qabyldau.regulation.unlawful import Fact, UnlawfulError
from qabyldau.review.actions.prepare import SCREENED_IN
from qabyldau.review.queries import assessment, latest_note

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation
    from qabyldau.regulation.norms.refusal import Assessment


@dataclass(frozen=True, slots=True)
class Offer:
    """`why` is the code of what stands against the act; empty: it may be done now."""

    act: Act
    why: str = ""
    citation: Citation | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def allowed(self) -> bool:
        return not self.why


@dataclass(frozen=True, slots=True)
class _Case:
    """The appeal with what was found about it, read once for all acts."""

    appeal: Appeal
    actor: Actor
    found: Assessment
    note_by: int | None


Check = Callable[[_Case], UnlawfulError | None]


def offers(appeal: Appeal, actor: Actor) -> list[Offer]:
    """Every act this person's role may ever do, each allowed now or with its reason."""
    note = latest_note(appeal)
    case = _Case(appeal, actor, assessment(appeal), note.by_user_id if note else None)
    return [_offer(act, case) for act in ACTS.values() if actor.may(act.right)]


def _offer(act: Act, case: _Case) -> Offer:
    against = _against(act, case)
    return Offer(act, against.code, against.citation, against.facts) if against else Offer(act)


def _against(act: Act, case: _Case) -> UnlawfulError | None:
    appeal = case.appeal
    if act.moves is None:
        return _stays(act, case)
    try:
        take(act.moves, appeal.stage, appeal.edition)
    except UnlawfulError as unlawful:
        return unlawful
    check = CHECKS.get(act.moves)
    return check(case) if check else None


def _stays(act: Act, case: _Case) -> UnlawfulError | None:
    if act.name == "screen" and case.appeal.stage not in SCREENED_IN:
        code = "already_over" if case.appeal.stage in FINAL else "act_not_now"
        return UnlawfulError(code, case.appeal.edition.cite(Ground), action=act.name, state=case.appeal.state)
    return None


def _leave(case: _Case) -> UnlawfulError | None:
    try:
        left(case.found, case.appeal.edition)
    except UnlawfulError as unlawful:
        return unlawful
    return None


def _take_up(case: _Case) -> UnlawfulError | None:
    stated = case.found.states_the_matter is True
    return None if stated else UnlawfulError("not_assessed", case.appeal.edition.cite(NoMatterStated))


def _own_note(case: _Case) -> UnlawfulError | None:
    from_note = case.note_by is not None and case.note_by == case.actor.user_id
    return (
        UnlawfulError("prepared_by_the_same_person", case.appeal.edition.cite(ReferenceNote))
        if from_note
        else None
    )


def _approve(case: _Case) -> UnlawfulError | None:
    law, found = case.appeal.edition, case.found
    if found.within_competence is None or found.heard_before is None:
        return UnlawfulError("not_assessed", law.cite(Ground))
    for one in grounds(found, law):
        return UnlawfulError("ground_stands_against", law.cite(type(one)), ground=one.code)
    return _own_note(case)


def _refuse(case: _Case) -> UnlawfulError | None:
    law = case.appeal.edition
    if not list(grounds(case.found, law)):
        return UnlawfulError("ground_not_found", law.cite(Ground), ground="")
    return _own_note(case)


def _extend(case: _Case) -> UnlawfulError | None:
    law = case.appeal.edition
    decides = people.rank_of(case.actor) in law.get(ExtensionCap).decided_by
    return None if decides else UnlawfulError("extension_by_whom", law.cite(ExtensionCap))


CHECKS: dict[Action, Check] = {
    Action.LEAVE: _leave,
    Action.TAKE_UP: _take_up,
    Action.APPROVE: _approve,
    Action.REFUSE: _refuse,
    Action.RETURN: _own_note,
    Action.EXTEND: _extend,
}
