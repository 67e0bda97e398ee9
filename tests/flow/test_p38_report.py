"""The report of a quarter: who may make it and when, what it counts, and that it counts the same again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from qabyldau.journal.models import Entry
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.reception import actions as reception
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import StaleError
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Wish
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.reporting import actions, figures, quarters, queries
from qabyldau.reporting.actions import Sent
from qabyldau.reporting.kinds import Way
from qabyldau.reporting.kpis import BY_CODE, KPIS
from qabyldau.reporting.models import Report
from tests.flow.conftest import moment, statement

FIRST, AFTER = date(2026, 1, 1), date(2026, 4, 1)
APRIL = moment(4, 6)
pytestmark = pytest.mark.clause("38")


def frozen(office: Office, by: Actor) -> Report:
    return actions.freeze(office, FIRST, by=by, at=APRIL)


def test_p38_a_quarter_that_is_over_is_frozen_with_its_paper(
    appointed: Appeal, office: Office, department: Actor
) -> None:
    row = frozen(office, department)

    assert (row.since, row.until, row.due_on) == (FIRST, AFTER, date(2026, 4, 14))
    assert row.figures["received_by_channel"] == {appointed.channel: 1}
    assert row.figures["decided"] == {"receive": 1}
    assert row.cited.number == "38"
    assert row.paper
    assert "1 квартал 2026 года" in row.paper.data["texts"]["ru"]["subject"]
    entry = Entry.objects.get(action="freeze_report")
    assert (entry.facts["digest"], entry.citation["number"]) == (row.digest, "38")  # type: ignore[index]


def test_p38_a_quarter_that_runs_cannot_be_frozen(
    registered: Appeal, office: Office, department: Actor
) -> None:
    with pytest.raises(UnlawfulError) as refused:
        actions.freeze(office, registered.registered_on, by=department, at=moment(3, 31, 23))

    assert refused.value.code == "quarter_not_over"
    assert refused.value.facts == {"day": AFTER}
    assert refused.value.citation
    assert refused.value.citation.number == "38"


def test_p38_only_the_department_reports_and_only_once(
    registered: Appeal, office: Office, department: Actor, clerk: Actor
) -> None:
    assert registered.pk
    with pytest.raises(PermissionDeniedError):
        frozen(office, clerk)

    frozen(office, department)

    with pytest.raises(StaleError):
        frozen(office, department)


def test_p38_the_duty_has_a_day_and_ends_when_the_report_is_sent(
    registered: Appeal, office: Office, department: Actor
) -> None:
    owed = queries.owed(office, APRIL.date())
    row = frozen(office, department)
    sent = Sent(date(2026, 4, 6), Way.SED, "26-1")

    actions.record_sent(row.pk, sent=sent, by=department, at=APRIL)

    assert registered.pk
    assert owed
    assert (owed.quarter.since, owed.due_on) == (FIRST, date(2026, 4, 14))
    assert queries.owed(office, APRIL.date()) is None
    assert Entry.objects.get(action="send_report").facts["way"] == "sed"
    with pytest.raises(StaleError):
        actions.record_sent(row.pk, sent=sent, by=department, at=APRIL)


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2026, 4, 7)])
def test_p38_a_report_is_sent_after_its_quarter_and_not_tomorrow(
    registered: Appeal, office: Office, department: Actor, day: date
) -> None:
    row = frozen(office, department)

    with pytest.raises(UnlawfulError) as refused:
        actions.record_sent(row.pk, sent=Sent(day, Way.EMAIL), by=department, at=APRIL)

    assert registered.pk
    assert refused.value.code == "report_sent_when"


def test_p38_the_digest_repeats_whatever_happens_afterwards(
    hall: list[Appeal], office: Office, department: Actor, clerk: Actor
) -> None:
    row = frozen(office, department)

    registry.register(office, statement("Кейінгі Өтініш", number="051216300036"), by=clerk, at=APRIL)
    registry.withdraw(hall[0].pk, asked=Asked(by=clerk, at=APRIL))
    reception.miss(hall[1].pk, asked=Asked(by=clerk, at=APRIL))

    span = queries.span_of(office, queries.quarter_of(row))
    assert figures.digest(span, figures.measure(span)) == row.digest
    assert queries.recount(row) == []


def test_p38_a_figure_that_counts_otherwise_now_is_named(
    registered: Appeal, office: Office, department: Actor
) -> None:
    row = frozen(office, department)

    Appeal.objects.filter(pk=registered.pk).update(registered_on=date(2025, 12, 31))

    found = {(one.code, one.before, one.now) for one in queries.recount(row)}
    assert ("received_by_channel", 1, 0) in found


def test_p38_every_part_of_every_figure_opens_as_many_rows_as_it_says(
    hall: list[Appeal], office: Office, clerk: Actor
) -> None:
    registry.withdraw(hall[2].pk, asked=Asked(by=clerk, at=moment(3, 3)))
    span = queries.span_of(office, quarters.of(office, FIRST))

    for code, parts in figures.measure(span).items():
        for key, count in parts.items():
            found = list(figures.behind(BY_CODE[code], span, key))
            assert len(found) == count
            assert figures.row(BY_CODE[code], found[0], office.zone).about.split(":")[1] if found else True


def test_p38_every_indicator_is_defined_in_both_languages_under_a_clause(office: Office) -> None:
    law = quarters.of(office, FIRST).law

    assert len(BY_CODE) == len(KPIS)
    assert all(one.name.kk != one.name.ru and one.definition.kk != one.definition.ru for one in KPIS)
    assert all(law.cite(one.norm) for one in KPIS)


Life = tuple[Channel, str, bool, int]
LIVES = some.lists(
    some.tuples(
        some.sampled_from([Channel.ORAL, Channel.POST, Channel.CALL_CENTRE]),
        some.sampled_from(["kk", "ru"]),
        some.booleans(),
        some.integers(min_value=-40, max_value=130),
    ),
    max_size=6,
)


@given(lives=LIVES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_p38_the_figures_are_those_of_a_recount_by_hand(
    lives: list[Life], office: Office, staff: Callable[..., Actor]
) -> None:
    """Random histories counted by plain SQL, which shares nothing with the indicators."""
    clerk = staff(Role.CLERK)
    known = Appeal.objects.count()
    for place, (channel, language, ahead, shift) in enumerate(lives):
        at = moment(1, 5) + timedelta(days=shift)
        _lived(office, clerk, channel, language, ahead=ahead, at=at, place=known + place)
    span = queries.span_of(office, quarters.of(office, FIRST))

    counts = figures.measure(span)

    for code, column in (("received_by_channel", "channel"), ("received_by_language", "language")):
        assert counts[code] == _by_hand(column, "")
    assert counts["received_out_of_turn"] == _by_hand("standing", "AND standing_proof <> ''")
    assert counts["withdrawn"][""] == _withdrawn_by_hand(span.begins, span.ends)
    assert figures.digest(span, counts) == figures.digest(span, figures.measure(span))


def _lived(
    office: Office, clerk: Actor, channel: Channel, language: str, *, ahead: bool, at: datetime, place: int
) -> None:
    """Registered at that moment; every second one is taken back a month later."""
    wish = Wish(standing=Standing.PREGNANT, standing_proof="№ 1") if ahead else Wish()
    said = statement(f"Үлгі {place}", channel=channel, language=language, wish=wish)
    appeal = registry.register(office, said, by=clerk, at=at).appeal
    if place % 2:
        registry.withdraw(appeal.pk, asked=Asked(by=clerk, at=at + timedelta(days=30)))


def _by_hand(column: str, also: str) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column}, COUNT(*) FROM registry_appeal "  # noqa: S608  # columns named above
            f"WHERE registered_on BETWEEN '2026-01-01' AND '2026-03-31' {also} GROUP BY {column}"
        )
        return dict(cursor.fetchall())


def _withdrawn_by_hand(begins: datetime, ends: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM journal_entry WHERE action = 'withdraw' AND at >= %s AND at < %s",
            [begins, ends],
        )
        return int(cursor.fetchone()[0])
