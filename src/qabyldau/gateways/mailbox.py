"""What mail servers say of a mailbox (RFC 3463), and the address to which a letter returns."""

import re

from qabyldau.ports.delivery import Fault

STATUS = re.compile(r"\b[45]\.(\d{1,3})\.(\d{1,3})\b")
FULL_BOX = "2.2"
NO_SUCH_CODES = frozenset({550, 551, 553})
TOO_MUCH = 552


def fault_of(said: str, code: int = 0) -> Fault:
    """By the enhanced status where there is one, by the old code where there is none."""
    found = STATUS.search(said)
    if found:
        return _of_status(*found.groups())
    if code == TOO_MUCH:
        return Fault.FULL
    return Fault.NO_SUCH_ADDRESS if code in NO_SUCH_CODES else Fault.REJECTED


def _of_status(subject: str, detail: str) -> Fault:
    if f"{subject}.{detail}" == FULL_BOX:
        return Fault.FULL
    kinds = {"1": Fault.NO_SUCH_ADDRESS, "2": Fault.UNREACHABLE, "4": Fault.UNREACHABLE}
    return kinds.get(subject, Fault.REJECTED)


def returning(bounces: str, mark: str) -> str:
    """bounces+MARK@office.example: a returned letter names itself. Empty where no such mailbox is kept."""
    box, _, domain = bounces.rpartition("@")
    return f"{box}+{mark}@{domain}" if box and mark else bounces


def mark_in(address: str, bounces: str) -> str:
    """The mark in such an address; empty: there is none."""
    box, _, domain = bounces.lower().rpartition("@")
    given, _, where = address.strip().strip("<>").lower().rpartition("@")
    prefix = f"{box}+"
    return given[len(prefix) :] if where == domain and box and given.startswith(prefix) else ""
