"""Rows put into tables in bulk: COPY on PostgreSQL, one prepared INSERT on SQLite.

The only place that goes around the rooms that own the tables, and only for invented data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

Cell = str | int | float | date | None
Row = tuple[Cell, ...]
POSTGRESQL = "postgresql"
WRITTEN_AT_ONCE = 60_000
HEAD_BY_ROWS = "journal_entry_moves_head"


@dataclass
class Shelf:
    """A table to be filled: columns that are given, and the defaults of the others."""

    label: str
    given: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.model = apps.get_model(self.label)
        meta = self.model._meta
        named = [meta.get_field(name) for name in self.given]
        others = [one for one in meta.local_concrete_fields if one not in named and not one.primary_key]
        self.columns = [str(one.column) for one in [*named, *others]]
        self.rest: Row = tuple(one.get_db_prep_save(one.get_default(), connection) for one in others)

    def put(self, *values: Cell) -> None:
        self.rows.append(values + self.rest)

    def write(self) -> None:
        if self.rows:
            write = _copy if connection.vendor == POSTGRESQL else _insert
            write(self.model._meta.db_table, self.columns, self.rows)
            self.rows.clear()


def _copy(table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as stream:
        for row in rows:
            stream.write_row(row)


def _insert(table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)  # noqa: S608  our own names


@dataclass
class Library:
    """Shelves in the order in which their rows may be written: whatever is pointed at comes first."""

    shelves: tuple[Shelf, ...]

    @property
    def is_full(self) -> bool:
        return sum(len(one.rows) for one in self.shelves) >= WRITTEN_AT_ONCE

    def write(self, office_id: int, link: tuple[int, str]) -> None:
        """Everything that waits, in one transaction; the head of the chain is moved once."""
        with transaction.atomic():
            _heads(by_rows=False)
            for shelf in self.shelves:
                shelf.write()
            apps.get_model("journal.Head").objects.update_or_create(
                office_id=office_id, defaults={"seq": link[0], "hash": link[1]}
            )
            _heads(by_rows=True)

    def close(self) -> None:
        """Keys go on after those given here, and the planner learns what came."""
        models = [shelf.model for shelf in self.shelves]
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
            cursor.execute("ANALYZE")


def _heads(*, by_rows: bool) -> None:
    """PostgreSQL keeps every version of the head's row until the end of the transaction: once is enough."""
    if connection.vendor == POSTGRESQL:
        how = "ENABLE" if by_rows else "DISABLE"
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may wait when a trigger is switched
            cursor.execute(f"ALTER TABLE journal_entry {how} TRIGGER {HEAD_BY_ROWS}")


def patient() -> None:
    """Work in bulk may take longer than a page may wait."""
    if connection.vendor == POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
