"""Emptying the tables between tests, though triggers guard some of them against exactly that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

Flush = Callable[[list[str]], None]


def past_the_guards(flush: Flush) -> Flush:
    """Django's flush, with the triggers lifted while it works and back in place after it."""

    def emptied(statements: list[str]) -> None:
        with transaction.atomic(), _lifted_guards():
            flush(statements)

    return emptied


@contextmanager
def _lifted_guards() -> Iterator[None]:
    lift, restore = _on_postgres() if connection.vendor == "postgresql" else _on_sqlite()
    _execute(lift)
    yield
    _execute(restore)


def _on_postgres() -> tuple[list[str], list[str]]:
    found = _rows("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    lift, restore = (
        [f"ALTER TABLE {table} {word} TRIGGER USER" for (table,) in found] for word in ("DISABLE", "ENABLE")
    )
    return lift, restore


def _on_sqlite() -> tuple[list[str], list[str]]:
    found = _rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return [f"DROP TRIGGER {name}" for name, _ in found], [sql for _, sql in found]


def _rows(question: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def _execute(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
