"""The department's part: look at the appeal, leave it or take it up, and put a note before the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.letters.facts import Left
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, Step, flag, local_day, locked, move, note, save
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice, State
from qabyldau.regulation.norms.deadlines import ReferenceNote, due_before
from qabyldau.regulation.norms.refusal import Ground, NoMatterStated, ground, left
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.kinds import Outcome, Proposal
from qabyldau.review.models import Decision, Note, Screening
from qabyldau.review.queries import assessment
from qabyldau.schedule import queries as schedule
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

SCREENED_IN = frozenset({State.REGISTERED, State.REVIEW})


@dataclass(frozen=True, slots=True)
class Findings:
    """What the worker saw. None: not looked at. `earlier_id`: the appeal on the same matter."""

    states_the_matter: bool | None = None
    within_competence: bool | None = None
    competent_body_kk: str = ""
    competent_body_ru: str = ""
    heard_before: bool | None = None
    earlier_id: int | None = None
    new_arguments: bool | None = None
    remark: str = ""


@transaction.atomic
def screen(appeal_id: int, *, found: Findings, asked: Asked) -> Screening:
    """Record what was found; a later look replaces the earlier one, which stays readable."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.SCREEN, appeal.office_id)
    if appeal.stage not in SCREENED_IN:
        raise UnlawfulError("act_not_now", appeal.edition.cite(Ground), action="screen", state=appeal.state)
    row = Screening.objects.create(
        appeal=appeal,
        states_the_matter=found.states_the_matter,
        within_competence=found.within_competence,
        competent_body_kk=found.competent_body_kk,
        competent_body_ru=found.competent_body_ru,
        heard_before=found.heard_before,
        earlier_id=found.earlier_id,
        new_arguments=found.new_arguments,
        remark=found.remark,
        by_user_id=asked.by.user_id,
        at=asked.at,
    )
    save(appeal)
    facts = {
        "states_the_matter": found.states_the_matter,
        "within_competence": found.within_competence,
        "heard_before": found.heard_before,
        "new_arguments": found.new_arguments,
        "earlier": found.earlier_id,
    }
    note(appeal, "screen", asked, appeal.edition.cite(Ground), dict(facts))
    return row


@transaction.atomic
def leave(appeal_id: int, *, asked: Asked) -> Appeal:
    """No matter is stated, and a worker has confirmed it: left without consideration, the applicant told."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.LEAVE, appeal.office_id)
    left(assessment(appeal), appeal.edition)
    Decision.objects.create(
        appeal=appeal, outcome=Outcome.LEAVE, by_user_id=asked.by.user_id, by_name=asked.by.name, at=asked.at
    )
    move(appeal, Action.LEAVE, asked, Step(tells=Told(Notice.LEFT, Left())))
    return appeal


@transaction.atomic
def take_up(appeal_id: int, *, asked: Asked) -> Appeal:
    """Begin the consideration: from here materials are collected and the note is written."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.TAKE_UP, appeal.office_id)
    if assessment(appeal).states_the_matter is not True:
        raise UnlawfulError("not_assessed", appeal.edition.cite(NoMatterStated))
    move(appeal, Action.TAKE_UP, asked)
    return appeal


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the note proposes: a reception by an official, on a day if one is named, or a refusal."""

    facts: str
    proposal: Proposal
    official_id: int | None = None
    day_id: int | None = None
    ground: str = ""


@transaction.atomic
def submit(appeal_id: int, *, proposed: Proposed, asked: Asked) -> Note:
    """Put the note before the head of the office. A note later than the law asks is taken, and flagged."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.SUBMIT, appeal.office_id)
    if proposed.proposal is Proposal.REFUSE:
        ground(proposed.ground, assessment(appeal), appeal.edition)
    late = _too_late(appeal, proposed, asked)
    row = Note.objects.create(
        appeal=appeal,
        facts=proposed.facts,
        proposal=proposed.proposal,
        official_id=proposed.official_id,
        day_id=proposed.day_id,
        ground=proposed.ground,
        late=late,
        by_user_id=asked.by.user_id,
        at=asked.at,
    )
    if late:
        flag(appeal, "note_late", ReferenceNote, asked)
    move(
        appeal,
        Action.SUBMIT,
        asked,
        Step(facts={"note": row.pk, "proposal": str(proposed.proposal), "late": late}),
    )
    return row


def _too_late(appeal: Appeal, proposed: Proposed, asked: Asked) -> bool:
    if proposed.day_id is None:
        return False
    day = schedule.days(appeal.office_id).get(pk=proposed.day_id)
    due = due_before(ReferenceNote, day.on, appeal.edition, worktime.calendar())
    return local_day(appeal.office, asked.at) > due.on
