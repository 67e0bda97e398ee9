"""What the tests of the law start from: the acts, the calendar, and how a test names its clause."""

from datetime import date

from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.schedule import Rank, Receiver

__all__ = ["APPK", "KZ", "LAW", "LAW_1", "receiver"]

LAW_1 = by_code("zko-289@2020")
LAW = by_code("zko-289@2023")
APPK = by_code("appk-350@2021")


def receiver(rank: Rank, *, deputy: bool = False, until: date | None = None) -> Receiver:
    """An official with authority since the start of 2023."""
    return Receiver(rank, deputy=deputy, authority_since=date(2023, 1, 1), authority_until=until)
