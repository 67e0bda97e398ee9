"""Reads of the materials: the department's requests, those of a body's own person, what is late and whose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from qabyldau.bodies import queries as bodies
from qabyldau.materials.kinds import RequestState
from qabyldau.materials.models import AnswerFile, MaterialRequest, MoreTime
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.regulation.lifecycle import FINAL

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal

ANSWERED = (RequestState.ANSWERED, RequestState.UNABLE)


def visible_to(actor: Actor, today: date) -> QuerySet[MaterialRequest]:
    """The only door to requests: of every appeal one may read, or those asked of one's own body."""
    office = MaterialRequest.objects.filter(office_id=actor.office_id).select_related("appeal", "body")
    if actor.may(Right.READ_APPEALS) or actor.may(Right.READ_OWN_RECEPTIONS):
        return office.filter(appeal__in=registry.visible_to(actor))
    if actor.may(Right.ANSWER_MATERIALS):
        return asked_of(actor, today)
    return office.none()


def asked_of(actor: Actor, today: date) -> QuerySet[MaterialRequest]:
    """What is asked of the bodies that this person speaks for today."""
    mine = bodies.of_user(actor.office_id, actor.user_id, today) if actor.may(Right.ANSWER_MATERIALS) else []
    rows = MaterialRequest.objects.filter(office_id=actor.office_id, body__in=mine)
    return rows.select_related("appeal", "body").order_by("due_on", "pk")


def for_answer(request_id: int) -> MaterialRequest:
    """The request, locked: one answer, one decision on more time."""
    rows = MaterialRequest.objects.select_for_update(of=("self",))
    return rows.select_related("appeal", "appeal__office", "body", "office").get(pk=request_id)


def open_wish(request: MaterialRequest) -> MoreTime | None:
    return request.wishes.filter(granted=None).first()


def wishes(request: MaterialRequest) -> list[MoreTime]:
    """Every wish for more time, in order, decided or not."""
    return list(request.wishes.order_by("pk"))


def file_of(request: MaterialRequest, file_id: int) -> AnswerFile | None:
    return AnswerFile.objects.filter(answer__request=request, pk=file_id).first()


def of_appeal(appeal: Appeal) -> list[MaterialRequest]:
    """Everything asked about an appeal, each with its answer and files."""
    rows = MaterialRequest.objects.filter(appeal=appeal).select_related("body", "answer")
    return list(rows.prefetch_related("answer__files", "wishes").order_by("pk"))


def answered(appeal: Appeal, ids: tuple[int, ...] | None = None) -> list[MaterialRequest]:
    """Those with an answer; of these ids, or all."""
    rows = MaterialRequest.objects.filter(appeal=appeal, state__in=ANSWERED)
    chosen = rows if ids is None else rows.filter(pk__in=ids)
    return list(chosen.select_related("body", "answer").prefetch_related("answer__files").order_by("pk"))


def by_lateness(rows: QuerySet[MaterialRequest]) -> QuerySet[MaterialRequest]:
    """The open ones first, the latest of them on top; then the closed."""
    closed = Case(When(state=RequestState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.annotate(closed=closed).order_by("closed", "due_on", "pk")


def overdue(office_id: int, today: date) -> QuerySet[MaterialRequest]:
    """Still open after their last day."""
    late = MaterialRequest.objects.filter(office_id=office_id, state=RequestState.OPEN, due_on__lt=today)
    return late.select_related("body", "appeal").order_by("due_on", "pk")


def open_wishes(office_id: int) -> QuerySet[MoreTime]:
    """Wishes for more time that nobody has decided."""
    waiting = MoreTime.objects.filter(request__office_id=office_id, granted=None)
    return waiting.filter(request__state=RequestState.OPEN).select_related("request", "request__body")


def overdue_by_body(office_id: int, since: date, until: date) -> list[tuple[int, int, int]]:
    """For reports: body, how many of its requests fell due in the period, how many of them were not met.

    Not met: answered after the last day, or still open at the end of the period. `until` is the day after.
    """
    due = MaterialRequest.objects.filter(office_id=office_id, due_on__gte=since, due_on__lt=until)
    asked = due.exclude(state=RequestState.WITHDRAWN)
    unmet = Q(answer__late=True) | Q(state=RequestState.OPEN, due_on__lt=until)
    counted = asked.order_by().values("body_id").annotate(asked=Count("pk"), unmet=Count("pk", filter=unmet))
    return [(row["body_id"], row["asked"], row["unmet"]) for row in counted.order_by("-unmet", "body_id")]


def due_between(office_id: int, first: date, last: date) -> QuerySet[MaterialRequest]:
    """Open requests of which bodies are reminded."""
    rows = MaterialRequest.objects.filter(office_id=office_id, state=RequestState.OPEN)
    near = rows.filter(due_on__gte=first, due_on__lte=last)
    return near.select_related("body", "appeal", "office").order_by("pk")


def of_finished(office_id: int) -> QuerySet[MaterialRequest]:
    """Open requests about appeals on which the work is over."""
    rows = MaterialRequest.objects.filter(office_id=office_id, state=RequestState.OPEN)
    over = rows.filter(appeal__state__in=[str(one) for one in FINAL]).select_for_update(of=("self",))
    return over.select_related("body", "appeal", "office").order_by("pk")


def unescalated(office_id: int, today: date) -> QuerySet[MaterialRequest]:
    """Overdue, and the head does not see it yet."""
    rows = overdue(office_id, today).filter(escalated_on=None)
    return rows.select_for_update(of=("self",)).select_related("body", "appeal", "office")
