"""Reads of screening: what is awaited from applicants, what was passed on, who could not be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from qabyldau.people import settings
from qabyldau.registry import queries as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.sameness import another
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.deadlines import Completion, due
from qabyldau.review.queries import Repeat, same_matter
from qabyldau.screening.kinds import Reached
from qabyldau.screening.models import ContactAttempt, DataRequest, Redirection
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal, Term

# Where no answer was given yet: an earlier appeal that another may join.
UNANSWERED = frozenset({State.REGISTERED, State.DATA_ASKED, State.REVIEW, State.DECISION, State.APPROVED})
JOINABLE = frozenset({State.REGISTERED, State.REVIEW})
A_DAY = timedelta(days=1)


def open_request(appeal: Appeal) -> DataRequest | None:
    """What is still awaited from the applicant; None: nothing."""
    return DataRequest.objects.filter(appeal=appeal, supplied_at=None).order_by("-pk").first()


def requests(appeal: Appeal) -> QuerySet[DataRequest]:
    return DataRequest.objects.filter(appeal=appeal).order_by("pk")


def usual_day(appeal: Appeal, today: date) -> date:
    """By when the office usually asks for what is missing; never later than the answer is due."""
    calendar = worktime.calendar()
    days = settings.of(appeal.office_id).data_days
    usual = calendar.shift(today, days) if days else due(Completion, today, appeal.edition, calendar).on
    return min(usual, appeal.due_target) if appeal.due_target and appeal.due_target > today else usual


def redirections(appeal: Appeal) -> QuerySet[Redirection]:
    return Redirection.objects.filter(appeal=appeal).select_related("body", "paper").order_by("pk")


def attempts(appeal: Appeal) -> QuerySet[ContactAttempt]:
    return ContactAttempt.objects.filter(appeal=appeal).order_by("tried_at", "pk")


def vain(appeal: Appeal) -> int:
    """How many tries in a row came to nothing, since somebody was reached or a letter went."""
    rows = list(ContactAttempt.objects.filter(appeal=appeal).order_by("-pk"))
    return next((i for i, one in enumerate(rows) if one.result == Reached.YES or one.letter_sent), len(rows))


def is_unreachable(appeal: Appeal) -> bool:
    """A letter went because nobody could be reached, and nobody has been reached since."""
    last = ContactAttempt.objects.filter(appeal=appeal)
    sent = last.filter(letter_sent=True).order_by("-pk").first()
    return sent is not None and not last.filter(pk__gt=sent.pk, result=Reached.YES).exists()


@dataclass(frozen=True, slots=True)
class Double:
    """An earlier appeal that this one probably repeats word for word, by another way on the same days."""

    repeat: Repeat

    @property
    def appeal(self) -> Appeal:
        return self.repeat.appeal


def likely_double(appeal: Appeal) -> Double | None:
    """Of the same person, on the same matter, within a day, not answered yet; a person decides."""
    if appeal.stage not in JOINABLE:
        return None
    for one in same_matter(appeal):
        near = abs(one.appeal.received_at - appeal.received_at) <= A_DAY
        if near and one.match.likely and may_be_joined_to(appeal, one.appeal):
            return Double(one)
    return None


def may_be_joined_to(appeal: Appeal, earlier: Appeal) -> bool:
    return earlier.pk < appeal.pk and earlier.stage in UNANSWERED and not another(appeal, earlier)


def joined(appeal: Appeal) -> QuerySet[Appeal]:
    """Later appeals that joined this one."""
    return appeal.joined.filter(state=State.MERGED).order_by("pk")


def alarms(office_id: int) -> QuerySet[Term]:
    """News of a crime or a threat that nobody has passed on yet."""
    return registry.open_terms(office_id, TermKind.ALARM)


def to_redirect(office_id: int) -> QuerySet[Term]:
    return registry.open_terms(office_id, TermKind.REDIRECTION)


def not_supplied(office_id: int, today: date) -> QuerySet[Term]:
    """What was asked of applicants and has not come in time."""
    return registry.open_terms(office_id, TermKind.DATA).filter(due_on__lt=today)


@dataclass(frozen=True, slots=True)
class Owed:
    """How many appeals wait: for an alarm, for redirection, for what an applicant did not add in time."""

    alarms: int
    redirections: int
    pressing: int
    lacking: int

    @property
    def to_pass_on(self) -> int:
        return self.alarms + self.redirections


def owed(office_id: int, today: date) -> Owed:
    """By one statement; `pressing` are redirections due today or before."""
    found = registry.open_of_kinds(office_id, (TermKind.ALARM, TermKind.REDIRECTION, TermKind.DATA))
    counts = found.order_by().aggregate(
        alarms=Count("pk", filter=Q(kind=TermKind.ALARM)),
        redirections=Count("pk", filter=Q(kind=TermKind.REDIRECTION)),
        pressing=Count("pk", filter=Q(kind=TermKind.REDIRECTION, due_on__lte=today)),
        lacking=Count("pk", filter=Q(kind=TermKind.DATA, due_on__lt=today)),
    )
    return Owed(**counts)
