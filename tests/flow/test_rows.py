"""Rows inserted by statements made once are the rows that Django itself would have inserted."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from qabyldau import rows
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.models import Applicant, Office
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Term
from tests.flow.conftest import MONDAY

CITATION = {"edition": "zko-289@2023", "unit": "п.", "number": "29", "kk": "қазақша", "ru": "по-русски"}


def term(appeal: Appeal, kind: str) -> Term:
    days = {"event_on": date(2026, 3, 2), "due_on": date(2026, 3, 17), "target_on": date(2026, 3, 17)}
    return Term(
        appeal=appeal, kind=kind, norm="AnswerDeadline", citation=CITATION, calendar_version=0, **days
    )


def applicant(office: Office, index: str, name: str) -> Applicant:
    return Applicant(
        office=office, kind=ApplicantKind.CITIZEN, name=name, folded_name=name, number_index=index
    )


def values(row: Term) -> dict[str, object]:
    return {
        field.attname: getattr(row, field.attname)
        for field in Term._meta.concrete_fields
        if field.name != "id"
    }


def test_an_inserted_row_is_what_django_would_have_inserted(registered: Appeal) -> None:
    Term.objects.all().delete()
    ours, djangos = term(registered, TermKind.ANSWER), term(registered, TermKind.ANSWER)

    with transaction.atomic():
        rows.insert(ours)
        kept = values(Term.objects.get(pk=ours.pk))
        transaction.set_rollback(True)
    djangos.save(force_insert=True)

    assert kept == values(Term.objects.get(pk=djangos.pk))


def test_several_rows_take_one_statement_and_get_their_keys_in_order(registered: Appeal) -> None:
    Term.objects.all().delete()
    both = [term(registered, TermKind.ANSWER), term(registered, TermKind.EXTERNAL_NUMBER)]

    with CaptureQueriesContext(connection) as seen:
        rows.insert_all(both)
        rows.insert_all([])

    assert len(seen) == 1
    assert [(row.pk, row.kind) for row in both] == list(Term.objects.order_by("pk").values_list("pk", "kind"))
    both[0].met_on = MONDAY.date()
    both[0].save()
    assert Term.objects.get(pk=both[0].pk).met_on == MONDAY.date()


def test_a_row_already_there_is_found_and_keeps_what_it_says(office: Office) -> None:
    first, again = applicant(office, "index", "Бірінші"), applicant(office, "index", "Екінші")

    rows.insert_or_find(first, unique=("office", "number_index"))
    rows.insert_or_find(again, unique=("office", "number_index"))

    assert again.pk == first.pk
    assert Applicant.objects.get().name == "Бірінші"


def test_what_the_database_refuses_is_raised(office: Office) -> None:
    rows.insert(applicant(office, "index", "Бірінші"))

    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(applicant(office, "index", "Екінші"))


def test_changed_rows_keep_everything_else_and_take_one_statement(registered: Appeal) -> None:
    terms = list(Term.objects.order_by("pk"))
    before = [values(one) for one in terms]
    for number, one in enumerate(terms):
        one.due_on, one.met_on, one.norm = date(2026, 4, 1 + number), None, "not to be written"

    with CaptureQueriesContext(connection) as seen:
        rows.change_all(terms, ["due_on", "met_on"])
        rows.change_all([], ["due_on"])

    assert len(seen) == 1
    wanted = [{**old, "due_on": date(2026, 4, 1 + n), "met_on": None} for n, old in enumerate(before)]
    assert [values(one) for one in Term.objects.order_by("pk")] == wanted
    assert registered.pk
