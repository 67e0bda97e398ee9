"""The simulated register's books: a number for each key, and answers that wait to be told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from threading import Lock

from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.eotinish import Answer, Case, Declined, Pending, Registered


def _now() -> datetime:
    return datetime.now(UTC)


class Wrong(StrEnum):
    """What the simulated register may do wrong with an answer."""

    GARBAGE = "garbage"
    UNSIGNED = "unsigned"
    FORGED = "forged"
    LOST = "lost"
    TWICE = "twice"
    SAME_NUMBER = "same_number"
    OTHERS_NUMBER = "others_number"
    UNKNOWN_KEY = "unknown_key"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer on its way: what it says, what is wrong with it, and when it goes."""

    says: Registered
    wrong: Wrong | None
    due: datetime


@dataclass
class Behaviour:
    """`every`: each n-th answer goes wrong in this way. `down`: nobody answers at all."""

    delay: timedelta = timedelta()
    every: dict[Wrong, int] = field(default_factory=dict)
    is_down: Callable[[], bool] = lambda: False

    def wrong(self, count: int) -> Wrong | None:
        return next((wrong for wrong, step in self.every.items() if step and count % step == 0), None)


class Books:
    """One number for each key, however often it is sent; an answer is told anew each time."""

    def __init__(self, behaviour: Behaviour, clock: Callable[[], datetime] = _now) -> None:
        self.behaviour = behaviour
        self.clock = clock
        self.numbers: dict[str, Registered] = {}
        self.told: list[Told] = []
        self.count = 0
        self._lock = Lock()

    def take(self, key: str) -> None:
        with self._lock:
            now = self.clock()
            if key not in self.numbers:
                number = f"ЖТ-{now.year}-{len(self.numbers) + 1:08d}"
                self.numbers[key] = Registered(key, number, now)
            self.count += 1
            wrong = self.behaviour.wrong(self.count)
            if wrong is not Wrong.LOST:
                told = Told(self._said(key, wrong), wrong, now + self.behaviour.delay)
                self.told += [told] * (2 if wrong is Wrong.TWICE else 1)

    def _said(self, key: str, wrong: Wrong | None) -> Registered:
        """What the answer says: the truth, or a number that was given to somebody else."""
        own = self.numbers[key]
        if wrong is Wrong.UNKNOWN_KEY:
            return Registered(f"{key}-unknown", own.number, own.at)
        if wrong is Wrong.OTHERS_NUMBER:
            return Registered(key, f"ЖТ-{own.at.year}-99999999", own.at)
        if wrong is Wrong.SAME_NUMBER and len(self.numbers) > 1:
            return Registered(key, next(iter(self.numbers.values())).number, own.at)
        return own

    def due(self) -> list[Told]:
        """Answers whose time has come; each is given once."""
        with self._lock:
            now = self.clock()
            ready = [told for told in self.told if told.due <= now]
            self.told = [told for told in self.told if told.due > now]
            return ready


class BookedEOtinish:
    """The register without a line between: answers as true as its books."""

    is_automatic = True

    def __init__(self, books: Books) -> None:
        self.books = books

    def register(self, _case: Case, *, key: str) -> Answer:
        if self.books.behaviour.is_down():
            raise TemporaryFailureError("not_connected")
        self.books.take(key)
        return Pending(message_id=f"simulated:{key}")

    def collect(self) -> list[Registered | Declined]:
        return [told.says for told in self.books.due()]
