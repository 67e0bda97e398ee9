"""The chain's end, signed and kept outside the database: a cut tail or a chain made anew does not match it.

One line a checkpoint: office, seq, hash, time, Ed25519 signature. The key lies apart from the database.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qabyldau.journal.models import Entry, Head

FIELDS = 5


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How long an office's chain was at a moment, and how it ended."""

    office_id: int
    seq: int
    hash: str
    at: str

    @property
    def line(self) -> str:
        return f"{self.office_id} {self.seq} {self.hash} {self.at}"


def write(path: Path, key: Ed25519PrivateKey, *, at: datetime) -> int:
    """Append the end of every chain that has grown; returns how many."""
    known = {point.office_id: point.seq for point in read(path, key)}
    grown = [head for head in Head.objects.all() if head.seq > known.get(head.office_id, 0)]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as file:
        for head in grown:
            point = Checkpoint(head.office_id, head.seq, head.hash, at.isoformat())
            signature = base64.b64encode(key.sign(point.line.encode())).decode()
            file.write(f"{point.line} {signature}\n")
    return len(grown)


def read(path: Path, key: Ed25519PrivateKey) -> Iterator[Checkpoint]:
    """Checkpoints whose signature holds; a line that somebody changed is an error."""
    if not path.exists():
        return
    for line in path.read_text(encoding="ascii").splitlines():
        office, seq, hash_, at, signature = line.split(" ", FIELDS - 1)
        point = Checkpoint(int(office), int(seq), hash_, at)
        try:
            key.public_key().verify(base64.b64decode(signature), point.line.encode())
        except InvalidSignature as forged:
            raise ValueError(f"the checkpoint of link {seq} is not signed by this installation") from forged
        yield point


def broken(path: Path, key: Ed25519PrivateKey, office_id: int) -> Checkpoint | None:
    """The first checkpoint of an office that its chain no longer bears out; None: all do."""
    for point in read(path, key):
        if point.office_id != office_id:
            continue
        if not Entry.objects.filter(office_id=office_id, seq=point.seq, hash=point.hash).exists():
            return point
    return None
