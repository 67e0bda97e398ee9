"""Which appeals stand on a worklist: whose work, which filters, in what order, with what deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.http import QueryDict

from qabyldau.acts import ACTS
from qabyldau.competence import every_subject
from qabyldau.people.actor import Actor
from qabyldau.registry import queries as registry
from qabyldau.registry.kinds import Topic
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.lifecycle import AT_REST, MOVES, Action, State
from qabyldau.regulation.norms.intake import Channel
from qabyldau.web.components import Shape
from qabyldau.web.templatetags.look import shape_of
from qabyldau.web.terms import days_left

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

# The first level, the whole code of a section: those that ended are found by it too.
SUBJECTS = tuple(dict.fromkeys(one.code.partition(".")[0] + "." for one in every_subject()))
MINE, OPEN, ALL = "mine", "open", "all"
SCOPES = (MINE, OPEN, ALL)
IN_WORK = sorted(set(State) - AT_REST)
DUES = ("late", "today", "soon", "fine", "still")
# A worker records these when somebody asks; nobody waits for them.
NOBODYS_DUTY = frozenset(
    {
        Action.WITHDRAW,
        Action.SEPARATE,
        Action.SUPPLY_DATA,
        Action.EXTEND,
        Action.MERGE,
        Action.ASK_DATA,
        Action.TURN_BACK,
        Action.LEAVE_ANONYMOUS,
        Action.REDIRECT,
    }
)


def awaited_from(actor: Actor) -> frozenset[State]:
    """Stages that this person's role moves on: what waits for them."""
    moves = {act.moves for act in ACTS.values() if act.moves and actor.may(act.right)} - NOBODYS_DUTY
    return frozenset(move.source for move in MOVES if move.action in moves)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; anything unknown in it is as if it were not there."""

    scope: str
    due: str = ""
    stage: str = ""
    topic: str = ""
    channel: str = ""
    subject: str = ""

    @classmethod
    def read(cls, asked: QueryDict, actor: Actor) -> Filters:
        usual = MINE if awaited_from(actor) else OPEN
        return cls(
            scope=_one_of(asked.get("scope"), SCOPES) or usual,
            due=_one_of(asked.get("due"), DUES),
            stage=_one_of(asked.get("stage"), tuple(State)),
            topic=_one_of(asked.get("topic"), tuple(Topic.values)),
            channel=_one_of(asked.get("channel"), tuple(Channel)),
            subject=_one_of(asked.get("subject"), SUBJECTS),
        )


def _one_of(typed: str | None, known: tuple[str, ...]) -> str:
    return typed if typed in known else ""


def chosen(actor: Actor, filters: Filters) -> QuerySet[Appeal]:
    """Everything the filters leave, but for the deadline: its figures stand on the tiles."""
    rows = registry.visible_to(actor)
    if filters.scope == MINE:
        rows = rows.filter(state__in=awaited_from(actor))
    if filters.scope == OPEN:
        rows = rows.filter(state__in=IN_WORK)
    wanted = {"state": filters.stage, "topic": filters.topic, "channel": filters.channel}
    rows = rows.filter(**{column: value for column, value in wanted.items() if value})
    return rows.filter(subject__startswith=filters.subject) if filters.subject else rows


def pressing(rows: QuerySet[Appeal], due: str, today: date, calendar: WorkingCalendar) -> QuerySet[Appeal]:
    """Only those whose deadline stands so; the same borders as the tiles count by."""
    soon = calendar.shift(today, registry.SOON_WORKING_DAYS)
    within: dict[str, dict[str, object]] = {
        "late": {"due_on__lt": today},
        "today": {"due_on": today},
        "soon": {"due_on__gt": today, "due_on__lte": soon},
        "fine": {"due_on__gt": soon},
        "still": {"due_on__isnull": True},
    }
    return rows.filter(**within[due]) if due else rows


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a worklist. `days` are working days left; None: no term of an answer is running."""

    appeal: Appeal
    days: int | None
    citation: Citation | None

    @property
    def shape(self) -> Shape:
        return shape_of(self.days)


def row(appeal: Appeal, today: date, calendar: WorkingCalendar) -> Row:
    """From an appeal that `registry.queries.by_deadline` brought."""
    running = appeal.open_answers[0] if appeal.open_answers else None  # type: ignore[attr-defined]  # prefetched
    left = days_left(today, appeal.due_on, calendar) if appeal.due_on else None
    return Row(appeal, left, running.cited if running else None)
