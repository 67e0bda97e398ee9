"""How many failures are put up with, counted in the database, so that every process counts the same."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from qabyldau.people import actions
from qabyldau.people import queries as people

KEY_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Limit:
    """So many failures in a window of time; then everything is refused until the window ends."""

    name: str
    failures: int
    window: timedelta

    def is_spent(self, who: str, at: datetime) -> bool:
        return people.attempts(self._key(who), at=at, window=self.window) >= self.failures

    def note(self, who: str, at: datetime) -> None:
        actions.count_attempt(self._key(who), at=at, window=self.window)

    def ends(self, at: datetime) -> datetime:
        length = self.window.total_seconds()
        return datetime.fromtimestamp((at.timestamp() // length + 1) * length, UTC)

    def _key(self, who: str) -> str:
        return f"{self.name}:{who}"[:KEY_LENGTH]


FROM_ADDRESS = Limit("sign-in-from", 30, timedelta(hours=1))
CODES = Limit("code-of", 5, timedelta(minutes=30))
# A code lives for a minute and a half; two windows cover it wherever it falls.
USED = Limit("code-used", 1, timedelta(minutes=2))


def spend_code(who: str, at: datetime) -> bool:
    """Whether the code is used for the first time; the answer is yes once."""
    if USED.is_spent(who, at - USED.window):
        return False
    return actions.count_attempt(f"{USED.name}:{who}", at=at, window=USED.window) == 1
