"""The poster of a month as it was posted, for the wall of the public reception."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from qabyldau.documents.poster import PostedDay, PostedOfficial, PosterFacts, Size, poster_pdf
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.norms.schedule import Publication
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Words
from qabyldau.schedule import queries, sheets
from qabyldau.web.public.chrome import language
from qabyldau.web.public.kept import kept

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.schedule.models import Version
    from qabyldau.schedule.sheets import Line

MONTHS_OF_YEAR = 12
APPROVED = Words(
    kk="Әкімнің {day} № {number} актісімен бекітілген", ru="Утверждён актом акима № {number} от {day}"
)


@kept
def poster(request: HttpRequest, office: Office, year: int, month_number: int) -> HttpResponse:
    """Of the version posted last; `?size=a3` for the large one."""
    version = _version(office, year, month_number)
    size = Size.A3 if request.GET.get("size") == Size.A3 else Size.A4
    printed = poster_pdf(facts_of(office, version), size)
    named = f"{office.code}-{year}-{month_number:02d}-{size}.pdf"
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{named}"'
    return answer


def _version(office: Office, year: int, number: int) -> Version:
    if not 1 <= number <= MONTHS_OF_YEAR or not 1 < year <= date.max.year:
        raise Http404
    found = queries.versions(office.pk, date(year, number, 1)).first()
    if found is None or not found.sheet:
        raise Http404
    return found


def facts_of(office: Office, version: Version) -> PosterFacts:
    if version.posted_at is None:
        raise Http404
    on = version.posted_at.astimezone(ZoneInfo(office.zone)).date()
    return PosterFacts(
        office=office.name,
        address=office.address,
        phone=office.phone,
        month=version.month,
        officials=_officials(sheets.read(version.sheet)),
        approved=_approved(office, version),
        version=version.number or 0,
        posted_on=on,
        citation=governing(office.code, max(version.month, on)).edition.cite(Publication),
        url=f"{settings.PUBLIC_URL}/{language()}/schedule/",
    )


def _approved(office: Office, version: Version) -> Words | None:
    """The act of the month: its own, or that of the version which this one corrects."""
    acts = queries.versions(office.pk, version.month).filter(act_on__isnull=False)
    approved = acts.filter(number__lte=version.number or 0).first()
    if approved is None or approved.act_on is None:
        return None
    return Words(
        kk=APPROVED.kk.format(number=approved.act_number, day=date_words(approved.act_on, "kk")),
        ru=APPROVED.ru.format(number=approved.act_number, day=date_words(approved.act_on, "ru")),
    )


def _officials(lines: list[Line]) -> tuple[PostedOfficial, ...]:
    """By the groups of the law, each with the days in order."""
    own: dict[int, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: (one.rank, one.official_id, one.on)):
        own[line.official_id].append(line)
    return tuple(
        PostedOfficial(found[0].name, found[0].position, tuple(_posted(line) for line in found))
        for found in own.values()
    )


def _posted(line: Line) -> PostedDay:
    return PostedDay(line.on, line.opens, line.closes, line.place, line.mode is Mode.VIDEO, line.interpreter)
