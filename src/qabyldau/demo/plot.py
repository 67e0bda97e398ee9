"""What becomes of each appeal of the sample year: who writes when, by which channel, and how it ends."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random

from qabyldau.demo.clock import AFTER_HOURS, DAYTIME, EVENING, LUNCH, Clock
from qabyldau.demo.library import Matter, Trait, matters
from qabyldau.regulation.norms.intake import Channel

SEASON = (0.9, 0.95, 1.1, 1.1, 0.9, 0.85, 0.75, 0.8, 1.1, 1.25, 1.2, 0.9)
ON_A_DAY_OFF = 0.18
LATELY, MORE_LATELY = timedelta(days=30), 1.9
CHANNELS = {
    Channel.PORTAL: 38,
    Channel.CALL_CENTRE: 21,
    Channel.ORAL: 17,
    Channel.HAND_DELIVERED: 16,
    Channel.POST: 8,
}
EVENING_SHARE, LUNCH_SHARE, AFTER_HOURS_SHARE = 0.34, 0.1, 0.08
LAST_NIGHT = (22, 6, 1)  # hours before the end at which the last people write
OVERDUE_AGE = (17, 22)
A_FEW = 5


class Fate(StrEnum):
    """How an appeal goes, where the law leaves it open."""

    ORDINARY = "ordinary"
    RETURNED = "returned"
    EXTENDED = "extended"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    DOUBLED = "doubled"


FATES = {
    Fate.ORDINARY: 70,
    Fate.RETURNED: 8,
    Fate.EXTENDED: 7,
    Fate.LATE: 4,
    Fate.WITHDRAWN: 8,
    Fate.DOUBLED: 3,
}


@dataclass(frozen=True, slots=True)
class Plot:
    """One appeal as the year has it in store."""

    matter: Matter
    channel: Channel
    comes_at: datetime
    fate: Fate


def plots(count: int, first: date, until: datetime, clock: Clock) -> list[Plot]:
    """So many appeals over the year, denser lately, each matter told about as often as any other."""
    chance = clock.chance
    days = sorted(_days(count, first, clock.day_of(until), clock))
    told = _deck(count, chance)
    found = [_plot(matter, day, clock) for matter, day in zip(told, days, strict=True)]
    overdue = [
        index
        for index, one in enumerate(found)
        if OVERDUE_AGE[0] <= (clock.day_of(until) - clock.day_of(one.comes_at)).days <= OVERDUE_AGE[1]
        and not one.matter.is_(Trait.EMPTY)
    ]
    for index in overdue[:A_FEW]:
        found[index] = _with_fate(found[index], Fate.LATE)
    return [*found, *_last_night(until, clock)]


def _days(count: int, first: date, last: date, clock: Clock) -> list[date]:
    span = [first + timedelta(days=n) for n in range((last - first).days)]
    weights = [_weight(day, last, clock) for day in span]
    return clock.chance.choices(span, weights, k=count)


def _weight(day: date, last: date, clock: Clock) -> float:
    weight = SEASON[day.month - 1] * (1 if clock.calendar.is_working(day) else ON_A_DAY_OFF)
    return weight * (MORE_LATELY if last - day < LATELY else 1)


def _deck(count: int, chance: Random) -> list[Matter]:
    """Matters shuffled again and again; letters of those who live once come once."""
    told: list[Matter] = []
    once = [one for one in matters() if one.country]
    often = [one for one in matters() if not one.country]
    while len(told) < count:
        pack = [*often, *(once if not told else ())]
        chance.shuffle(pack)
        told += pack
    return told[:count]


def _plot(matter: Matter, day: date, clock: Clock) -> Plot:
    channel, fate = _channel(day, clock), clock.chance.choices(list(FATES), list(FATES.values()))[0]
    if matter.is_(Trait.CRISIS, Trait.EMPTY, Trait.OUTSIDE):
        fate = Fate.ORDINARY
    return Plot(matter, channel, _comes_at(channel, day, clock), fate)


def _with_fate(one: Plot, fate: Fate) -> Plot:
    return Plot(one.matter, one.channel, one.comes_at, fate)


def _channel(day: date, clock: Clock) -> Channel:
    if not clock.calendar.is_working(day):
        return Channel.PORTAL
    return clock.chance.choices(list(CHANNELS), list(CHANNELS.values()))[0]


def _comes_at(channel: Channel, day: date, clock: Clock) -> datetime:
    """The portal never sleeps; people come in office hours, some at lunch, some call too late."""
    luck = clock.chance.random()
    if not clock.calendar.is_working(day):
        return clock.within(day, DAYTIME)
    if channel is Channel.PORTAL and luck < EVENING_SHARE:
        return clock.within(day, EVENING)
    if channel is Channel.ORAL and luck < LUNCH_SHARE:
        return clock.within(day, LUNCH)
    if channel is Channel.CALL_CENTRE and luck < AFTER_HOURS_SHARE:
        return clock.within(day, AFTER_HOURS)
    return clock.office_hour(day)


def _last_night(until: datetime, clock: Clock) -> list[Plot]:
    """Somebody always writes in the evening and at night: what stands first on the list in the morning."""
    plain = [one for one in matters() if not one.traits and not one.standing]
    return [
        Plot(clock.chance.choice(plain), Channel.PORTAL, until - timedelta(minutes=23 * hours), Fate.ORDINARY)
        for hours in LAST_NIGHT
    ]
