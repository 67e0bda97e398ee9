"""Reads of the chain: of one object, of one key, and its proof."""

from datetime import datetime

from django.db.models import QuerySet

from qabyldau.journal.chain import Finding, walk
from qabyldau.journal.models import Entry, Head


def about(office_id: int, what: str) -> QuerySet[Entry]:
    """Everything that happened to one thing ("appeal:17"), in order."""
    return Entry.objects.filter(office_id=office_id, object=what).order_by("seq")


def asked_before(office_id: int, once: str) -> Entry | None:
    """The entry that a request with this key already made; None: the key is new."""
    return Entry.objects.filter(office_id=office_id, once=once).first() if once else None


def verified(office_id: int) -> Finding:
    """Walk the whole chain of an office and compare its end with the head."""
    rows = Entry.objects.filter(office_id=office_id).order_by("seq").iterator(chunk_size=2000)
    found = walk(office_id, rows)
    head = Head.objects.filter(office_id=office_id).first() or Head(office_id=office_id)
    if not found.sound or (head.seq, head.hash) == (found.links, found.last_hash):
        return found
    reason = "the tail is missing" if found.links < head.seq else "the chain does not end as its head says"
    at = found.links if found.links == head.seq else min(found.links, head.seq) + 1
    return Finding(office_id, found.links, found.last_hash, at, reason)


def since(office_id: int, at: datetime) -> QuerySet[Entry]:
    """Everything written from that moment on."""
    return Entry.objects.filter(office_id=office_id, at__gte=at)


def latest(office_id: int) -> QuerySet[Entry]:
    return Entry.objects.filter(office_id=office_id).order_by("-seq")


def length(office_id: int) -> int:
    """The number of the last link; 0: nothing has happened yet."""
    head = Head.objects.filter(office_id=office_id).first()
    return head.seq if head else 0


def done(office_id: int, action: str, begins: datetime, ends: datetime) -> QuerySet[Entry]:
    """Every time this was done between two moments, the second not included."""
    return Entry.objects.filter(office_id=office_id, action=action, at__gte=begins, at__lt=ends)


def began(office_id: int) -> datetime | None:
    """The moment of the first entry; None: nothing has happened yet."""
    first = Entry.objects.filter(office_id=office_id).order_by("seq").first()
    return first.at if first else None
