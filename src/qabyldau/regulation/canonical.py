"""An edition as plain text in one fixed form: to read its numbers, and to notice that one has changed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import singledispatch
from hashlib import sha256

from qabyldau.regulation.edition import Edition, Feature
from qabyldau.regulation.words import Words


@singledispatch
def canonical(value: object) -> str:
    """A value of the tables as text; sets are put in order, so that it never depends on the run."""
    if is_dataclass(value) and not isinstance(value, type):
        return f"{type(value).__name__}({numbers_of(value)})"
    return repr(value)


@canonical.register
def _(value: Enum) -> str:
    return value.name


@canonical.register
def _(value: Words) -> str:
    return f"«{value.kk}»/«{value.ru}»"


@canonical.register
def _(value: date) -> str:
    return value.isoformat()


@canonical.register
def _(value: frozenset) -> str:  # type: ignore[type-arg]  # singledispatch takes no parametrised class
    return "{" + ", ".join(sorted(map(canonical, value))) + "}"


@canonical.register
def _(value: tuple) -> str:  # type: ignore[type-arg]  # singledispatch takes no parametrised class
    return "(" + ", ".join(map(canonical, value)) + ")"


def numbers_of(norm: object) -> str:
    """The fields of a norm: `within=CalendarDays(count=15)`."""
    if not is_dataclass(norm) or isinstance(norm, type):
        raise TypeError(f"{norm!r} has no fields")
    return ", ".join(f"{one.name}={canonical(getattr(norm, one.name))}" for one in fields(norm))


def lines(edition: Edition) -> Iterator[str]:
    """The whole table, a line per norm, under a head of its dates; what is still to come is no law."""
    yield f"{edition.code} {canonical(edition.title)}"
    yield f"cited {edition.unit} {canonical(edition.cited)}"
    yield f"since {edition.since} until {edition.until} repealed by {canonical(edition.repealed_by)}"
    yield f"rests on {edition.rests_on.code if edition.rests_on else None}"
    for row in edition.clauses:
        for norm in (one for one in row.norms if not isinstance(one, Feature)):
            yield f"{row.number}: {canonical(norm)}"


def golden(edition: Edition) -> str:
    """The fingerprint and the table under it, as kept by the tests."""
    return "\n".join([digest(edition), *lines(edition), ""])


def digest(edition: Edition) -> str:
    """The fingerprint of a table; the act it rests on has its own."""
    return sha256("\n".join(lines(edition)).encode()).hexdigest()
