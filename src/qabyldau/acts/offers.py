"""What this person may do with this appeal now, and for the rest: why not, under which clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qabyldau.acts import asking, at_desk, considered, controlling, participating, replanning, screening
from qabyldau.acts.act import Act
from qabyldau.acts.catalogue import ACTS
from qabyldau.people import queries as people
from qabyldau.regulation.lifecycle import FINAL, Action, take
from qabyldau.regulation.norms.deadlines import ExtensionCap, HearingNotice, ReferenceNote
from qabyldau.regulation.norms.refusal import Ground, NoMatterStated, grounds, left
from qabyldau.regulation.unlawful import Fact, UnlawfulError
from qabyldau.review.actions.decide import check_evidence
from qabyldau.review.actions.hearing import check_heard
from qabyldau.review.actions.prepare import SCREENED_IN
from qabyldau.review.notes import open_hearing, prepared_by
from qabyldau.review.queries import assessment

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
    prepared_by: frozenset[int]


Check = Callable[[_Case], UnlawfulError | None]


def offers(appeal: Appeal, actor: Actor) -> list[Offer]:
    """Every act this person's role may ever do, each allowed now or with its reason."""
    case = _Case(appeal, actor, assessment(appeal), prepared_by(appeal))
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
    found = check(case) if check else None
    found = found or screening.against(act.name, appeal, case.found)
    found = found or controlling.against(act.name, appeal)
    return found or participating.against(act.name, appeal, case.actor)


def _stays(act: Act, case: _Case) -> UnlawfulError | None:
    if act.name == "screen" and case.appeal.stage not in SCREENED_IN:
        code = "already_over" if case.appeal.stage in FINAL else "act_not_now"
        return UnlawfulError(code, case.appeal.edition.cite(Ground), action=act.name, state=case.appeal.state)
    both = (act.name, case.appeal, case.actor)
    found = considered.against(*both) or participating.against(*both)
    found = found or asking.against(act.name, case.appeal) or at_desk.against(act.name, case.appeal)
    found = found or replanning.against(act.name, case.appeal)
    found = found or controlling.against(act.name, case.appeal)
    return found or screening.against(act.name, case.appeal, case.found)


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
    from_note = case.actor.user_id in case.prepared_by
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
    found = list(grounds(case.found, law))
    if not found:
        return UnlawfulError("ground_not_found", law.cite(Ground), ground="")
    try:
        check_evidence(case.appeal, found[0])
        check_heard(case.appeal)
    except UnlawfulError as unlawful:
        return unlawful
    return _own_note(case)


def _hear(case: _Case) -> UnlawfulError | None:
    waits = open_hearing(case.appeal)
    return UnlawfulError("hearing_waits", case.appeal.edition.cite(HearingNotice)) if waits else None


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
    Action.HEAR: _hear,
}
