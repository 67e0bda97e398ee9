"""Reads: rounds and their figures, whom to call now, what a low score asks for."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, QuerySet

from qabyldau.people import settings
from qabyldau.registry.numbers import LOOKALIKES
from qabyldau.surveys import population, sample
from qabyldau.surveys.figures import CONTENT, Found, mean, share
from qabyldau.surveys.kinds import Population, QuestionKind, Stage, Way
from qabyldau.surveys.models import Attempt, Concern, Question, Questionnaire, Response, Round, Task

if TYPE_CHECKING:
    from qabyldau.surveys.population import Person


def questionnaire(office_id: int) -> Questionnaire | None:
    """The newest version; None: nobody has written questions yet."""
    return Questionnaire.objects.filter(office_id=office_id).order_by("-version").first()


def questions(of: Questionnaire) -> list[Question]:
    return list(of.questions.order_by("place"))


def rounds(office_id: int) -> QuerySet[Round]:
    found = Round.objects.filter(office_id=office_id).select_related("questionnaire", "by_user")
    return found.annotate(answers=Count("tasks", filter=Q(tasks__stage=Stage.ANSWERED))).order_by("-pk")


def round_of(office_id: int, round_id: int) -> Round:
    return Round.objects.select_related("questionnaire", "office").get(office_id=office_id, pk=round_id)


def tasks(of: Round) -> QuerySet[Task]:
    return of.tasks.annotate(tries=Count("attempts")).order_by("place")


def to_call(office_id: int, at: datetime) -> QuerySet[Task]:
    """Whom an operator calls now: who asked for this hour first, then who was tried least."""
    found = Task.objects.filter(round__office_id=office_id, round__way=Way.CALLS, stage=Stage.OPEN)
    due = found.filter(Q(call_at=None) | Q(call_at__lte=at)).annotate(tries=Count("attempts"))
    return due.select_related("round").order_by(F("call_at").asc(nulls_last=True), "tries", "pk")


def task(office_id: int, task_id: int) -> Task:
    found = Task.objects.select_related("round__questionnaire", "round__office")
    return found.get(round__office_id=office_id, pk=task_id)


def attempts(of: Task) -> list[Attempt]:
    return list(of.attempts.select_related("by_user").order_by("pk"))


def concerns(office_id: int) -> QuerySet[Concern]:
    """Low scores that nobody has looked into."""
    found = Concern.objects.filter(response__task__round__office_id=office_id, settled_at=None)
    return found.select_related("response__task__round").order_by("pk")


def could_be_asked(
    office_id: int, of: Population, way: Way, since: date, until: date, at: datetime
) -> list[Person]:
    """Who can be reached that way, and was not asked in the days that the office leaves people alone."""
    before = at - timedelta(days=settings.of(office_id).survey_days)
    recent = Task.objects.filter(round__office_id=office_id, at__gte=before)
    lately = set(recent.values_list("person", flat=True))
    people = population.of(office_id, of, since, until)
    return [one for one in people if one.reached(way) and one.index not in lately]


def drawn_again(of: Round) -> list[str]:
    """The sample by seed and population alone: the same as the tasks, or somebody has changed one of them."""
    return sample.drawn(of.seed, of.keys, of.asked)


def found(of: Round) -> Found:
    stages = dict(of.tasks.order_by().values_list("stage").annotate(Count("pk")))
    scores = list(
        Response.objects.filter(task__round=of, score__isnull=False).values_list("score", flat=True)
    )
    given = [one for one in scores if one is not None]
    return Found(
        population=len(of.keys),
        asked=of.asked,
        answered=stages.get(Stage.ANSWERED, 0),
        refused=stages.get(Stage.REFUSED, 0),
        unreached=stages.get(Stage.UNREACHED, 0),
        mean=mean(given),
        content=share(sum(one >= CONTENT for one in given), len(given), len(of.keys)),
    )


def answers(of: Round) -> list[tuple[Question, list[tuple[str, int]], list[str]]]:
    """By question: how often each answer was given; the own words of people apart."""
    given = list(Response.objects.filter(task__round=of).order_by("pk").values_list("answers", flat=True))
    result = []
    for one in questions(of.questionnaire):
        said = [str(each[one.field]) for each in given if each.get(one.field)]
        free = one.kind == QuestionKind.TEXT
        counted = [] if free else [(value, said.count(value)) for value in sorted(set(said))]
        result.append((one, counted, said if free else []))
    return result


def link_digest(code: str) -> str:
    plain = "".join(code.upper().translate(LOOKALIKES).split()).replace("-", "")
    return hashlib.sha256(f"survey|{plain}".encode()).hexdigest()


def by_link(code: str) -> Task | None:
    found = Task.objects.filter(link=link_digest(code))
    return found.select_related("round__questionnaire", "round__office").first()
