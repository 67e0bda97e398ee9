"""Links of an office's journal made in memory: the same bytes that `journal.chain` checks."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qabyldau.demo.generate.shelves import Shelf
    from qabyldau.people.actor import Actor
    from qabyldau.regulation.edition import Citation

COLUMNS = (
    "office", "seq", "at", "actor", "actor_name", "action", "object", "citation", "facts", "previous", "hash",
)  # fmt: skip


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass
class Chain:
    """The last link, and what was said so often that it is kept as text."""

    office_id: int
    shelf: Shelf
    seq: int = 0
    hash: str = ""
    said: dict[object, str] = field(default_factory=dict)

    def link(self, action: str, about: str, by: Actor, at: datetime, citation: Citation, facts: str) -> None:
        """`at` is in UTC; `facts` are compact JSON with their keys in order."""
        self.seq += 1
        moment, previous = at.isoformat(timespec="microseconds"), self.hash
        values = (
            f'[{self.office_id},{self.seq},"{moment}",{self._text(by.label)},{self._text(by.name)},'
            f'"{action}","{about}",{self._cited(citation)},{facts},null,"","{previous}"]'
        )
        self.hash = sha256(values.encode()).hexdigest()
        self.shelf.put(
            self.office_id,
            self.seq,
            moment[:26],
            by.label,
            by.name,
            action,
            about,
            self._cited(citation),
            facts,
            previous,
            self.hash,
        )

    def _text(self, words: str) -> str:
        if words not in self.said:
            self.said[words] = compact(words)
        return self.said[words]

    def _cited(self, citation: Citation) -> str:
        if citation not in self.said:
            self.said[citation] = compact(citation.as_row())
        return self.said[citation]
