"""The poster of a month: both languages side by side, on A4 or A3."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from qabyldau.documents.papers import both
from qabyldau.documents.typeset import Data, qr_svg, typeset
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.wording import MONTHS, weekday_words
from qabyldau.regulation.words import Language, Words


class Size(StrEnum):
    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class PostedDay:
    """A day on the poster. `interpreter` is the language spoken through one, empty: none comes."""

    on: date
    opens: time
    closes: time
    place: Words
    video: bool = False
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class PostedOfficial:
    """An official with the days of the month; a name without a patronymic is as whole as one with it."""

    name: Words
    position: Words
    days: tuple[PostedDay, ...]


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """What hangs on the wall. `approved` names the akim's act; None: a correction that needs none."""

    office: Words
    address: Words
    phone: str
    month: date
    officials: tuple[PostedOfficial, ...]
    approved: Words | None
    version: int
    posted_on: date
    citation: Citation
    url: str


# The month stands above the table: a day needs no year.
DAY = Words(kk="{day} {kk}", ru="{day} {ru}")
TITLES = Words(kk="{year} жылғы {month}", ru="{month} {year} года")
NOMINATIVE = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


def poster_pdf(facts: PosterFacts, size: Size = Size.A4) -> bytes:
    data: dict[str, Data] = {
        "language": Language.KK,
        "size": size,
        "office": both(facts.office),
        "address": both(facts.address),
        "phone": facts.phone,
        "month": both(month_words(facts.month)),
        "rows": [_row(one) for one in facts.officials],
        "approved": both(facts.approved) if facts.approved else None,
        "version": f"{facts.version} · {facts.posted_on:%d.%m.%Y}",
        "clause": both(facts.citation.words),
        "url": facts.url,
        "qr": qr_svg(facts.url),
    }
    return typeset("schedule", data, dated=facts.posted_on)


def month_words(month: date) -> Words:
    return Words(
        kk=TITLES.kk.format(year=month.year, month=MONTHS[month.month - 1].kk),
        ru=TITLES.ru.format(year=month.year, month=NOMINATIVE[month.month - 1].capitalize()),
    )


def _row(one: PostedOfficial) -> Data:
    return {
        "name": both(one.name),
        "position": both(one.position),
        "days": [_day(day) for day in one.days],
        "places": [both(place) for place in _places(one.days)],
    }


def _places(days: Sequence[PostedDay]) -> list[Words]:
    """Each place once, in the order of the days."""
    return list(dict.fromkeys(day.place for day in days))


def _day(day: PostedDay) -> Data:
    return {
        "on": both(DAY.fill(day=day.on.day, kk=MONTHS[day.on.month - 1].kk, ru=MONTHS[day.on.month - 1].ru)),
        "weekday": {language: weekday_words(day.on, language) for language in Language},
        "hours": f"{day.opens:%H:%M}–{day.closes:%H:%M}",
        "video": int(day.video),
        "interpreter": day.interpreter,
    }
