"""A database of the test's own, for threads that race and for hands that tamper.

Django's test database cannot serve them: on SQLite it lives in memory and knows no second connection, and
between tests it is emptied, which the journal's own guards refuse. So a copy is made, of which every thread
has a connection of its own, and the copy is thrown away whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, connections

NAME = "qabyldau_race"


@contextmanager
def own_database(folder: Path) -> Iterator[None]:
    """From here on `default` is a fresh copy of the migrated test database."""
    make = _file if connection.vendor == "sqlite" else _database
    with make(folder) as name:
        settings = connections.settings["default"]
        before, shared = settings["NAME"], connections["default"]
        settings["NAME"] = name
        del connections["default"]
        try:
            yield
        finally:
            connections["default"].close()
            settings["NAME"] = before
            connections["default"] = shared


@contextmanager
def _file(folder: Path) -> Iterator[str]:
    """SQLite: the database in memory, written to a file."""
    path = folder / f"{NAME}.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    yield str(path)


@contextmanager
def _database(_folder: Path) -> Iterator[str]:
    """PostgreSQL: a database made after the pattern of the test database, which nobody may use meanwhile."""
    pattern = connection.settings_dict["NAME"]
    connection.close()
    _in_maintenance(f'DROP DATABASE IF EXISTS "{NAME}"', f'CREATE DATABASE "{NAME}" TEMPLATE "{pattern}"')
    try:
        yield NAME
    finally:
        _in_maintenance(f'DROP DATABASE "{NAME}" WITH (FORCE)')


def _in_maintenance(*statements: str) -> None:
    with connection._nodb_cursor() as cursor:  # Django's own way to databases
        for statement in statements:
            cursor.execute(statement)
