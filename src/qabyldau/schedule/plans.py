"""What an office wants of a day or of a series of days, before it stands in any table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Words
from qabyldau.schedule.kinds import EVERY, LAST, DayKind, OnDayOff, Speech
from qabyldau.schedule.models import ReceptionDay, Room

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Plan:
    """A day as planned. `minutes`: length of a slot; `places`: how many there are.

    `interpreter` is the language spoken through one, empty: none comes. A room gives the place its name.
    """

    official_id: int
    on: date
    opens: time
    minutes: int
    places: int
    place: Words
    mode: Mode = Mode.IN_PERSON
    room_id: int | None = None
    break_at: time | None = None
    break_minutes: int = 0
    speech: Speech = Speech.BOTH
    interpreter: str = ""

    def as_row(self) -> dict[str, Any]:
        """Plain JSON for storage; `from_row` reads it back."""
        return {
            "official_id": self.official_id,
            "on": self.on.isoformat(),
            "opens": self.opens.isoformat("minutes"),
            "minutes": self.minutes,
            "places": self.places,
            "place": {"kk": self.place.kk, "ru": self.place.ru},
            "mode": str(self.mode),
            "room_id": self.room_id,
            "break_at": self.break_at.isoformat("minutes") if self.break_at else None,
            "break_minutes": self.break_minutes,
            "speech": str(self.speech),
            "interpreter": self.interpreter,
        }

    @staticmethod
    def from_row(row: dict[str, Any]) -> Plan:
        read = {
            "on": date.fromisoformat(row["on"]),
            "opens": time.fromisoformat(row["opens"]),
            "place": Words(**row["place"]),
            "mode": Mode(row["mode"]),
            "break_at": time.fromisoformat(row["break_at"]) if row["break_at"] else None,
            "speech": Speech(row["speech"]),
        }
        return Plan(**{**row, **read})

    @staticmethod
    def of(day: ReceptionDay) -> Plan:
        """The day as it stands."""
        return Plan(
            official_id=day.official_id,
            on=day.on,
            opens=day.opens,
            minutes=day.slot_minutes,
            places=day.slot_count,
            place=day.place,
            mode=Mode(day.mode),
            room_id=day.room_id,
            break_at=day.break_at,
            break_minutes=day.break_minutes,
            speech=Speech(day.speech),
            interpreter=day.interpreter,
        )

    def put(self, day: ReceptionDay) -> None:
        """Write the plan into the columns of a day."""
        day.official_id, day.on, day.opens = self.official_id, self.on, self.opens
        day.slot_minutes, day.slot_count = self.minutes, self.places
        day.break_at, day.break_minutes = self.break_at, self.break_minutes
        day.mode, day.room_id, day.speech, day.interpreter = (
            self.mode,
            self.room_id,
            self.speech,
            self.interpreter,
        )
        day.place_kk, day.place_ru = self.place.kk, self.place.ru

    def in_room(self, room: Room | None) -> Plan:
        return replace(self, place=room.name) if room else self


@dataclass(frozen=True, slots=True)
class Ground:
    """On what a day off the approved month rests: an instruction, or a meeting."""

    kind: DayKind = DayKind.SCHEDULED
    instruction_number: str = ""
    instruction_on: date | None = None
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """The same day of reception again and again: every Thursday, each second Monday, the last Friday.

    `plan.on` is the first day on which it may fall; `which` is EVERY, LAST or 1…4 within the month.
    """

    plan: Plan
    weekday: int
    until: date
    which: int = EVERY
    on_day_off: OnDayOff = OnDayOff.SKIP

    def days(self) -> Iterator[date]:
        day = self.plan.on + timedelta(days=(self.weekday - self.plan.on.weekday()) % 7)
        while day <= self.until:
            if self._counts(day):
                yield day
            day += A_WEEK

    def _counts(self, day: date) -> bool:
        if self.which == LAST:
            return (day + A_WEEK).month != day.month
        return self.which in {EVERY, (day.day - 1) // 7 + 1}
