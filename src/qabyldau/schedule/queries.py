"""Reads: which days are published, which hours are free, and what was posted when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet, Subquery, Sum

from qabyldau.people import queries as people
from qabyldau.regulation.editions import governing
from qabyldau.regulation.words import Words
from qabyldau.schedule import checks, sheets
from qabyldau.schedule.checks import Case, next_month
from qabyldau.schedule.kinds import DayKind, Stage
from qabyldau.schedule.models import DayChange, Meeting, ReceptionDay, Rehearsal, Room, Slot, Version
from qabyldau.schedule.sheets import Line
from qabyldau.schedule.slots import FREE
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official


def days(office_id: int) -> QuerySet[ReceptionDay]:
    """Every day of an office on which somebody receives, with its free hours counted."""
    there = ReceptionDay.objects.filter(office_id=office_id, taken_off_at=None)
    counted = there.select_related("official", "room", "meeting")
    return counted.annotate(free=Count("slots", filter=FREE))


def published(office_id: int, *, since: date) -> QuerySet[ReceptionDay]:
    """What the public sees: published days from that day on, soonest first."""
    found = days(office_id).filter(published_at__isnull=False, on__gte=since)
    return found.exclude(kind=DayKind.SAME_DAY).order_by("on", "opens")


def stamp(office_id: int) -> str:
    """Changes with whatever changes what is published: a page kept under it is never stale."""
    there = ReceptionDay.objects.filter(office_id=office_id, published_at__isnull=False)
    posted = Version.objects.filter(office_id=office_id, stage=Stage.POSTED).order_by("-pk")
    counted = (
        there.order_by()
        .values("office_id")
        .annotate(
            rows=Count("pk"),
            versions=Sum("version"),
            off=Count("taken_off_at"),
            last=Subquery(posted.values("pk")[:1]),
        )
    )
    found: dict[str, object] = {name: value for row in counted for name, value in row.items()}
    return "-".join(str(found.get(name) or 0) for name in ("rows", "versions", "off", "last"))


def published_on(office_id: int, on: date) -> QuerySet[ReceptionDay]:
    """The receptions of one day, by the hour."""
    return published(office_id, since=on).filter(on=on)


def places(office_id: int, since: date, until: date) -> list[Words]:
    """Where people are received on the published days of this time, each place once."""
    found = published(office_id, since=since).filter(on__lte=until).values_list("place_kk", "place_ru")
    return [Words(kk=kk, ru=ru) for kk, ru in sorted(set(found))]


def held_on(office_id: int, on: date) -> QuerySet[ReceptionDay]:
    """Whoever receives on this day, those who agreed to do it at once among them."""
    return days(office_id).filter(published_at__isnull=False, on=on).order_by("opens", "pk")


def free_slots(day_id: int) -> list[Slot]:
    return list(Slot.objects.filter(day_id=day_id, taken_by=None, held_for=None).order_by("place"))


def slots(day_id: int) -> list[Slot]:
    return list(Slot.objects.filter(day_id=day_id).order_by("place"))


def next_days(official_id: int, *, after: date) -> QuerySet[ReceptionDay]:
    """Published days of one official that still have a free hour, for those carried over."""
    mine = ReceptionDay.objects.filter(
        official_id=official_id, on__gt=after, published_at__isnull=False, taken_off_at=None
    )
    return mine.annotate(free=Count("slots", filter=FREE)).filter(free__gt=0).order_by("on")


def slot(slot_id: int) -> Slot:
    return Slot.objects.select_related("day", "day__office", "day__official", "day__room").get(pk=slot_id)


def day_for_update(day_id: int) -> ReceptionDay:
    """The day, locked: whoever lists or distributes it goes one after another."""
    return (
        ReceptionDay.objects.select_for_update(of=("self",))
        .select_related("office", "official", "room")
        .get(pk=day_id)
    )


def of_month(office_id: int, month: date) -> QuerySet[ReceptionDay]:
    """Days of a month that stand or are drafted, without those held at once by consent."""
    found = days(office_id).filter(on__gte=month, on__lt=next_month(month))
    return found.exclude(kind=DayKind.SAME_DAY).select_related("change").order_by("on", "opens", "pk")


def draft(office_id: int, month: date) -> list[Line]:
    """The month as it is to be: what stands, what is drafted, what is changed and taken off."""
    found = []
    for day in of_month(office_id, month):
        change = change_of(day)
        if change is None:
            found.append(sheets.line_of(day))
        elif change.wanted:
            found.append(sheets.changed_line(day, change.wanted))
    return sheets.ordered(found)


def change_of(day: ReceptionDay) -> DayChange | None:
    return getattr(day, "change", None)


def standing(office_id: int, month: date) -> list[Line]:
    """The month as it is posted now: published days alone."""
    there = of_month(office_id, month).filter(published_at__isnull=False)
    return sheets.ordered(sheets.line_of(day) for day in there)


def case(office: Office, month: date, now: datetime, lines: list[Line] | None = None) -> Case:
    """A month with all that its check asks for."""
    posted = of_month(office.pk, month).filter(published_at__isnull=False, change=None)
    return Case(
        office=office,
        month=month,
        law=governing(office.code, max(month, now.date())).edition,
        calendar=worktime.calendar(),
        now=now.astimezone(ZoneInfo(office.zone)),
        lines=draft(office.pk, month) if lines is None else lines,
        posted=frozenset(posted.values_list("pk", flat=True)),
    )


def open_version(office_id: int, month: date) -> Version | None:
    """The version being worked on; None: nothing differs from what is posted."""
    return Version.objects.filter(office_id=office_id, month=month).exclude(stage=Stage.POSTED).first()


def open_versions(office_id: int) -> QuerySet[Version]:
    """Every month that is being worked on."""
    return Version.objects.filter(office_id=office_id).exclude(stage=Stage.POSTED).order_by("month")


def all_versions(office_id: int) -> QuerySet[Version]:
    return Version.objects.filter(office_id=office_id)


def versions(office_id: int, month: date) -> QuerySet[Version]:
    """Posted ones, the newest first."""
    return Version.objects.filter(office_id=office_id, month=month, stage=Stage.POSTED).order_by("-number")


def posted_on(office: Office, day: date) -> list[Version]:
    """What hung on that day: for each month from that of the day on, the version posted last by its end."""
    midnight = datetime.combine(day, time.max, ZoneInfo(office.zone))
    found: dict[date, Version] = {}
    there = Version.objects.filter(office=office, stage=Stage.POSTED, posted_at__lte=midnight)
    for one in there.filter(month__gte=day.replace(day=1)).order_by("month", "number"):
        found[one.month] = one
    return list(found.values())


def gaps(office: Office, month: date, now: datetime, lines: list[Line] | None = None) -> list[Official]:
    """Who of those that must receive every month does not in this one."""
    return checks.gaps(case(office, month, now, lines), people.all_officials(office.pk))


def breaches(office: Office, months: Iterable[date], now: datetime) -> list[tuple[date, Official]]:
    """Of months that are over: who should have received and did not."""
    today = now.astimezone(ZoneInfo(office.zone)).date()
    over = [month for month in months if next_month(month) <= today]
    return [(month, one) for month in over for one in gaps(office, month, now, _held(office.pk, month))]


def _held(office_id: int, month: date) -> list[Line]:
    """Receptions of a month, of every kind: one held at once by consent counts as well."""
    there = days(office_id).filter(on__gte=month, on__lt=next_month(month), published_at__isnull=False)
    return [sheets.line_of(day) for day in there]


def rooms(office_id: int, on: date | None = None) -> QuerySet[Room]:
    """Places of an office; with a day, only those in use on it."""
    found = Room.objects.filter(office_id=office_id)
    return found.filter(Q(until=None) | Q(until__gte=on), since__lte=on) if on else found


def room(office_id: int, room_id: int | None) -> Room | None:
    return Room.objects.get(pk=room_id, office_id=office_id) if room_id else None


def meetings(office_id: int) -> QuerySet[Meeting]:
    return Meeting.objects.filter(office_id=office_id)


def rehearsals(office_id: int, month: date) -> QuerySet[Rehearsal]:
    return Rehearsal.objects.filter(office_id=office_id, month=month)
