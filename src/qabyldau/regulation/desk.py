"""The day at the desk: what may become of a visit, who is called next and why, and the day replayed.

Everything here is a function of what the journal keeps: who came when, with which hour and standing, and
whom the desk called. So anybody can count the order again and compare.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.norms.control import Minutes
from qabyldau.regulation.norms.queue import IN_ORDER, Precedence, Waiting
from qabyldau.regulation.norms.reception import CallIn, IdentityShown
from qabyldau.regulation.unlawful import UnlawfulMoveError

BEFORE_HOUR = "before_hour"


class Visit(StrEnum):
    """Where somebody who came stands."""

    ARRIVED = "arrived"
    CALLED = "called"
    WITH_OFFICIAL = "with_official"
    DONE = "done"
    ABSENT = "absent"
    LEFT = "left"
    MOVED = "moved"
    CANCELLED = "cancelled"


PRESENT = frozenset({Visit.ARRIVED, Visit.CALLED, Visit.WITH_OFFICIAL})


class DeskAct(StrEnum):
    """What the desk may do about somebody who came. `RECALL`, `STEP_BACK`, `CANCEL` undo a slip."""

    ARRIVE = "arrive"
    CALL = "call"
    CALL_AGAIN = "call_again"
    RECALL = "recall"
    STEP_BACK = "step_back"
    START = "start"
    FINISH = "finish"
    ABSENT = "absent"
    LEAVE = "leave_desk"
    AGREE_TIME = "agree_time"
    CANCEL = "cancel_arrival"


@dataclass(frozen=True, slots=True)
class Step:
    """One permitted step of a visit, and the norm that permits it."""

    act: DeskAct
    source: Visit
    target: Visit
    under: type[Norm]


STEPS = (
    Step(DeskAct.CALL, Visit.ARRIVED, Visit.CALLED, under=Precedence),
    Step(DeskAct.CALL_AGAIN, Visit.CALLED, Visit.CALLED, under=Precedence),
    Step(DeskAct.RECALL, Visit.CALLED, Visit.ARRIVED, under=Precedence),
    Step(DeskAct.STEP_BACK, Visit.WITH_OFFICIAL, Visit.CALLED, under=Precedence),
    Step(DeskAct.START, Visit.CALLED, Visit.WITH_OFFICIAL, under=IdentityShown),
    Step(DeskAct.FINISH, Visit.WITH_OFFICIAL, Visit.DONE, under=Minutes),
    Step(DeskAct.ABSENT, Visit.CALLED, Visit.ABSENT, under=Minutes),
    Step(DeskAct.LEAVE, Visit.ARRIVED, Visit.LEFT, under=Minutes),
    Step(DeskAct.LEAVE, Visit.CALLED, Visit.LEFT, under=Minutes),
    Step(DeskAct.AGREE_TIME, Visit.ARRIVED, Visit.MOVED, under=CallIn),
    Step(DeskAct.AGREE_TIME, Visit.CALLED, Visit.MOVED, under=CallIn),
    Step(DeskAct.CANCEL, Visit.ARRIVED, Visit.CANCELLED, under=IdentityShown),
)


def step(act: DeskAct, source: Visit, edition: Edition) -> Step:
    """The permitted step, or an error that says what stands against it."""
    for row in STEPS:
        if (row.act, row.source) == (act, source) and edition.has(row.under):
            return row
    under = next(row.under for row in STEPS if row.act is act)
    raise UnlawfulMoveError("visit_not_now", edition.cite(under), action=act, state=source)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who waits at the desk. `hour` None: came without one, on the day of the request."""

    visit: int
    waiting: Waiting
    hour: datetime | None = None


def line(present: Iterable[Present], at: datetime, edition: Edition) -> list[Present]:
    """In the order of the law: out of turn, then whose hour has come, then those who came early."""
    rule = edition.get(Precedence)
    return sorted(
        present,
        key=lambda one: (
            not rule.out_of_turn(one.waiting),
            _early(one, at),
            one.waiting.registered_at,
            one.waiting.number,
        ),
    )


def reason(one: Present, at: datetime, edition: Edition) -> str:
    """Code of the standing that puts a person ahead, `in_order`, or `before_hour`."""
    found = edition.get(Precedence).reason(one.waiting)
    return BEFORE_HOUR if found == IN_ORDER and _early(one, at) else found


def _early(one: Present, at: datetime) -> bool:
    return one.hour is not None and at < one.hour


@dataclass(frozen=True, slots=True)
class Happened:
    """One journaled step of the day. `present` comes with an arrival; `motive`: a reason was written."""

    seq: int
    at: datetime
    act: DeskAct
    visit: int
    present: Present | None = None
    motive: bool = False


@dataclass(frozen=True, slots=True)
class Replayed:
    """A call, beside whom the order put first at that moment."""

    happened: Happened
    expected: int | None

    @property
    def in_order(self) -> bool:
        return self.happened.visit == self.expected

    @property
    def lawful(self) -> bool:
        """In order, or out of it with a reason that is kept."""
        return self.in_order or self.happened.motive


def replay(happened: Iterable[Happened], edition: Edition) -> Iterator[Replayed]:
    """Every call of a day, counted again from what was journaled before it."""
    known: dict[int, Present] = {}
    here: dict[int, Present] = {}
    for one in happened:
        if one.present is not None:
            known[one.visit] = one.present
        if one.act is DeskAct.CALL:
            first = next(iter(line(here.values(), one.at, edition)), None)
            yield Replayed(one, first.visit if first else None)
        if one.act in {DeskAct.ARRIVE, DeskAct.RECALL}:
            here[one.visit] = known[one.visit]
        else:
            here.pop(one.visit, None)
