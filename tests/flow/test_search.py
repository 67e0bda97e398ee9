"""Search: by beginnings of words, by numbers of people, the latest first, and the index it stands on."""

import pytest
from django.db import connection

from qabyldau.jobs import planner
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry import queries, seeking
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from tests.flow.conftest import MONDAY, statement

KEPT_BY = {"registry_words_come", "registry_words_change", "registry_words_go"}


def found(actor: Actor, words: str) -> list[str]:
    return [appeal.number for appeal in queries.search(actor, words).order_by("pk")]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("водопров", True),
        ("ПЕРЕМЕТНОЕ вод", True),
        ("үлгі", True),
        ("zko-2026", True),
        ("+7 700 000 00 01", True),
        ("010101300010", True),
        ("водопров газ", False),
        ("допровод", False),
        ("010101300", False),
        ("' | * \" - )", False),
        ("NEAR(вод", False),
        ("вод OR газ", False),
        ("%", False),
    ],
)
def test_every_word_begins_a_word_of_the_appeal(
    words: str, is_found: bool, registered: Appeal, clerk: Actor
) -> None:
    assert found(clerk, words) == ([registered.number] if is_found else [])


def test_only_the_latest_are_looked_up(office: Office, clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeking, "LATEST", 2)
    numbers = [
        registry.register(office, statement(f"Адам {place}", number=""), by=clerk, at=MONDAY).appeal.number
        for place in range(3)
    ]

    assert found(clerk, "водопровод") == numbers[1:]


def test_what_is_amended_is_found_by_its_new_words_alone(registered: Appeal, clerk: Actor) -> None:
    registry.note_external_number(registered.pk, number="ЖТ-2026-777", asked=Asked(by=clerk, at=MONDAY))
    assert found(clerk, "777") == [registered.number]

    Appeal.objects.filter(pk=registered.pk).update(folded_substance="жол жөндеу")

    assert (found(clerk, "жол"), found(clerk, "водопровод")) == ([registered.number], [])


def test_the_index_is_still_kept_after_all_migrations(office: Office) -> None:
    """SQLite forgets triggers when a table is made anew: the migration that does it puts them back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname = 'registry_by_words'")
            assert cursor.fetchall() == [("registry_by_words",)]
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            assert {name for (name,) in cursor.fetchall()} >= KEPT_BY
    assert office.pk


def test_the_planner_knows_how_many_appeals_an_office_has(registered: Appeal) -> None:
    planner.learn(MONDAY)

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE idx = 'registry_worklist'")
            assert cursor.fetchall() == [("1 1 1 1 1",)]
    assert registered.pk
