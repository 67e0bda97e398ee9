"""Nobody changes the journal unseen: the database refuses, the chain shows it, a stranger agrees."""

import csv
import random
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from django.db import DatabaseError, connection, transaction

from qabyldau.journal import actions, chain, export
from qabyldau.journal import queries as journal
from qabyldau.journal.models import Entry, Head
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.deadlines import Registration
from tests.flow import tampering
from tests.flow.conftest import MONDAY
from tests.flow.tampering import guards_lifted
from tools import journal_verifier

LINKS = 40
ROWS_A_COLUMN = 15
ANYWHERE = sorted(random.Random(20260302).sample(range(1, LINKS + 1), ROWS_A_COLUMN))  # noqa: S311
CHANGES: dict[str, object] = {
    "seq": 10**6,
    "at": MONDAY - timedelta(microseconds=1),
    "actor": "staff:666",
    "actor_name": "Басқа Адам",
    "action": "refuse",
    "object": "appeal:666",
    "citation": {"edition": "zko-289@2023", "unit": "п.", "number": "14", "kk": "14", "ru": "14"},
    "facts": {"to": "refused"},
    "once": "another",
    "asked": "0" * 64,
    "previous": "0" * 64,
    "hash": "0" * 64,
}


@pytest.fixture
def kept(clerk: Actor) -> str:
    """A chain of forty links; gives the hash of its end, as somebody noted it."""
    cited = by_code("zko-289@2023").cite(Registration)
    with transaction.atomic():
        for number in range(1, LINKS + 1):
            entry = actions.write(
                "screen",
                about=f"appeal:{number}",
                by=clerk,
                at=MONDAY + timedelta(minutes=number),
                citation=cited if number % 2 else None,
                facts={"heard_before": None, "earlier": number, "қазақша": "иә"},
                once=f"key-{number}",
                asked="a" * 64,
            )
    return entry.hash


def ours(office: Office) -> int | None:
    """Where our own walk sees the first fault."""
    return journal.verified(office.pk).broken_at


def strangers(office: Office, noted: dict[int, str]) -> int | None:
    """Where the independent verifier sees it, in an export."""
    file = StringIO(newline="")
    export.write(office.pk, file)
    file.seek(0)
    found = next(journal_verifier.faults(csv.DictReader(file), noted), None)
    return found[0] if found else None


def seen(office: Office, kept: str) -> tuple[int | None, int | None]:
    return ours(office), strangers(office, {LINKS: kept})


def test_an_untouched_chain_holds_for_us_and_for_a_stranger(office: Office, kept: str) -> None:
    assert seen(office, kept) == (None, None)


@pytest.mark.parametrize("column", CHANGES)
def test_a_changed_column_of_any_row_is_seen_at_that_row(office: Office, kept: str, column: str) -> None:
    for seq in ANYWHERE:
        with guards_lifted():
            tampering.change(office.pk, seq, **{column: CHANGES[column]})
            assert seen(office, kept) == (seq, seq), seq

    assert seen(office, kept) == (None, None)


def test_a_row_given_to_another_office_is_missed_here(office: Office, kept: str) -> None:
    other = Office.objects.create(code="other", prefix="OTH", name_kk="Өзге", name_ru="Другой")

    for seq in ANYWHERE:
        with guards_lifted():
            tampering.change(office.pk, seq, office_id=other.pk)
            assert seen(office, kept) == (seq, seq), seq


def test_every_column_but_the_row_id_is_covered(office: Office, kept: str) -> None:  # noqa: ARG001
    covered = {"id", "office", *CHANGES}

    assert {field.name for field in Entry._meta.fields} == covered


@pytest.mark.parametrize(
    ("gone", "first_bad"),
    [((1,), 1), ((20,), 20), ((LINKS,), LINKS), (tuple(range(31, LINKS + 1)), 31), ((5, 6, 30), 5)],
    ids=["first", "middle", "last", "tail of ten", "three"],
)
def test_deleted_rows_are_seen_where_they_stood(
    office: Office, kept: str, gone: tuple[int, ...], first_bad: int
) -> None:
    with guards_lifted():
        tampering.delete(office.pk, *gone)
        assert seen(office, kept) == (first_bad, first_bad)


