"""The only door to appeals for web and api: what is not here does not exist for you."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import CharField, Count, Exists, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from qabyldau.journal import queries as journal
from qabyldau.people import actions as people
from qabyldau.people import queries as people_reads
from qabyldau.people.actor import Actor, Kind
from qabyldau.people.roles import Right
from qabyldau.registry import seeking
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import NOT_DUE, Appeal, Term
from qabyldau.registry.numbers import secret_digest
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms import deadlines
from qabyldau.regulation.norms.deadlines import Due, due

if TYPE_CHECKING:
    from qabyldau.people.models import Office

TRIES_A_TALON, TRIES_AN_ADDRESS = 10, 60
TRY_WINDOW = timedelta(minutes=30)
SOON_WORKING_DAYS = 3
WITHOUT_HOUR = (State.APPROVED, State.WAITING)


def visible_to(actor: Actor) -> QuerySet[Appeal]:
    """Appeals of the actor's office, as far as their role lets them read."""
    mine = Appeal.objects.filter(office_id=actor.office_id)
    if actor.kind is Kind.APPLICANT:
        return mine.filter(pk=actor.appeal_id) if actor.appeal_id else mine.none()
    if actor.kind is Kind.SYSTEM or actor.may(Right.READ_APPEALS):
        return mine
    if actor.may(Right.READ_OWN_RECEPTIONS) and actor.official_id:
        return mine.filter(official_id=actor.official_id)
    return mine.none()


def by_talon(
    office: Office, number: str, code: str, *, address: str, at: datetime, most: int = TRIES_AN_ADDRESS
) -> Appeal | None:
    """The appeal of a talon; None for a wrong number, a wrong code and too many tries alike.

    `most`: tries from one address; a screen in the hall serves everybody from one.
    """
    plain = number.strip().upper()
    tries = people.count_attempt(f"talon:{office.pk}:{plain}"[:100], at=at, window=TRY_WINDOW)
    from_here = people.count_attempt(f"talon-from:{address}"[:100], at=at, window=TRY_WINDOW)
    found = Appeal.objects.filter(office=office, number=plain, secret_digest=secret_digest(code)).first()
    return found if tries <= TRIES_A_TALON and from_here <= most else None


def search(actor: Actor, words: str) -> QuerySet[Appeal]:
    """By our number, e-Otinish's number, ИИН or БИН, phone, name, or words of the substance; the latest."""
    mine = visible_to(actor)
    keys = seeking.latest(mine, actor.office_id, words)
    return mine.filter(pk__in=keys).select_related("applicant")


@dataclass(frozen=True, slots=True)
class Pressure:
    """How many unanswered appeals stand where: the tiles above a worklist."""

    late: int
    today: int
    soon: int
    fine: int

    @property
    def all(self) -> int:
        return self.late + self.today + self.soon + self.fine


def pressure(appeals: QuerySet[Appeal], today: date, calendar: WorkingCalendar) -> Pressure:
    soon = calendar.shift(today, SOON_WORKING_DAYS)
    counts = appeals.filter(due_on__isnull=False).aggregate(
        late=Count("pk", filter=Q(due_on__lt=today)),
        today=Count("pk", filter=Q(due_on=today)),
        soon=Count("pk", filter=Q(due_on__gt=today, due_on__lte=soon)),
        fine=Count("pk", filter=Q(due_on__gt=soon)),
    )
    return Pressure(**counts)


def due_of(term: Term, calendar: WorkingCalendar) -> Due:
    """The term counted again, for its arithmetic; a term set by hand keeps its own day."""
    return due(getattr(deadlines, term.norm), term.event_on, term.appeal.edition, calendar)


def owed_numbers(office_id: int) -> QuerySet[Term]:
    """Appeals still without the number of the state's register: a same-day duty."""
    waiting = open_of_kinds(office_id, (TermKind.EXTERNAL_NUMBER,))
    return waiting.select_related("appeal").order_by("due_on", "pk")


def open_terms(office_id: int, kind: TermKind) -> QuerySet[Term]:
    """What is owed of this kind, the nearest day first."""
    return open_of_kinds(office_id, (kind,)).select_related("appeal").order_by("due_on", "pk")


def open_of_kinds(office_id: int, kinds: Iterable[TermKind]) -> QuerySet[Term]:
    return Term.objects.filter(
        appeal__office_id=office_id, kind__in=tuple(kinds), met_on=None, replaced_by=None
    )


