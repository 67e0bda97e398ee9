"""Tells a story in the terminal and keeps count of what held."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from qabyldau.demo.library import Table, part, said, table
from qabyldau.people.actor import PermissionDeniedError
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language

WIDTH = 100
BAR = "   │ "
KILOBYTE = 1024


@dataclass(slots=True)
class Teller:
    """`write` takes a line. `held` and `broken` count the checks so far."""

    language: Language
    write: Callable[[str], object]
    scene: str = ""
    scenes: int = 0
    held: int = 0
    broken: int = 0

    @property
    def _texts(self) -> Table:
        return part(table("story.toml"), self.language)

    def open(self) -> None:
        self.write(said(self._texts, "heading"))

    def begin(self, scene: str) -> None:
        self.scene, self.scenes = scene, self.scenes + 1
        self.write(f"\n{self.scenes}. {self._line('title')}")

    def tell(self, **facts: object) -> None:
        self._indented(self._line("tells").format(**facts))

    def cite(self, *citations: Citation) -> None:
        for clause in dict.fromkeys(citation.words[self.language] for citation in citations):
            self._indented(said(self._texts, "clause").format(clause=clause))

    def count(self, arithmetic: str) -> None:
        self._indented(said(self._texts, "counted").format(arithmetic=arithmetic))

    def document(self, name: str, content: bytes) -> None:
        size = max(1, len(content) // KILOBYTE)
        self._indented(said(self._texts, "document").format(name=name, size=size))

    def letter(self, subject: str, channel: str, text: str) -> None:
        self._indented(said(self._texts, "letter").format(subject=subject, channel=channel))
        for line in text.strip().splitlines():
            self.write(
                textwrap.fill(line, WIDTH, initial_indent="   │ ", subsequent_indent="   │ ") or "   │"
            )

    def check(self, name: str, held: bool) -> None:
        self.held += held
        self.broken += not held
        sign, word = ("✓", "held") if held else ("✗", "broken")
        self.write(f"   {sign} {self._line(name)}: {said(self._texts, word)}")

    def forbidden(self, name: str, act: Callable[[], object]) -> None:
        """The law or the table of rights must stand against this act; its clause is named."""
        try:
            act()
        except UnlawfulError as refusal:
            self.cite(*([refusal.citation] if refusal.citation else []))
            self.check(name, held=True)
        except PermissionDeniedError:
            self.check(name, held=True)
        else:
            self.check(name, held=False)

    def fault(self, what: Exception) -> None:
        self.broken += 1
        self._indented(said(self._texts, "fault").format(fault=f"{type(what).__name__}: {what}"))

    def close(self) -> None:
        key, count = ("some_broken", self.broken) if self.broken else ("all_held", self.held)
        self.write(f"\n{said(self._texts, key).format(count=count)}")

    def _line(self, key: str) -> str:
        return said(part(self._texts, self.scene), key)

    def _indented(self, text: str) -> None:
        self.write(textwrap.fill(text, WIDTH, initial_indent="   ", subsequent_indent="   "))
