"""What reports count of the registry: rows of a stretch of days, each counted once and by its own date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat

from qabyldau.journal import queries as journal
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Flag, Term
from qabyldau.regulation.lifecycle import Action, State

if TYPE_CHECKING:
    from qabyldau.worktime.spans import Span

IN_TIME, LATE = "in_time", "late"


def received(span: Span) -> QuerySet[Appeal]:
    """Appeals registered on these days."""
    return Appeal.objects.filter(
        office_id=span.office_id, registered_on__gte=span.since, registered_on__lt=span.until
    )


def out_of_turn(span: Span) -> QuerySet[Appeal]:
    """Those who showed the paper that puts ahead."""
    return received(span).exclude(standing="").exclude(standing_proof="")


def withdrawn(span: Span) -> QuerySet[Appeal]:
    """Taken back by the applicant in these days, as the journal tells."""
    key = Concat(Value("appeal:"), Cast(OuterRef("pk"), CharField()))
    told = journal.done(span.office_id, Action.WITHDRAW, span.begins, span.ends).filter(object=key)
    return Appeal.objects.filter(office_id=span.office_id, state=State.WITHDRAWN).filter(Exists(told))


def answered(span: Span) -> QuerySet[Term]:
    """Terms of an answer that ended on these days: `verdict` says whether in time."""
    ended = Term.objects.filter(
        kind=TermKind.ANSWER,
        replaced_by=None,
        met_on__gte=span.since,
        met_on__lt=span.until,
        appeal__office_id=span.office_id,
    )
    judged = Case(
        When(met_on__lte=F("due_on"), then=Value(IN_TIME)), default=Value(LATE), output_field=CharField()
    )
    return ended.annotate(verdict=judged)


def breaches(span: Span) -> QuerySet[Flag]:
    """Facts that fell short of a clause, by the moment they were found: `clause` is its unit and number."""
    found = Flag.objects.filter(appeal__office_id=span.office_id, at__gte=span.begins, at__lt=span.ends)
    unit, number = (KeyTextTransform(name, "citation") for name in ("unit", "number"))
    return found.annotate(clause=Concat(unit, Value(" "), number, output_field=CharField()))


def asked_before(last: Mapping[int, int]) -> int:
    """Of these applicants, each with an appeal, how many had an earlier one."""
    rows = Appeal.objects.filter(applicant__in=last).values_list("applicant_id", "pk")
    return len({applicant for applicant, pk in rows if pk < last[applicant]})
