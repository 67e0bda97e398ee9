"""How links are made and checked: SHA-256 over the previous hash and the row in canonical JSON."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol


class Link(Protocol):
    """A row of the chain, as stored."""

    office_id: int
    seq: int
    at: datetime
    actor: str
    actor_name: str
    action: str
    object: str
    citation: dict[str, Any] | None
    facts: dict[str, Any]
    once: str | None
    asked: str
    previous: str
    hash: str


def link_hash(row: Link) -> str:
    """64 hex digits that change when any column of the row, or any row before it, changes."""
    values = [
        row.office_id,
        row.seq,
        row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        row.actor,
        row.actor_name,
        row.action,
        row.object,
        row.citation,
        row.facts,
        row.once,
        row.asked,
        row.previous,
    ]
    canonical = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a walk along one office's chain found. `broken_at`: the first link that does not hold."""

    office_id: int
    links: int
    last_hash: str
    broken_at: int | None = None
    reason: str = ""

    @property
    def sound(self) -> bool:
        return self.broken_at is None


def walk(office_id: int, rows: Iterable[Link]) -> Finding:
    """Check every link; the first fault is named by its number."""
    previous, count = "", 0
    for row in rows:
        reason = _fault(row, previous, count + 1)
        if reason:
            return Finding(office_id, count, previous, broken_at=count + 1, reason=reason)
        previous, count = row.hash, row.seq
    return Finding(office_id, count, previous)


def _fault(row: Link, previous: str, expected_seq: int) -> str:
    if row.seq != expected_seq:
        return "a link is missing or out of order"
    if row.previous != previous:
        return "the link does not continue the one before it"
    if row.hash != link_hash(row):
        return "the row was changed after it was written"
    return ""
