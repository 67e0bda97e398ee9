"""Facts as plain JSON in both languages, for papers that have a layout of their own."""

from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from datetime import date, datetime, time
from functools import singledispatch

from qabyldau.documents.typeset import Data
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.wording import arithmetic, date_words
from qabyldau.regulation.words import Language, Words


@singledispatch
def plain(value: object) -> Data:
    """Words, dates and clauses in both languages; a dataclass by its fields."""
    if not is_dataclass(value):
        raise TypeError(f"A paper cannot show {type(value).__name__}: add it to papers/sheet.py")
    return {field.name: plain(getattr(value, field.name)) for field in dataclass_fields(value)}


@plain.register(str)
@plain.register(int)
@plain.register(type(None))
def _(value: str | int | None) -> Data:
    return value


@plain.register(tuple)
def _(value: tuple) -> Data:  # type: ignore[type-arg]  # of anything
    return [plain(one) for one in value]


@plain.register(Words)
def _(value: Words) -> Data:
    return {Language.KK: value.kk, Language.RU: value.ru}


@plain.register(time)
def _(value: time) -> Data:
    return f"{value:%H:%M}"


@plain.register(date)
def _(value: date) -> Data:
    return {one: date_words(value, one) for one in Language}


@plain.register(datetime)
def _(value: datetime) -> Data:
    return {one: f"{date_words(value.date(), one)}, {value:%H:%M}" for one in Language}


@plain.register(Citation)
def _(value: Citation) -> Data:
    return plain(value.words)


@plain.register(Due)
def _(value: Due) -> Data:
    steps: Data = {one: arithmetic(value, one) for one in Language}
    return {"on": plain(value.on), "arithmetic": steps, "clause": plain(value.citation)}
