"""The published schedule for programs: a calendar to subscribe to, and JSON."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from icalendar import Calendar, Event

from qabyldau.schedule import queries
from qabyldau.web.labels import MODES
from qabyldau.web.public.chrome import language, today
from qabyldau.web.public.kept import kept

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.people.models import Office
    from qabyldau.schedule.models import ReceptionDay


LONGEST_ID = 9


def _days(request: HttpRequest, office: Office) -> QuerySet[ReceptionDay]:
    found = queries.published(office.pk, since=today(office))
    official = request.GET.get("official", "")
    known = official.isdigit() and len(official) <= LONGEST_ID
    return found.filter(official_id=int(official)) if known else found


@kept
def calendar(request: HttpRequest, office: Office) -> HttpResponse:
    """For calendars of phones and computers: one event a day of reception."""
    feed = Calendar()
    feed.add("prodid", "-//Qabyldau//reception//KK")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", gettext("Reception schedule"))
    feed.add("x-published-ttl", "PT1H")
    for day in _days(request, office):
        feed.add_component(_event(day, office))
    answer = HttpResponse(feed.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="reception.ics"'
    return answer


def _event(day: ReceptionDay, office: Office) -> Event:
    zone, said = ZoneInfo(office.zone), language()
    event = Event()
    event.add("uid", f"day-{day.pk}@{office.code}.qabyldau")
    event.add("sequence", day.version)
    event.add("dtstamp", day.published_at)
    event.add("dtstart", datetime.combine(day.on, day.opens, zone))
    event.add("dtend", datetime.combine(day.on, day.closes, zone))
    event.add("summary", gettext("Reception: %(name)s") % {"name": day.official.name[said]})
    event.add("description", f"{day.official.position[said]}. {MODES[day.mode]}. {office.phone}")
    event.add("location", day.place[said])
    event.add("url", f"{settings.PUBLIC_URL}/{said}/request/?official={day.official_id}")
    return event


@kept
def data(request: HttpRequest, office: Office) -> HttpResponse:
    body = {"office": _both(office.name), "days": [_row(day) for day in _days(request, office)]}
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


def _both(words: Any) -> dict[str, str]:  # noqa: ANN401  a wording in both languages
    return {"kk": words.kk, "ru": words.ru}


def _row(day: ReceptionDay) -> dict[str, Any]:
    return {
        "id": day.pk,
        "on": day.on.isoformat(),
        "opens": f"{day.opens:%H:%M}",
        "closes": f"{day.closes:%H:%M}",
        "official": {"name": _both(day.official.name), "position": _both(day.official.position)},
        "place": _both(day.place),
        "mode": day.mode,
        "kind": day.kind,
        "languages": day.speech,
        "interpreter": day.interpreter,
    }
