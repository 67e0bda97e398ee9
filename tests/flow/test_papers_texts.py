"""The office's own texts: written by one, approved by another, from a day on; and never a program."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qabyldau.letters.template import parsed
from qabyldau.papers import choosing, sample, wordings
from qabyldau.papers.checking import Parts, WordingRefusedError, parts_of, problems
from qabyldau.papers.errors import OwnWordingError, WordingStaleError, WordingTooEarlyError
from qabyldau.papers.models import Paper, Wording
from qabyldau.papers.templates import built_in_source, headers_of, notices, papers
from qabyldau.papers.text import Around, written
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Language, Words
from qabyldau.review import actions as review
from tests.flow.conftest import MONDAY, RECEPTION
from tests.flow.test_papers import facts

EVERY_TEXT = [(name, language) for name in (*papers(), *notices()) for language in Language]
LEFT = "left"
TODAY = MONDAY.date()


def own(said: str = "Свой текст") -> Parts:
    """The built-in text with a sentence of the office's own."""
    ours = parts_of(LEFT, built_in_source(LEFT, Language.RU))
    return Parts(ours.subject, f"{ours.text}\n\n{said}: {{office}}", ours.sms, ours.sms_also)


@pytest.fixture
def head(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.HEAD_OF_OFFICE)


@pytest.mark.parametrize(("name", "language"), EVERY_TEXT)
def test_every_text_of_ours_could_be_kept_as_the_offices_own(name: str, language: Language) -> None:
    parts = parts_of(name, built_in_source(name, language))

    assert problems(name, language, parts) == []
    assert parts_of(name, parts.source(name)) == parts


@pytest.mark.parametrize(
    ("text", "code", "what", "line", "column"),
    [
        ("Первая строка\nи {motve}", "wording_unknown_field", "{motve}", 2, 3),
        ("{number.__class__}", "wording_unknown_field", "{number.__class__}", 1, 1),
        ("{number", "wording_brace", "{number", 1, 1),
        ("number}", "wording_brace", "}", 1, 7),
        ("{0}", "wording_brace", "{0}", 1, 1),
        ("Да\n\n[ghost] {number}", "wording_unknown_field", "[ghost]", 3, 1),
        ("a\u202eb", "wording_control", "", 1, 2),
        ("", "wording_empty", "", 0, 0),
    ],
)
def test_what_is_no_field_is_refused_with_its_place(
    text: str, code: str, what: str, line: int, column: int
) -> None:
    (found,) = problems(LEFT, Language.RU, Parts("Тема {number}", text, "смс", ""))

    assert (found.code, found.what, found.line, found.column) == (code, what, line, column)


def test_a_refusal_keeps_its_reasons_and_how_to_complain() -> None:
    bare = Parts("Отказ {number}", "Отказано: {grounds}", "Отказ", "")

    found = {problem.what for problem in problems("refusal_heard_before", Language.RU, bare)}

    assert found == {"{motive}", "{complaint}", "{complaint_term}"}


def test_a_short_message_fits_into_two(office: Office, department: Actor) -> None:
    said = own()
    long = Parts(said.subject, said.text, "очень " * 30, said.sms_also)

    with pytest.raises(WordingRefusedError) as refused:
        wordings.write(office, LEFT, Language.RU, long, by=department, at=MONDAY)
    assert [problem.code for problem in refused.value.problems] == ["wording_sms_long"]


def test_a_text_comes_into_force_when_another_approves_it(
    office: Office, department: Actor, head: Actor
) -> None:
    version = wordings.write(office, LEFT, Language.RU, own(), by=department, at=MONDAY)
    tomorrow = TODAY + timedelta(days=1)

    assert choosing.in_force(office, LEFT, Language.RU, tomorrow) is None
    wordings.approve(office, version.pk, since=tomorrow, by=head, at=MONDAY)

    assert choosing.in_force(office, LEFT, Language.RU, TODAY) is None
    assert "Свой текст: {office}" in choosing.template(office, LEFT, Language.RU, tomorrow).paragraphs
    assert "Свой текст: {office}" not in choosing.template(office, LEFT, Language.KK, tomorrow).paragraphs


def test_nobody_approves_what_they_wrote(office: Office, staff: Callable[..., Actor], head: Actor) -> None:
    both = staff(Role.DEPARTMENT, Role.HEAD_OF_OFFICE, name="both")
    version = wordings.write(office, LEFT, Language.RU, own(), by=both, at=MONDAY)

    with pytest.raises(OwnWordingError):
        wordings.approve(office, version.pk, since=TODAY, by=both, at=MONDAY)
    assert wordings.approve(office, version.pk, since=TODAY, by=head, at=MONDAY).since == TODAY


