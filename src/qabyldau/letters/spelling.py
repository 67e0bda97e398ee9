"""Each type of fact in the words of one language, with the parts a template may name."""

import re
from datetime import date, datetime, time
from functools import singledispatch

from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.wording import arithmetic, date_words, weekday_words
from qabyldau.regulation.words import Language, Words

# Control characters, and the marks that turn the direction of a line round.
UNPRINTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")

Parts = dict[str, str]


class Prose(str):
    """Typed text that may have paragraphs of its own."""

    __slots__ = ()


def one_line(text: str) -> str:
    """Typed text that must stay within its line."""
    return " ".join(UNPRINTED.sub(" ", text).split())


def prose(text: str) -> str:
    """Typed text of several paragraphs, without what is not text."""
    lines = UNPRINTED.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


@singledispatch
def spell(value: object, language: Language) -> Parts:
    """The parts of a value by name; the empty name is the value itself."""
    raise TypeError(f"No words for {type(value).__name__} in {language}: add it to letters/spelling.py")


@spell.register
def _(_value: None, _language: Language) -> Parts:
    return {"": ""}


@spell.register
def _(value: bool, _language: Language) -> Parts:
    return {"": "+" if value else ""}


@spell.register
def _(value: str, _language: Language) -> Parts:
    return {"": one_line(value)}


@spell.register
def _(value: Prose, _language: Language) -> Parts:
    return {"": prose(value)}


@spell.register
def _(value: int, _language: Language) -> Parts:
    return {"": str(value)}


@spell.register
def _(value: Words, language: Language) -> Parts:
    return {"": one_line(value[language])}


@spell.register
def _(value: Citation, language: Language) -> Parts:
    return {"": value.words[language]}


@spell.register
def _(value: time, _language: Language) -> Parts:
    return {"": f"{value:%H:%M}"}


@spell.register
def _(value: date, language: Language) -> Parts:
    return {"": date_words(value, language), "short": f"{value:%d.%m.%Y}"}


@spell.register
def _(value: datetime, language: Language) -> Parts:
    day, time = date_words(value.date(), language), f"{value:%H:%M}"
    return {
        "": f"{day}, {time}",
        "day": day,
        "time": time,
        "weekday": weekday_words(value.date(), language),
        "short": f"{value:%d.%m.%Y}",
    }


@spell.register
def _(value: Due, language: Language) -> Parts:
    return spell(value.on, language) | {
        "arithmetic": arithmetic(value, language),
        "citation": value.citation.words[language],
    }
