"""A month played many times: the same seed the same answer, more hours never worse, little history said."""

from datetime import date, timedelta

import pytest

from qabyldau.rehearsal import Backlog, Habits, History, Month, Observed, Sitting, habits, longer, rehearse

FIRST = date(2026, 3, 2)
WORKING = tuple(
    FIRST + timedelta(days=day) for day in range(28) if (FIRST + timedelta(days=day)).weekday() < 5
)
THURSDAY = 3


def sitting(day: date, places: int = 6, minutes: int = 15) -> Sitting:
    starts = tuple(600 + minutes * place for place in range(places))
    return Sitting(1, day, starts, minutes, 600 + minutes * places)


def month(places: int = 6, *, backlog: int = 0) -> Month:
    thursdays = tuple(sitting(day, places) for day in WORKING if day.weekday() == THURSDAY)
    waiting = tuple(
        Backlog(FIRST - timedelta(days=5), FIRST + timedelta(days=10), priority=False, topic="water")
        for _ in range(backlog)
    )
    return Month(WORKING, thursdays, waiting, answer_days=15)


def observed(count: int, **known: object) -> History:
    days = [FIRST - timedelta(days=400) + timedelta(days=day) for day in range(400)]
    working = [day for day in days if day.weekday() < 5]
    columns: dict[str, object] = {"topic": "water", "priority": False, "ready_on": None, **known}
    appeals = tuple(Observed(working[number % len(working)], **columns) for number in range(count))  # type: ignore[arg-type]
    return History(days[0], days[-1], frozenset(working), appeals)


def plain(**changes: object) -> Habits:
    known: dict[str, object] = {
        "arrivals": (1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0),
        "season": (1.0,) * 12,
        "priority": 0.1,
        "absent": 0.1,
        "refused": 0.1,
        "topics": {"water": 1.0},
        "minutes": {"": (14.0, 5.0)},
        "lag": 4.0,
        "seen": 200,
    }
    return Habits(**{**known, **changes})  # type: ignore[arg-type]


def test_the_same_seed_gives_the_same_month() -> None:
    assert rehearse(month(), plain(), seed=7, runs=12) == rehearse(month(), plain(), seed=7, runs=12)
    assert rehearse(month(), plain(), seed=7, runs=12) != rehearse(month(), plain(), seed=8, runs=12)


def test_one_more_hour_on_thursdays_leaves_fewer_answers_too_late() -> None:
    tight = month(places=2, backlog=12)

    before = rehearse(tight, plain(), seed=1, runs=20)
    after = rehearse(longer(tight, THURSDAY, 60), plain(), seed=1, runs=20)

    assert after.missed.mean < before.missed.mean
    assert after.received.mean > before.received.mean


def test_more_minutes_on_another_weekday_change_nothing() -> None:
    assert longer(month(), 0, 60) == month()


def test_long_receptions_make_people_wait_and_the_day_run_over() -> None:
    short = rehearse(month(), plain(minutes={"": (8.0, 2.0)}), seed=3, runs=20)
    long = rehearse(month(), plain(minutes={"": (25.0, 8.0)}), seed=3, runs=20)

    assert long.waiting.mean > short.waiting.mean
    assert long.overtime.mean > short.overtime.mean


def test_an_interval_holds_its_mean() -> None:
    found = rehearse(month(), plain(), seed=5, runs=40)

    for one in (found.waiting, found.overtime, found.missed, found.received):
        assert one.low <= one.mean <= one.high


def test_nobody_is_received_on_more_hours_than_there_are() -> None:
    found = rehearse(month(places=3, backlog=40), plain(absent=0.0), seed=2, runs=10)

    assert found.received.high <= 3 * 4


def test_too_little_history_is_said_and_defaults_are_used() -> None:
    found = habits(observed(5))

    assert {"arrivals", "season", "priority", "absent", "refused", "minutes", "lag"} <= found.assumed


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"came": True, "minutes": 12.0}, "absent"),
        ({"came": True, "minutes": 12.0}, "minutes"),
        ({"priority": True}, "priority"),
        ({"refused": True}, "refused"),
    ],
)
def test_what_was_seen_often_enough_is_the_office_s_own(known: dict[str, object], name: str) -> None:
    assert name not in habits(observed(260, **known)).assumed


def test_weekdays_and_seasons_are_learnt() -> None:
    found = habits(observed(520))

    assert not {"arrivals", "season"} & found.assumed
    assert found.arrivals[5] == 0
    assert found.expected(FIRST) > 0
