"""Check an exported journal without Qabyldau: one file, the standard library, none of the product's code.

    qabyldau verify-journal --export journal.csv
    python tools/journal_verifier.py journal.csv [--checkpoints checkpoints.txt] [--anchor 120:9f86d081…]

Each row holds SHA-256 of the row before it and of its own columns. Changed, missing, inserted and swapped
rows show from inside. A cut tail and a chain made anew do not: they show against an anchor, that is a
number and a hash noted earlier (a printed talon, a checkpoint kept on another machine).
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CSV_CELL = 16 * 1024 * 1024
GOOD, BAD = 0, 1


def recomputed(row: Mapping[str, str]) -> str:
    """The hash that this row ought to have."""
    hashed = [
        int(row["office_id"]),
        int(row["seq"]),
        row["at"],
        row["actor"],
        row["actor_name"],
        row["action"],
        row["object"],
        json.loads(row["citation"]) if row["citation"] else None,
        json.loads(row["facts"]),
        row["once"] or None,
        row["asked"],
        row["previous"],
    ]
    text = json.dumps(hashed, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def faults(rows: Iterable[Mapping[str, str]], anchors: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Every fault with the number of the link it shows at, the first one first."""
    expected, before = 1, ""
    for row in rows:
        if row["seq"] != str(expected):
            yield expected, f"link {row['seq']} stands here: one is missing, doubled or out of order"
            return
        if row["previous"] != before:
            yield expected, "does not continue the link before it"
        if recomputed(row) != row["hash"]:
            yield expected, "was changed after it was written"
        if not row["hash"].startswith(anchors.get(expected, "")):
            yield expected, "is not the link that was noted earlier: the chain was made anew"
        expected, before = expected + 1, row["hash"]
    for seq in sorted(seq for seq in anchors if seq >= expected):
        yield expected, f"the tail is missing: link {seq} was noted earlier"


def anchors_of(words: list[str], checkpoints: Path | None, office: str) -> dict[int, str]:
    """What was noted earlier, by hand or in a file of checkpoints (whose signatures are not checked here)."""
    found = {int(seq): hash_.lower() for seq, _, hash_ in (word.partition(":") for word in words)}
    for line in checkpoints.read_text(encoding="ascii").splitlines() if checkpoints else ():
        of, seq, hash_, *_rest = line.split(" ")
        if of == office:
            found[int(seq)] = hash_
    return found


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path, help="what `qabyldau verify-journal --export` wrote")
    parser.add_argument("--checkpoints", type=Path, help="the installation's file of checkpoints")
    parser.add_argument("--anchor", action="append", default=[], metavar="SEQ:HASH", help="may be cut short")
    asked = parser.parse_args(words)
    csv.field_size_limit(CSV_CELL)
    with asked.file.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    office = rows[0]["office_id"] if rows else ""
    found = list(faults(rows, anchors_of(asked.anchor, asked.checkpoints, office)))
    for seq, what in found:
        print(f"link {seq}: {what}")
    if found:
        return BAD
    print(f"{len(rows)} links, every one holds; the last hash is {rows[-1]['hash'] if rows else 'none'}")
    return GOOD


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
