"""What an act may choose from: officials, days, free hours, each in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

from qabyldau.people import queries as people
from qabyldau.schedule import queries as schedule
from qabyldau.web.labels import MODES
from qabyldau.web.staff.acts.form import Case
from qabyldau.web.staff.page import language
from qabyldau.web.templatetags.words import hour, in_words, weekday

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.schedule.models import ReceptionDay, Slot

Choice = tuple[str, object]


def named(one: Official) -> str:
    return f"{one.name[language()]} — {one.position[language()]}"


def official_choices(case: Case) -> list[Choice]:
    return [(str(one.pk), named(one)) for one in people.officials(case.appeal.office_id, case.today)]


def coming_days(case: Case, *, only_published: bool = False) -> list[ReceptionDay]:
    """Days of reception from today on."""
    found = schedule.days(case.appeal.office_id).filter(on__gte=case.today).order_by("on", "opens")
    return list(found.filter(published_at__isnull=False) if only_published else found)


def day_words(day: ReceptionDay) -> str:
    free = day.free  # type: ignore[attr-defined]  # counted by the query
    places = ngettext("%(count)s free hour", "%(count)s free hours", free) % {"count": free}
    draft = "" if day.published_at else f" ({gettext('not published')})"
    official = day.official.name[language()]
    return f"{in_words(day.on)}, {weekday(day.on)} · {official} · {MODES[day.mode]} · {places}{draft}"


def day_choices(days: Iterable[ReceptionDay]) -> list[Choice]:
    return [(str(day.pk), day_words(day)) for day in days]


def hour_choices(days: Iterable[ReceptionDay]) -> list[Choice]:
    """Free hours under their days; a day without one is left out."""
    grouped = [(day_words(day), _hours(schedule.free_slots(day.pk))) for day in days]
    return [(words, hours) for words, hours in grouped if hours]


def _hours(slots: Iterable[Slot]) -> list[tuple[str, str]]:
    return [(str(slot.pk), hour(slot.starts_at)) for slot in slots]
