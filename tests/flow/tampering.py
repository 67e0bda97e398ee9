"""The hands of somebody who owns the database: guards lifted, rows changed, hashes made anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from qabyldau.journal.chain import link_hash
from qabyldau.journal.models import Entry, Head

GUARDS = ("moves_head", "is_never_changed", "is_never_deleted")


@contextmanager
def guards_lifted() -> Iterator[None]:
    """Whatever is done inside is undone after it, the guards' absence too."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER USER")
            else:
                for name in GUARDS:
                    cursor.execute(f"DROP TRIGGER journal_entry_{name}")
        yield
        transaction.set_rollback(True)


def change(office_id: int, seq: int, /, **columns: object) -> None:
    assert Entry.objects.filter(office_id=office_id, seq=seq).update(**columns) == 1


def delete(office_id: int, *seqs: int) -> None:
    Entry.objects.filter(office_id=office_id, seq__in=seqs)._raw_delete(using="default")


def forge(office_id: int, seq: int, previous: str) -> Entry:
    """A link that never was, with a hash that fits it."""
    like = Entry.objects.filter(office_id=office_id).order_by("seq").first()
    assert like
    forged = Entry(
        office_id=office_id, seq=seq, at=like.at, actor="staff:1", action="approve", object="appeal:1"
    )
    forged.previous = previous
    forged.hash = link_hash(forged)
    forged.save(force_insert=True)
    return forged


def swap(office_id: int, one: int, other: int) -> None:
    aside = 10**9
    for source, target in ((one, aside), (other, one), (aside, other)):
        change(office_id, source, seq=target)


def chain_anew(office_id: int, since: int) -> None:
    """Every hash from that link on made to fit, so that the chain holds from inside."""
    before = (
        Entry.objects.filter(office_id=office_id, seq=since - 1).values_list("hash", flat=True).first() or ""
    )
    for entry in Entry.objects.filter(office_id=office_id, seq__gte=since).order_by("seq"):
        entry.previous = before
        entry.hash = before = link_hash(entry)
        change(office_id, entry.seq, previous=entry.previous, hash=entry.hash)


def move_head(office_id: int) -> None:
    """Make the head say what the chain's end is now."""
    last = Entry.objects.filter(office_id=office_id).order_by("-seq").first()
    assert last
    Head.objects.filter(office_id=office_id).update(seq=last.seq, hash=last.hash)
