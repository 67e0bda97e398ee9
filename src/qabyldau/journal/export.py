"""The chain as a table for somebody who does not trust us: every column that the hash covers."""

import csv
import json
from datetime import UTC
from typing import TextIO

from qabyldau.journal.models import Entry

COLUMNS = (
    "office_id", "seq", "at", "actor", "actor_name", "action", "object", "citation", "facts", "once", "asked",
    "previous", "hash",
)  # fmt: skip


def write(office_id: int, file: TextIO) -> int:
    """CSV in the order of the chain; an empty cell of `citation` and `once` is null. Returns the count."""
    table = csv.writer(file)
    table.writerow(COLUMNS)
    count = 0
    for entry in Entry.objects.filter(office_id=office_id).order_by("seq").iterator(chunk_size=2000):
        table.writerow(_cells(entry))
        count += 1
    return count


def _cells(entry: Entry) -> list[object]:
    cells = {name: getattr(entry, name) for name in COLUMNS}
    cells["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    cells["citation"] = "" if entry.citation is None else json.dumps(entry.citation, ensure_ascii=False)
    cells["facts"] = json.dumps(entry.facts, ensure_ascii=False)
    cells["once"] = entry.once or ""
    return list(cells.values())
