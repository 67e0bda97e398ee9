"""The department's part: look at the appeal, leave it or take it up. The note is in `note`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.competence import subject_of
from qabyldau.letters.facts import Left
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.moves import Asked, Step, local_day, locked, meet, move, note, open_term, owe, save
from qabyldau.registry.notices import Told
from qabyldau.registry.sameness import another
from qabyldau.regulation.lifecycle import Action, Notice, State
from qabyldau.regulation.norms.deadlines import AlarmForward, Redirection, due
from qabyldau.regulation.norms.refusal import (
    Ground,
    HeardBefore,
    NoAuthor,
    NoMatterStated,
    OutsideCompetence,
    anonymous,
    left,
)
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.kinds import Outcome
from qabyldau.review.models import Decision, Screening
from qabyldau.review.queries import assessment
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

SCREENED_IN = frozenset({State.REGISTERED, State.REVIEW})
FOUND = (
    "states_the_matter",
    "within_competence",
    "heard_before",
    "new_arguments",
    "authored",
    "tells_of_crime",
)


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
    subject: str = ""
    authored: bool | None = None
    tells_of_crime: bool | None = None
    remark: str = ""


@transaction.atomic
def screen(appeal_id: int, *, found: Findings, asked: Asked) -> Screening:
    """Record what was found; a later look replaces the earlier one, which stays readable."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.SCREEN, appeal.office_id)
    if appeal.stage not in SCREENED_IN:
        raise UnlawfulError("act_not_now", appeal.edition.cite(Ground), action="screen", state=appeal.state)
    _may_be_found(found, appeal, asked)
    row = Screening.objects.create(appeal=appeal, by_user_id=asked.by.user_id, at=asked.at, **asdict(found))
    appeal.subject = found.subject or appeal.subject
    save(appeal)
    _owe(found, appeal, asked)
    facts = {name: getattr(found, name) for name in (*FOUND, "subject")}
    note(appeal, "screen", asked, appeal.edition.cite(Ground), {**facts, "earlier": found.earlier_id})
    return row


def _may_be_found(found: Findings, appeal: Appeal, asked: Asked) -> None:
    """The subject is in the classifier on that day, and the earlier appeal is not another person's."""
    law, day = appeal.edition, local_day(appeal.office, asked.at)
    if found.subject and found.subject != appeal.subject:
        subject = subject_of(found.subject)
        if subject is None:
            raise UnlawfulError("subject_unknown", law.cite(OutsideCompetence))
        if subject.until and subject.until < day:
            raise UnlawfulError("subject_ended", law.cite(OutsideCompetence), day=subject.until)
    if found.earlier_id and another(registry.whole(appeal.pk), registry.whole(found.earlier_id)):
        raise UnlawfulError("another_person", law.cite(HeardBefore))


def _owe(found: Findings, appeal: Appeal, asked: Asked) -> None:
    """What is not ours is to be passed on within its term, news of a crime without an author at once."""
    law, calendar, day = appeal.edition, worktime.calendar(), local_day(appeal.office, asked.at)
    owed = {
        TermKind.REDIRECTION: (found.within_competence is False, Redirection, appeal.registered_on),
        TermKind.ALARM: (found.authored is False and found.tells_of_crime is True, AlarmForward, day),
    }
    for kind, (holds, norm, event) in owed.items():
        if not holds:
            meet(appeal, kind, day)
        elif open_term(appeal, kind) is None:
            owe(appeal, kind, due(norm, event, law, calendar))


@transaction.atomic
def leave(appeal_id: int, *, asked: Asked) -> Appeal:
    """No matter is stated, and a worker has confirmed it: left without consideration, the applicant told."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.LEAVE, appeal.office_id)
    left(assessment(appeal), appeal.edition)
    note_left(appeal, "", asked)
    move(appeal, Action.LEAVE, asked, Step(tells=Told(Notice.LEFT, Left())))
    return appeal


@transaction.atomic
def leave_anonymous(appeal_id: int, *, asked: Asked) -> Appeal:
    """Nobody can tell who wrote it, and it is no news of a crime or a threat: left without consideration."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.LEAVE, appeal.office_id)
    anonymous(assessment(appeal), appeal.edition)
    note_left(appeal, "anonymous", asked)
    move(appeal, Action.LEAVE_ANONYMOUS, asked, Step(tells=Told(Notice.LEFT, Left("anonymous"))))
    return appeal


def note_left(appeal: Appeal, ground: str, asked: Asked) -> Decision:
    """The decision behind an appeal that was left; `ground` is empty where no matter is stated."""
    return Decision.objects.create(
        appeal=appeal,
        outcome=Outcome.LEAVE,
        ground=ground,
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        at=asked.at,
    )


@transaction.atomic
def take_up(appeal_id: int, *, asked: Asked) -> Appeal:
    """Begin the consideration: from here materials are collected and the note is written."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.TAKE_UP, appeal.office_id)
    found = assessment(appeal)
    if found.states_the_matter is not True:
        raise UnlawfulError("not_assessed", appeal.edition.cite(NoMatterStated))
    if found.authored is False:
        raise UnlawfulError("without_author", appeal.edition.cite(NoAuthor))
    move(appeal, Action.TAKE_UP, asked)
    return appeal
