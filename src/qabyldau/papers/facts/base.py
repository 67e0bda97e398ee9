"""What a paper is written from: plain frozen facts. Moments are in the office's local time.

Each kind has a class of its own in `papers/facts/`, on top of `Facts`. No fact is ever
declined: sentences are built so that names stand as they are, or an official types the form that is needed.
"""

from dataclasses import dataclass
from typing import ClassVar

from qabyldau.letters.facts import Body, Heading
from qabyldau.letters.spelling import one_line
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language, Words

NOTHING = Words(kk="", ru="")


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom: the name as it is. `typed` is the form an official wrote («кому»); it stands instead."""

    name: Words = NOTHING
    position: Words = NOTHING
    address: Words = NOTHING
    typed: Words = NOTHING

    def lines(self, language: Language) -> list[str]:
        whom = (
            [self.typed[language]] if self.typed[language] else [self.position[language], self.name[language]]
        )
        return [said for line in (*whom, self.address[language]) if (said := one_line(line))]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and in what position."""

    name: Words
    position: Words


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; a template places it by a paragraph of its own: `{people}`."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words | str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every paper has. `kind` tells papers of one kind apart that have templates of their own."""

    kind: ClassVar[str] = ""
    key: ClassVar[str] = ""

    addressee: Addressee = Addressee()
    signature: Signature | None = None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Told:
    """A letter to an applicant as a paper: written from the facts of the letter, by the letter's template.

    `key` is that of the messages that carry the same letter.
    """

    notice: Notice
    heading: Heading
    body: Body
    addressee: Addressee
    signature: Signature | None = None
    key: str = ""

    @property
    def kind(self) -> str:
        return self.body.kind

    @property
    def citation(self) -> Citation:
        return self.heading.citation
