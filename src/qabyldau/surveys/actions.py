"""Write questions, draw a round, call, take answers, look into a low score."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.outbox import actions as outbox
from qabyldau.people import settings
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry.numbers import new_secret
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.control import Survey
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.surveys import letters, queries, sample
from qabyldau.surveys.kinds import Population, QuestionKind, Stage, Tried, Way
from qabyldau.surveys.models import Attempt, Concern, Question, Questionnaire, Response, Round, Task

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.regulation.edition import Citation
    from qabyldau.surveys.population import Person

SEED_BYTES = 8
# A mean of at most this many tenths asks somebody to look what happened.
LOW = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the department writes it."""

    kind: QuestionKind
    text: Words


@dataclass(frozen=True, slots=True)
class Wanted:
    """A round to be drawn. An empty seed: chance makes one."""

    population: Population
    way: Way
    since: date
    until: date
    size: int
    seed: str = ""


@transaction.atomic
def write_questions(office: Office, asked: Sequence[Asked], *, by: Actor, at: datetime) -> Questionnaire:
    """A new version; rounds drawn before keep theirs."""
    require(by, Right.RUN_SURVEYS, office.pk)
    cited = _cited(office, at)
    if not any(one.kind is QuestionKind.SCORE for one in asked):
        raise UnlawfulError("survey_without_score", cited)
    journal.hold(office.pk)
    last = queries.questionnaire(office.pk)
    row = Questionnaire.objects.create(
        office=office, version=last.version + 1 if last else 1, at=at, by_user_id=by.user_id
    )
    Question.objects.bulk_create(
        Question(questionnaire=row, place=place, kind=one.kind, text_kk=one.text.kk, text_ru=one.text.ru)
        for place, one in enumerate(asked, start=1)
    )
    facts: journal.Facts = {"version": row.version, "questions": len(asked)}
    about = f"questionnaire:{row.pk}"
    journal.write("write_questions", about=about, by=by, at=at, citation=cited, facts=facts)
    return row


@transaction.atomic
def draw(office: Office, wanted: Wanted, *, by: Actor, at: datetime) -> Round:
    """A sample of those days, never larger than its population; the seed is kept with it."""
    require(by, Right.RUN_SURVEYS, office.pk)
    cited = _cited(office, at)
    asking = queries.questionnaire(office.pk)
    if asking is None:
        raise UnlawfulError("survey_without_questions", cited)
    journal.hold(office.pk)
    people = _population(office, wanted, cited, at)
    seed = wanted.seed.strip() or secrets.token_hex(SEED_BYTES)
    keys = sorted(people)
    row = Round.objects.create(
        office=office,
        counter=Round.objects.filter(office=office).count() + 1,
        population=wanted.population,
        way=wanted.way,
        since=wanted.since,
        until=wanted.until,
        questionnaire=asking,
        seed=seed,
        keys=keys,
        asked=wanted.size,
        citation=cited.as_row(),
        at=at,
        by_user_id=by.user_id,
    )
    _task(row, [people[key] for key in sample.drawn(seed, keys, wanted.size)], at)
    facts: journal.Facts = {"seed": seed, "population": len(keys), "asked": wanted.size}
    journal.write("draw_survey", about=row.key, by=by, at=at, citation=cited, facts=facts)
    return row


def _population(office: Office, wanted: Wanted, cited: Citation, at: datetime) -> dict[str, Person]:
    if wanted.until >= _day(office, at) or wanted.since > wanted.until:
        raise UnlawfulError("survey_days_not_over", cited, day=wanted.until)
    found = queries.could_be_asked(office.pk, wanted.population, wanted.way, wanted.since, wanted.until, at)
    people = {one.key: one for one in found}
    if wanted.size > len(people):
        raise UnlawfulError("survey_sample_too_large", cited, asked=wanted.size, there=len(people))
    return people


def _task(row: Round, chosen: Sequence[Person], at: datetime) -> None:
    """A task for everybody drawn; by links, each gets theirs."""
    owed = []
    for place, one in enumerate(chosen, start=1):
        code = new_secret() + new_secret() if row.way == Way.LINKS else ""
        task = Task.objects.create(
            round=row,
            place=place,
            about=one.key,
            person=one.index,
            language=one.language,
            link=queries.link_digest(code) if code else "",
            at=at,
        )
        if code:
            owed.append(letters.link(task, one, code))
    if owed:
        outbox.put(row.office_id, owed, at=at)


