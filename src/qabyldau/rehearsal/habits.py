"""What an office's past says: how many ask when, who comes, how long it takes; too little, a default."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean, pstdev

# Fewer observations than this say nothing: the default is used, and the page says so.
ENOUGH = 20
ENOUGH_OF_A_TOPIC = 8
SEASON_DAYS = 330
WEEK, YEAR = 7, 12
LONGEST_MINUTES, SHORTEST_MINUTES = 120.0, 1.0

DEFAULT_ARRIVALS = 1.2
DEFAULT_PRIORITY = 0.12
DEFAULT_ABSENT = 0.1
DEFAULT_REFUSED = 0.2
DEFAULT_MINUTES = (14.0, 6.0)
DEFAULT_LAG = 6.0


@dataclass(frozen=True, slots=True)
class Observed:
    """One appeal of the past. None: it did not come so far, or nobody noted it."""

    registered_on: date
    topic: str
    priority: bool
    refused: bool = False
    ready_on: date | None = None
    came: bool | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything observed between two days, and which of those days the office worked."""

    since: date
    until: date
    working: frozenset[date]
    appeals: tuple[Observed, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """How the office fares on an ordinary day; `assumed` names what is a default and not its own."""

    arrivals: tuple[float, ...]
    season: tuple[float, ...]
    priority: float
    absent: float
    refused: float
    topics: dict[str, float]
    minutes: dict[str, tuple[float, float]]
    lag: float
    seen: int
    assumed: frozenset[str] = field(default_factory=frozenset)

    def expected(self, day: date) -> float:
        """How many ask on that day, on average."""
        return self.arrivals[day.weekday()] * self.season[day.month - 1]


def habits(history: History) -> Habits:
    """Learn from the past as far as it reaches."""
    assumed: set[str] = set()
    past = history.appeals
    settled = [one for one in past if one.refused or one.ready_on]
    expected = [one for one in past if one.came is not None]
    lags = [(one.ready_on - one.registered_on).days for one in past if one.ready_on]
    return Habits(
        arrivals=_arrivals(history, assumed),
        season=_season(history, assumed),
        priority=_share([one.priority for one in past], DEFAULT_PRIORITY, "priority", assumed),
        absent=_share([not one.came for one in expected], DEFAULT_ABSENT, "absent", assumed),
        refused=_share([one.refused for one in settled], DEFAULT_REFUSED, "refused", assumed),
        topics=_topics(past),
        minutes=_minutes(past, assumed),
        lag=_mean(lags, DEFAULT_LAG, "lag", assumed),
        seen=len(past),
        assumed=frozenset(assumed),
    )


def _share(found: Sequence[bool], default: float, name: str, assumed: set[str]) -> float:
    return _mean([float(one) for one in found], default, name, assumed)


def _mean(found: Sequence[float], default: float, name: str, assumed: set[str]) -> float:
    if len(found) < ENOUGH:
        assumed.add(name)
        return default
    return fmean(found)


def _arrivals(history: History, assumed: set[str]) -> tuple[float, ...]:
    """By weekday: an appeal of a day off is registered on the next working day, so days off have none."""
    if len(history.appeals) < ENOUGH:
        assumed.add("arrivals")
        return (*[DEFAULT_ARRIVALS] * 5, 0.0, 0.0)
    came = Counter(one.registered_on.weekday() for one in history.appeals)
    worked = Counter(day.weekday() for day in history.working)
    return tuple(came[day] / worked[day] if worked[day] else 0.0 for day in range(WEEK))


def _season(history: History, assumed: set[str]) -> tuple[float, ...]:
    """By month, against the year's mean; a history shorter than a year says nothing about seasons."""
    if history.until - history.since < timedelta(days=SEASON_DAYS) or len(history.appeals) < ENOUGH:
        assumed.add("season")
        return (1.0,) * YEAR
    came = Counter(one.registered_on.month for one in history.appeals)
    worked = Counter(day.month for day in history.working)
    mean = len(history.appeals) / max(1, len(history.working))
    rates = [came[month] / worked[month] / mean if worked[month] else 1.0 for month in range(1, YEAR + 1)]
    # Half of the swing: a single year is half chance.
    return tuple((1 + rate) / 2 for rate in rates)


def _topics(past: Sequence[Observed]) -> dict[str, float]:
    counted = Counter(one.topic for one in past)
    return {topic: count / len(past) for topic, count in sorted(counted.items())} or {"other": 1.0}


def _minutes(past: Sequence[Observed], assumed: set[str]) -> dict[str, tuple[float, float]]:
    """Mean and spread of a reception by topic; "" is the office's own, for topics rarely heard."""
    timed = [(one.topic, _within(one.minutes)) for one in past if one.minutes is not None]
    if len(timed) < ENOUGH:
        assumed.add("minutes")
        return {"": DEFAULT_MINUTES}
    found = {"": _spread([minutes for _, minutes in timed])}
    for topic in sorted({topic for topic, _ in timed}):
        own = [minutes for name, minutes in timed if name == topic]
        if len(own) >= ENOUGH_OF_A_TOPIC:
            found[topic] = _spread(own)
    return found


def _within(minutes: float) -> float:
    return min(LONGEST_MINUTES, max(SHORTEST_MINUTES, minutes))


def _spread(minutes: Sequence[float]) -> tuple[float, float]:
    return fmean(minutes), max(1.0, pstdev(minutes))
