"""Insert and change rows by statements that are made once.

Django's compiler builds the same INSERT anew for every row, and on our busiest path that costs several
times what the database takes to carry it out. Here the text of a statement is kept for each table and
number of rows; the values still go through the fields, so a column keeps its meaning.

Like `bulk_create`: no signals, no `save()`, one statement; the rows get their keys.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

Columns = tuple["Field[object, object]", ...]


def insert(row: Model) -> None:
    """One row; what the database refuses is raised as always."""
    insert_all([row])


def insert_all(rows: Sequence[Model]) -> None:
    """Rows of one table, in order; nothing at all for none."""
    if rows:
        _execute(rows, _statement(type(rows[0]), len(rows), ""))


def insert_or_find(row: Model, unique: tuple[str, ...]) -> None:
    """The row, or the one already there with the same columns: either way its key is put into `row.pk`."""
    _execute([row], _statement(type(row), 1, _on_conflict(type(row), unique)))


def change_all(rows: Sequence[Model], names: Sequence[str]) -> None:
    """Write these columns of rows that are there, each found by its key; one statement, many values.

    `bulk_update` builds a CASE of every row for every column, and that grows with both.
    """
    if rows:
        columns = tuple(rows[0]._meta.get_field(name) for name in names)
        values = [[*(_change(field, row) for field in columns), row.pk] for row in rows]
        with connection.cursor() as cursor:
            cursor.executemany(_change_statement(type(rows[0]), columns), values)


def _change(field: Any, row: Model) -> object:  # noqa: ANN401  a field of any kind
    return field.get_db_prep_save(getattr(row, field.attname), connection)


@cache
def _change_statement(table: type[Model], columns: tuple[Any, ...]) -> str:
    names = ", ".join(f'"{field.column}" = %s' for field in columns)
    # Names of tables and columns are ours; every value is a parameter.
    return f'UPDATE "{table._meta.db_table}" SET {names} WHERE "{table._meta.pk.column}" = %s'  # noqa: S608


def _execute(rows: Sequence[Model], statement: str) -> None:
    columns = _columns(type(rows[0]))
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection) for row in rows for field in columns
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        keys = cursor.fetchall()
    for row, (key,) in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias


@cache
def _columns(table: type[Model]) -> Columns:
    return tuple(field for field in table._meta.local_concrete_fields if not field.primary_key)


@cache
def _statement(table: type[Model], count: int, on_conflict: str) -> str:
    meta, columns = table._meta, _columns(table)
    names = ", ".join(f'"{field.column}"' for field in columns)
    places = ", ".join(["(" + ", ".join(["%s"] * len(columns)) + ")"] * count)
    key = f'"{meta.db_table}"."{meta.pk.column}"' if on_conflict else f'"{meta.pk.column}"'
    # Names of tables and columns are ours; every value is a parameter.
    return f'INSERT INTO "{meta.db_table}" ({names}) VALUES {places} {on_conflict} RETURNING {key}'  # noqa: S608


@cache
def _on_conflict(table: type[Model], unique: tuple[str, ...]) -> str:
    columns = [str(table._meta.get_field(name).column) for name in unique]  # type: ignore[union-attr]  # real ones
    same = f'"{columns[-1]}" = EXCLUDED."{columns[-1]}"'
    return f"ON CONFLICT ({', '.join(columns)}) DO UPDATE SET {same}"