@transaction.atomic
def attempt(task_id: int, tried: Tried, *, call_at: datetime | None, by: Actor, at: datetime) -> Task:
    """A call that brought no answers; after as many as the office allows nobody calls again."""
    task = _open(task_id, by)
    Attempt.objects.create(task=task, tried=tried, at=at, by_user_id=by.user_id)
    task.call_at = call_at if tried is Tried.LATER else None
    task.stage = _after(task, tried)
    task.save(update_fields=["call_at", "stage"])
    _note("call_for_survey", task, by, at, {"tried": tried})
    return task


def _after(task: Task, tried: Tried) -> Stage:
    if tried is Tried.REFUSED:
        return Stage.REFUSED
    most = settings.of(task.round.office_id).contact_tries
    vain = task.attempts.filter(tried=Tried.NO_ANSWER).count()
    return Stage.UNREACHED if tried is Tried.WRONG_NUMBER or vain >= most else Stage.OPEN


@transaction.atomic
def answer(task_id: int, answers: Mapping[str, str], *, by: Actor, at: datetime) -> Response:
    """What the person said to the operator."""
    task = _open(task_id, by)
    return _keep(task, answers, by, at)


@transaction.atomic
def answer_by_link(code: str, answers: Mapping[str, str], *, at: datetime) -> Response:
    """What the person wrote; the link opens nothing afterwards."""
    found = queries.by_link(code)
    if found is None:
        raise Task.DoesNotExist
    task = _locked(found.pk)
    return _keep(task, answers, Actor.applicant(task.round.office_id), at)


def _keep(task: Task, answers: Mapping[str, str], by: Actor, at: datetime) -> Response:
    known = queries.questions(task.round.questionnaire)
    said = {one.field: answers[one.field] for one in known if answers.get(one.field)}
    scores = [int(said[one.field]) for one in known if one.kind == QuestionKind.SCORE and one.field in said]
    response = Response.objects.create(
        task=task,
        answers=said,
        score=round(10 * sum(scores) / len(scores)) if scores else None,
        at=at,
        by_user_id=by.user_id,
    )
    task.stage, task.call_at = Stage.ANSWERED, None
    task.save(update_fields=["stage", "call_at"])
    if response.score is not None and response.score <= LOW:
        Concern.objects.create(response=response, at=at)
    _note("answer_survey", task, by, at, {"score": response.score})
    return response


@transaction.atomic
def settle(concern_id: int, remark: str, *, by: Actor, at: datetime) -> Concern:
    """Somebody has looked what lay behind a low score."""
    rows = Concern.objects.select_for_update(of=("self",)).select_related("response__task__round")
    row = rows.get(pk=concern_id, response__task__round__office_id=by.office_id)
    require(by, Right.RUN_SURVEYS, by.office_id)
    if row.settled_at is not None:
        raise UnlawfulError("survey_concern_settled", row.response.task.round.cited)
    row.settled_at, row.settled_by_id, row.remark = at, by.user_id, remark.strip()
    row.save(update_fields=["settled_at", "settled_by", "remark"])
    _note("settle_concern", row.response.task, by, at, {"concern": row.pk})
    return row


def _locked(task_id: int) -> Task:
    """An open task, kept from others until commit."""
    rows = Task.objects.select_for_update(of=("self",)).select_related(
        "round__office", "round__questionnaire"
    )
    task = rows.get(pk=task_id)
    if task.stage != Stage.OPEN:
        raise UnlawfulError("survey_task_is_over", task.round.cited)
    return task


def _open(task_id: int, by: Actor) -> Task:
    queries.task(by.office_id, task_id)
    require(by, Right.CALL_SURVEYS, by.office_id)
    return _locked(task_id)


def _note(action: str, task: Task, by: Actor, at: datetime, facts: journal.Facts) -> None:
    said: journal.Facts = {"task": task.pk, **facts}
    journal.write(action, about=task.round.key, by=by, at=at, citation=task.round.cited, facts=said)


def _day(office: Office, at: datetime) -> date:
    return at.astimezone(ZoneInfo(office.zone)).date()


def _cited(office: Office, at: datetime) -> Citation:
    return governing(office.code, _day(office, at)).edition.cite(Survey)
