"""A letter's template: headers, then paragraphs with named fields.

    subject: Appeal {number} is registered
    sms: Appeal {number} is registered.
    sms also: {track_url}

    Dear {applicant}!

    [limit] A paragraph kept only where every field in the brackets is not empty.

Fields are looked up in one dictionary and put in once: what a person typed is never read as a template.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from qabyldau.regulation.words import Language

FIELD = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")
STOPPED = re.compile(FIELD.pattern + r"(\.?)")
CONDITION = re.compile(r"\[([a-z_. ]+)\] ")
HEADERS = ("subject", "sms", "sms also")

Fields = Mapping[str, str]


class NoTemplateError(LookupError):
    """No letter is written for this notice, kind and language: add it to `letters/templates/`."""


class UnknownFieldError(LookupError):
    """A template names a field that its facts do not have."""


@dataclass(frozen=True, slots=True)
class Template:
    """One whole letter before its facts are put in."""

    name: str
    subject: str
    sms: str
    sms_also: str
    paragraphs: tuple[str, ...]

    def text(self, fields: Fields) -> str:
        return "\n\n".join(self.fill(paragraph, fields) for paragraph in self.kept(fields)) + "\n"

    def fill(self, text: str, fields: Fields) -> str:
        return STOPPED.sub(lambda found: self._ended(found, fields), text)

    def _ended(self, found: re.Match[str], fields: Fields) -> str:
        """«… до 2 марта 2026 г.» ends a sentence by itself: a field never brings a second full stop."""
        value = self._value(found[1], fields)
        return value if value.endswith(".") else value + found[2]

    def kept(self, fields: Fields) -> Iterator[str]:
        """The paragraphs whose conditions hold, before their fields are put in."""
        for paragraph in self.paragraphs:
            condition = CONDITION.match(paragraph)
            if condition is None:
                yield paragraph
            elif all(self._value(field, fields) for field in condition[1].split()):
                yield paragraph[condition.end() :]

    def _value(self, field: str, fields: Fields) -> str:
        if field not in fields:
            raise UnknownFieldError(f"{self.name} names {{{field}}}, its facts have {sorted(fields)}")
        return fields[field]


@cache
def load(name: str, language: Language) -> Template:
    """The template of this name; read once, kept for the life of the process."""
    source = files(__package__).joinpath("templates", language, f"{name}.txt")
    if not source.is_file():
        raise NoTemplateError(f"No letter {name!r} in {language}: add templates/{language}/{name}.txt")
    return parsed(f"{language}/{name}", source.read_text(encoding="utf-8"))


def parsed(name: str, source: str, asked: tuple[str, ...] = HEADERS) -> Template:
    """The template of this text; `asked` are the headers that it must begin with, in this order."""
    head, *paragraphs = source.strip().split("\n\n")
    headers = dict(line.split(": ", 1) for line in head.splitlines())
    if tuple(headers) != asked:
        raise NoTemplateError(f"{name} must begin with the lines {asked}, it has {tuple(headers)}")
    return Template(
        name, headers["subject"], headers.get("sms", ""), headers.get("sms also", ""), tuple(paragraphs)
    )