def owed_notices(office_id: int) -> QuerySet[Term]:
    """Extensions of which the applicant has not learnt yet, the soonest first."""
    waiting = open_of_kinds(office_id, (TermKind.EXTENSION_NOTICE,))
    return waiting.select_related("appeal", "appeal__office").order_by("due_on", "pk")


def earlier(appeal: Appeal) -> QuerySet[Appeal]:
    """What the same applicant asked before."""
    same = Appeal.objects.filter(
        office_id=appeal.office_id, applicant_id=appeal.applicant_id, pk__lt=appeal.pk
    )
    return same.order_by("-pk")


def joined_to(ids: Iterable[int]) -> set[int]:
    """Appeals that were joined to these and are considered with them."""
    rows = Appeal.objects.filter(merged_into__in=list(ids), state=State.MERGED)
    return set(rows.values_list("pk", flat=True))


def by_stage(appeals: QuerySet[Appeal]) -> dict[State, int]:
    counted = appeals.order_by().values_list("state").annotate(count=Count("pk"))
    return {State(state): count for state, count in counted}


def applicants_history(actor: Actor, number: str) -> QuerySet[Appeal]:
    """Earlier appeals of whoever has this ИИН or БИН, for the screen of registration."""
    owners = people_reads.applicants_with(actor.office_id, number)
    return visible_to(actor).filter(applicant__in=owners).order_by("-pk")


def get(appeal_id: int) -> Appeal:
    return Appeal.objects.select_related("office").get(pk=appeal_id)


def whole(appeal_id: int) -> Appeal:
    """An appeal with its applicant, for what goes to the state's register."""
    return Appeal.objects.select_related("office", "applicant").get(pk=appeal_id)


def holder(office_id: int, external_number: str, *, besides: int) -> Appeal | None:
    """Another appeal of the office that already has this number of the state's register."""
    having = Appeal.objects.filter(office_id=office_id, external_number=external_number)
    return having.exclude(pk=besides).first()


def sharing_a_number(office_id: int) -> QuerySet[Appeal]:
    """Appeals that have one number of the state's register together: at most one of them rightly."""
    numbered = Appeal.objects.filter(office_id=office_id).exclude(external_number="")
    counted = numbered.order_by().values("external_number").annotate(count=Count("pk"))
    twice = counted.filter(count__gt=1).values("external_number")
    return numbered.filter(external_number__in=twice).order_by("external_number", "pk")


def approved(ids: Iterable[int]) -> QuerySet[Appeal]:
    """Those of these appeals that are approved and have no hour: not yet, or not any more."""
    return Appeal.objects.filter(state__in=WITHOUT_HOUR, pk__in=ids).select_related("office")


def touched(among: QuerySet[Appeal], office_id: int, since: datetime) -> QuerySet[Appeal]:
    """Those of these appeals about which something was journaled from that moment on."""
    key = Concat(Value("appeal:"), Cast(OuterRef("pk"), CharField()))
    return among.filter(Exists(journal.since(office_id, since).filter(object=key)))


def numbered(office_id: int, number: str) -> Appeal | None:
    """The appeal with this number in that office; None for an empty or unknown one."""
    return (
        Appeal.objects.filter(office_id=office_id, number=number.strip().upper()).first() if number else None
    )


def due_in(office_id: int, today: date, days: tuple[int, ...]) -> list[tuple[Appeal, int]]:
    """Unanswered appeals whose last lawful day is so many days away."""
    dates = {today + timedelta(days=count): count for count in days}
    rows = Appeal.objects.filter(office_id=office_id, due_on__in=dates).order_by("due_on", "pk")
    return [(appeal, dates[appeal.due_on]) for appeal in rows if appeal.due_on]


def overdue_terms(office_id: int, today: date) -> QuerySet[Term]:
    """Open terms whose last lawful day has passed."""
    rows = Term.objects.filter(appeal__office_id=office_id, met_on=None, replaced_by=None, due_on__lt=today)
    return rows.select_related("appeal", "appeal__office").order_by("pk")


def by_deadline(appeals: QuerySet[Appeal]) -> QuerySet[Appeal]:
    """The nearest deadline first; each row brings its open answer term along as `open_answers`."""
    running = Term.objects.filter(kind=TermKind.ANSWER, met_on=None, replaced_by=None)
    with_terms = appeals.prefetch_related(Prefetch("terms", running, to_attr="open_answers"))
    return with_terms.order_by(NOT_DUE, "due_on", "reception_at", "pk")


def awaiting_hour(office_id: int) -> QuerySet[Appeal]:
    """Approved and not yet given an hour, or given one that was cancelled."""
    return Appeal.objects.filter(office_id=office_id, state__in=WITHOUT_HOUR)
