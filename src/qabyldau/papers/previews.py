"""A wording as it would be printed, from invented facts; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qabyldau.documents.typeset import drawn, qr_svg, typeset
from qabyldau.letters.template import parsed
from qabyldau.papers import choosing, sample
from qabyldau.papers.content import content
from qabyldau.papers.kinds import KINDS, LETTER, PaperKind
from qabyldau.papers.templates import headers_of, is_notice, kind_of
from qabyldau.papers.text import Around, name_of

if TYPE_CHECKING:
    from datetime import date

    from qabyldau.documents.typeset import Data
    from qabyldau.papers.checking import Parts
    from qabyldau.papers.facts import Facts
    from qabyldau.people.models import Office
    from qabyldau.regulation.words import Language

UNNUMBERED = "…"


def pdf(office: Office, name: str, language: Language, parts: Parts) -> bytes:
    return typeset(_layout(name), _data(office, name, language, parts), dated=sample.DAY)


def png(office: Office, name: str, language: Language, parts: Parts) -> bytes:
    """The first page."""
    return drawn(_layout(name), _data(office, name, language, parts), dated=sample.DAY)


def _layout(name: str) -> str:
    return LETTER if is_notice(name) else KINDS[PaperKind(kind_of(name, PaperKind))].layout


def _data(office: Office, name: str, language: Language, parts: Parts) -> dict[str, Data]:
    """Of the office itself, but for the facts: those are of nobody."""
    template = parsed(f"{language}/{name}", parts.source(name), headers_of(name))
    facts = sample.told(name, language)
    around = Around(sample.NUMBER[language], sample.DAY, office.name, office.address, office.phone)
    said = dict(content(around, {language: template}, facts, own_layout=_layout(name) != LETTER))
    texts: Any = said.pop("texts")
    return {
        **said,
        **texts[language],
        "language": language,
        "verify_url": "",
        "qr": qr_svg("-"),
        "digest": "",
    }


def draft(office: Office, kind: PaperKind, facts: Facts, language: Language, day: date) -> bytes:
    """A paper as it would be issued now: no number, no code."""
    template = choosing.template(office, name_of(kind, facts), language, day)
    around = Around(UNNUMBERED, day, office.name, office.address, office.phone)
    own_layout = KINDS[kind].layout != LETTER
    said = dict(content(around, {language: template}, facts, own_layout=own_layout))
    texts: Any = said.pop("texts")
    data = {
        **said,
        **texts[language],
        "language": language,
        "verify_url": "",
        "qr": qr_svg("-"),
        "digest": "",
    }
    return typeset(KINDS[kind].layout, data, dated=day)
