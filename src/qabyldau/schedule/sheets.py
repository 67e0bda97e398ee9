"""A month as a sheet of lines: what is checked, approved and posted, and kept word for word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words
from qabyldau.schedule.kinds import DayKind, Speech
from qabyldau.schedule.models import ReceptionDay
from qabyldau.schedule.plans import Plan


@dataclass(frozen=True, slots=True)
class Line:
    """One official on one day, as it is posted. `basis` names the instruction of a day off schedule."""

    day_id: int
    official_id: int
    rank: Rank
    name: Words
    position: Words
    on: date
    opens: time
    closes: time
    minutes: int
    places: int
    place: Words
    mode: Mode
    kind: DayKind
    room_id: int | None = None
    speech: Speech = Speech.BOTH
    interpreter: str = ""
    basis: str = ""

    @property
    def hours(self) -> tuple[time, time]:
        return self.opens, self.closes

    def as_row(self) -> dict[str, Any]:
        plain: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        for name in ("name", "position", "place"):
            plain[name] = {"kk": plain[name].kk, "ru": plain[name].ru}
        for name in ("on", "opens", "closes"):
            plain[name] = plain[name].isoformat()
        return plain | {
            "rank": int(self.rank),
            **{name: str(plain[name]) for name in ("mode", "kind", "speech")},
        }

    @staticmethod
    def from_row(row: dict[str, Any]) -> Line:
        read = {name: Words(**row[name]) for name in ("name", "position", "place")} | {
            "rank": Rank(row["rank"]),
            "on": date.fromisoformat(row["on"]),
            "opens": time.fromisoformat(row["opens"]),
            "closes": time.fromisoformat(row["closes"]),
            "mode": Mode(row["mode"]),
            "kind": DayKind(row["kind"]),
            "speech": Speech(row["speech"]),
        }
        return Line(**{**row, **read})


def line_of(day: ReceptionDay) -> Line:
    return Line(
        day_id=day.pk,
        official_id=day.official_id,
        rank=Rank(day.official.rank),
        name=day.official.name,
        position=day.official.position,
        on=day.on,
        opens=day.opens,
        closes=day.closes,
        minutes=day.slot_minutes,
        places=day.slot_count,
        place=day.place,
        mode=Mode(day.mode),
        kind=DayKind(day.kind),
        room_id=day.room_id,
        speech=Speech(day.speech),
        interpreter=day.interpreter,
        basis=day.instruction_number,
    )


def changed_line(day: ReceptionDay, wanted: dict[str, Any]) -> Line:
    """The line that a published day is to become; the row itself is not saved."""
    Plan.from_row(wanted).put(day)
    return line_of(day)


def ordered(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda one: (one.on, one.opens, one.rank, one.official_id))


def as_rows(lines: Iterable[Line]) -> list[dict[str, Any]]:
    return [one.as_row() for one in ordered(lines)]


def read(rows: list[dict[str, Any]]) -> list[Line]:
    return [Line.from_row(row) for row in rows]


def approved_by_the_akim(lines: Iterable[Line], ranks: frozenset[Rank]) -> set[tuple[int, date, str]]:
    """What of a sheet only the akim moves: who of those groups receives on which day, and how."""
    return {
        (one.official_id, one.on, str(one.mode))
        for one in lines
        if one.rank in ranks and one.kind is DayKind.SCHEDULED
    }


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a day between two sheets: it came, it went, or it was another one before."""

    before: Line | None
    after: Line | None

    @property
    def sign(self) -> str:
        if self.before is None:
            return "came"
        return "changed" if self.after else "went"

    @property
    def line(self) -> Line:
        found = self.after or self.before
        if found is None:
            raise ValueError("a difference is between something and something")
        return found


def differences(before: Iterable[Line], after: Iterable[Line]) -> list[Difference]:
    """Day by day, without what stayed as it was."""
    old, new = ({one.day_id: one for one in lines} for lines in (before, after))
    rows = [Difference(old.get(key), new.get(key)) for key in old.keys() | new.keys()]
    moved = [row for row in rows if row.before != row.after]
    return sorted(moved, key=lambda row: (row.line.on, row.line.opens, row.line.official_id))