def test_only_the_latest_version_is_approved_once_and_never_for_the_past(
    office: Office, department: Actor, head: Actor
) -> None:
    first = wordings.write(office, LEFT, Language.RU, own("Раз"), by=department, at=MONDAY)
    second = wordings.write(office, LEFT, Language.RU, own("Два"), by=department, at=MONDAY)

    with pytest.raises(WordingStaleError):
        wordings.approve(office, first.pk, since=TODAY, by=head, at=MONDAY)
    with pytest.raises(WordingTooEarlyError):
        wordings.approve(office, second.pk, since=date(2026, 3, 1), by=head, at=MONDAY)
    wordings.approve(office, second.pk, since=TODAY, by=head, at=MONDAY)
    with pytest.raises(WordingStaleError):
        wordings.approve(office, second.pk, since=TODAY, by=head, at=MONDAY)


def test_who_may_not_write_or_approve_does_not(office: Office, clerk: Actor, department: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        wordings.write(office, LEFT, Language.RU, own(), by=clerk, at=MONDAY)
    version = wordings.write(office, LEFT, Language.RU, own(), by=department, at=MONDAY)
    with pytest.raises(PermissionDeniedError):
        wordings.approve(office, version.pk, since=TODAY, by=department, at=MONDAY)


def test_back_to_the_built_in_text(office: Office, department: Actor, head: Actor) -> None:
    for parts in (own(), None):
        version = wordings.write(office, LEFT, Language.RU, parts, by=department, at=MONDAY)
        wordings.approve(office, version.pk, since=TODAY, by=head, at=MONDAY)

    chosen = choosing.in_force(office, LEFT, Language.RU, TODAY)
    assert chosen is not None
    assert chosen.template is None
    assert Wording.objects.count() == 2


def test_an_old_paper_keeps_the_text_it_was_made_with(
    on_decision: Appeal, department: Actor, head: Actor
) -> None:
    office = on_decision.office
    asked = Asked(by=head, at=MONDAY)
    review.extend(on_decision.pk, until=date(2026, 4, 10), reason="Нужен ответ кадастра.", asked=asked)
    old = Paper.objects.get(kind="extension")
    ours = parts_of("extension", built_in_source("extension", Language(on_decision.language)))
    changed = Parts(ours.subject, f"{ours.text}\n\nСвоё.", ours.sms, ours.sms_also)
    version = wordings.write(
        office, "extension", Language(on_decision.language), changed, by=department, at=MONDAY
    )
    wordings.approve(office, version.pk, since=TODAY, by=head, at=MONDAY)

    review.extend(on_decision.pk, until=date(2026, 4, 20), reason="Нужен ответ кадастра.", asked=asked)

    new = Paper.objects.filter(kind="extension").latest("pk")
    assert "Своё." in str(new.data)
    assert "Своё." not in str(Paper.objects.get(pk=old.pk).data)
    assert new.templates != old.templates


def test_choosing_costs_no_statement_once_it_is_known(office: Office, department: Actor, head: Actor) -> None:
    with CaptureQueriesContext(
        connection,
    ) as built_in:
        choosing.template(office, LEFT, Language.RU, TODAY)
    version = wordings.write(office, LEFT, Language.RU, own(), by=department, at=MONDAY)
    wordings.approve(office, version.pk, since=TODAY, by=head, at=MONDAY)
    fresh = Office.objects.get(pk=office.pk)
    choosing.template(fresh, LEFT, Language.RU, TODAY)
    with CaptureQueriesContext(connection) as known:
        choosing.template(fresh, LEFT, Language.RU, TODAY)

    assert (len(built_in), len(known)) == (0, 0)


ANYTHING = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=60
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=ANYTHING)
def test_nothing_that_is_typed_is_read_as_a_template(typed: str) -> None:
    around = Around("12-1/2026", RECEPTION, sample.NAMED["office"], sample.ADDRESS, "")
    template = parsed("ru/probe", "subject: {number}\n\n{official}", headers_of("reception_list"))

    got = written(template, replace(facts(), official=Words(typed, typed)), around, Language.RU)

    assert got.subject == "12-1/2026"
    assert got.blocks == ([[" ".join(typed.split())]] if typed.split() else [])