def _insert_at_20(office_id: int) -> None:
    for seq in range(LINKS, 19, -1):
        tampering.change(office_id, seq, seq=seq + 1)
    tampering.forge(office_id, 20, Entry.objects.get(office_id=office_id, seq=19).hash)


def _add_at_the_end(office_id: int) -> None:
    tampering.forge(office_id, LINKS + 1, Entry.objects.get(office_id=office_id, seq=LINKS).hash)


def _repeat_at_the_end(office_id: int) -> None:
    entry = Entry.objects.get(office_id=office_id, seq=20)
    entry.pk, entry.seq, entry.once = None, LINKS + 1, None
    entry.save(force_insert=True)


@pytest.mark.parametrize(
    ("tamper", "first_bad"),
    [
        # A forged link fits what stands before it; what stands after it does not fit the forgery.
        (_insert_at_20, 21),
        (_repeat_at_the_end, LINKS + 1),
        (lambda office_id: tampering.swap(office_id, 7, 30), 7),
        (lambda office_id: tampering.swap(office_id, LINKS - 1, LINKS), LINKS - 1),
    ],
    ids=["inserted", "repeated", "swapped", "last two swapped"],
)
def test_inserted_and_moved_rows_are_seen(
    office: Office, kept: str, tamper: Callable[[int], None], first_bad: int
) -> None:
    with guards_lifted():
        tamper(office.pk)
        assert seen(office, kept) == (first_bad, first_bad)


def test_a_link_added_past_the_guard_lies_beyond_the_head(office: Office, kept: str) -> None:
    with guards_lifted():
        _add_at_the_end(office.pk)
        assert ours(office) == LINKS + 1

    assert ours(office) is None
    assert kept


def test_a_chain_made_anew_does_not_end_as_its_head_says(office: Office, kept: str) -> None:
    with guards_lifted():
        tampering.change(office.pk, 20, action="refuse")
        tampering.chain_anew(office.pk, 20)
        assert seen(office, kept) == (LINKS, LINKS)


def test_a_chain_made_anew_with_its_head_is_seen_against_what_was_noted(office: Office, kept: str) -> None:
    """From inside nothing shows, which is why the end of the chain is noted outside."""
    with guards_lifted():
        tampering.change(office.pk, 20, action="refuse")
        tampering.chain_anew(office.pk, 20)
        tampering.move_head(office.pk)
        assert ours(office) is None
        assert strangers(office, {}) is None
        assert strangers(office, {LINKS: kept}) == LINKS


def test_a_tail_cut_together_with_its_head_is_seen_against_what_was_noted(office: Office, kept: str) -> None:
    with guards_lifted():
        tampering.delete(office.pk, *range(31, LINKS + 1))
        tampering.move_head(office.pk)
        assert ours(office) is None
        assert strangers(office, {LINKS: kept}) == 31


def test_a_lost_head_is_seen(office: Office, kept: str) -> None:
    Head.objects.all().delete()

    assert ours(office) == 1
    assert kept


def test_control_a_walk_that_does_not_hash_sees_no_change(
    office: Office, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "link_hash", lambda row: row.hash)

    with guards_lifted():
        tampering.change(office.pk, 20, facts={})
        assert ours(office) is None
        assert strangers(office, {LINKS: kept}) == 20


ORDERS = [
    "UPDATE journal_entry SET action = 'refuse' WHERE seq = 20",
    "UPDATE journal_entry SET hash = hash",
    "DELETE FROM journal_entry WHERE seq = 40",
    "DELETE FROM journal_entry",
]


@pytest.mark.parametrize("order", ORDERS)
def test_the_database_itself_refuses_to_change_or_delete(office: Office, kept: str, order: str) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(order)

    assert seen(office, kept) == (None, None)


def test_postgresql_refuses_to_empty_the_table(office: Office, kept: str) -> None:
    """SQLite knows no TRUNCATE: there the same words are no statement at all, and are refused as well."""
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("TRUNCATE journal_entry")

    assert seen(office, kept) == (None, None)


def test_a_second_entry_of_one_key_cannot_be_written(clerk: Actor) -> None:
    """One key, one entry: the database refuses the second, whoever asks."""

    def write() -> None:
        with transaction.atomic():
            actions.write("screen", about="appeal:1", by=clerk, at=MONDAY, once="key")

    write()
    with pytest.raises(DatabaseError):
        write()
