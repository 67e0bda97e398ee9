"""Every template we ship: of papers, and of letters to applicants; and the facts each is written from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from qabyldau import letters
from qabyldau.letters.render import FACTS
from qabyldau.letters.template import HEADERS as LETTER_HEADERS
from qabyldau.letters.template import Template, load, parsed
from qabyldau.papers.forms import FORMS
from qabyldau.papers.kinds import PaperKind
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.letters.facts import Body
    from qabyldau.papers.facts import Facts

PAPER_HEADERS = ("subject",)
SUFFIX = ".txt"


class NoSuchTemplateError(LookupError):
    """There is no template of this name."""


def papers() -> list[str]:
    return _names(__package__, PaperKind)


def notices() -> list[str]:
    return _names(letters.__name__, Notice)


def _names(package: str, kinds: type[PaperKind | Notice]) -> list[str]:
    """In the order of their kinds."""
    folder = files(package).joinpath("templates", Language.KK)
    names = sorted(one.name.removesuffix(SUFFIX) for one in folder.iterdir() if one.name.endswith(SUFFIX))
    order = list(kinds)
    return sorted(names, key=lambda name: order.index(kind_of(name, kinds)))


def kind_of(name: str, kinds: type[PaperKind | Notice]) -> PaperKind | Notice:
    """The kind whose name this one begins with; the longest, where several do."""
    found = [one for one in kinds if name == one or name.startswith(f"{one}_")]
    if not found:
        raise NoSuchTemplateError(name)
    return max(found, key=len)


def is_notice(name: str) -> bool:
    return name in notices()


def facts_of(name: str) -> type[Facts] | type[Body]:
    if is_notice(name):
        return FACTS[Notice(kind_of(name, Notice))]
    return FORMS[PaperKind(kind_of(name, PaperKind))]


def headers_of(name: str) -> tuple[str, ...]:
    return LETTER_HEADERS if is_notice(name) else PAPER_HEADERS


@cache
def built_in(name: str, language: Language) -> Template:
    """Of a paper; where there is none, of the letter to an applicant with this name."""
    source = files(__package__).joinpath("templates", language, f"{name}{SUFFIX}")
    if source.is_file():
        return parsed(f"{language}/{name}", source.read_text(encoding="utf-8"), PAPER_HEADERS)
    return load(name, language)


def built_in_source(name: str, language: Language) -> str:
    package = letters.__name__ if is_notice(name) else __package__
    return files(package).joinpath("templates", language, f"{name}{SUFFIX}").read_text(encoding="utf-8")
