"""Which hours to offer to whom: one to each in the order of the law first, then more to choose from; pure."""

from __future__ import annotations

from collections.abc import Sequence

from qabyldau.occupancy.times import Busy, Hour, Person, fit

MOST = 3


def portions(people: Sequence[Person], hours: Sequence[Hour], busy: Busy) -> dict[str, list[Hour]]:
    """By person: hours to choose from, soonest first. Nobody has two before everybody has one."""
    found: dict[str, list[Hour]] = {}
    free, waiting = list(hours), list(people)
    for _ in range(MOST):
        # Hours held for one person exclude one another for others, not for that person.
        round_ = fit(waiting, free, Busy(dict(busy.held)))
        for person, hour in round_.given:
            found.setdefault(person.key, []).append(hour)
        taken = {hour.slot_id for _, hour in round_.given}
        free = [hour for hour in free if hour.slot_id not in taken]
        waiting = [person for person, _ in round_.given]
    return found
