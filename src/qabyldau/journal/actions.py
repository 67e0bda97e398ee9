"""Write the next link of an office's chain."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from qabyldau import rows
from qabyldau.journal.chain import link_hash
from qabyldau.journal.models import Entry, Head
from qabyldau.people.actor import Actor
from qabyldau.regulation.edition import Citation

Facts = dict[str, object]
CHUNK = 200


def write(
    action: str,
    *,
    about: str,
    by: Actor,
    at: datetime,
    citation: Citation | None = None,
    facts: Facts | None = None,
    once: str = "",
    asked: str = "",
) -> Entry:
    """The last statements of a transaction: from here until commit the office's other writers wait.

    `about` is "kind:id"; `once` is the key of the request (a second entry with it is refused by the
    database), `asked` the digest of what it said.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("journal.write() outside a transaction could tell of what never happened")
    entry = Entry(at=at, action=action, object=about, facts=facts or {}, once=once or None, asked=asked)
    entry.actor, entry.actor_name = by.label, by.name if by.user_id else ""
    entry.citation = citation.as_row() if citation else None
    _link(entry, _locked_head(by.office_id))
    rows.insert(entry)
    return entry


@dataclass(frozen=True, slots=True)
class Happened:
    """One of several things that one act did, for `write_all`."""

    about: str
    citation: Citation | None
    facts: Facts


def write_all(action: str, happened: Sequence[Happened], *, by: Actor, at: datetime) -> list[Entry]:
    """As many links as things happened, in order, by one statement for a chunk of them."""
    if not connection.in_atomic_block:
        raise RuntimeError("journal.write_all() outside a transaction could tell of what never happened")
    head, entries = _locked_head(by.office_id), []
    for one in happened:
        entry = Entry(at=at, action=action, object=one.about, facts=one.facts, once=None, asked="")
        entry.actor, entry.actor_name = by.label, by.name if by.user_id else ""
        entry.citation = one.citation.as_row() if one.citation else None
        _link(entry, head)
        head.seq, head.hash = entry.seq, entry.hash
        entries.append(entry)
    for start in range(0, len(entries), CHUNK):
        rows.insert_all(entries[start : start + CHUNK])
    return entries


def hold(office_id: int) -> None:
    """Take the office's chain before anything else that is numbered: then nobody waits crosswise."""
    if not connection.in_atomic_block:
        raise RuntimeError("journal.hold() outside a transaction holds nothing")
    _locked_head(office_id)


def _link(entry: Entry, head: Head) -> None:
    entry.office_id, entry.seq, entry.previous = head.office_id, head.seq + 1, head.hash
    entry.hash = link_hash(entry)


def _locked_head(office_id: int) -> Head:
    """In plain words: every act passes here, and the ORM would take longer than the database."""
    locking = "FOR UPDATE" if connection.features.has_select_for_update else ""
    found = Head.objects.raw(
        f"SELECT office_id, seq, hash FROM journal_head WHERE office_id = %s {locking}",  # noqa: S608
        [office_id],
    )
    for head in found:
        return head
    Head.objects.bulk_create([Head(office_id=office_id)], ignore_conflicts=True)
    return Head.objects.select_for_update().get(office_id=office_id)


def digest(asked: dict[str, object]) -> str:
    """The same question always has the same digest, however its keys are ordered."""
    canonical = json.dumps(asked, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()
