"""Which verifier this installation has: put in place when the program starts, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qabyldau.ports.signature import SignatureVerifier, Signed, Wanted

Find = Callable[[], SignatureVerifier | None]


@dataclass(slots=True)
class _Connected:
    find: Find


_connected = _Connected(lambda: None)


class NotConnectedError(Exception):
    """Nobody here verifies signatures: see docs/how-to/connect-ncanode.md."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A believed signature with what it is over; made before a transaction begins, kept inside one."""

    data: bytes
    signature: bytes
    signed: Signed


def connect(find: Find) -> None:
    """Called once, at start; what it finds is asked for at every signature anew."""
    _connected.find = find


def is_connected() -> bool:
    return _connected.find() is not None


def verifier() -> SignatureVerifier:
    found = _connected.find()
    if found is None:
        raise NotConnectedError
    return found


def prove(signature: bytes, wanted: Wanted) -> Proof:
    """Ask the verifier: outside any transaction, for it may call out."""
    return Proof(wanted.data, signature, verifier().verify(signature, wanted))
