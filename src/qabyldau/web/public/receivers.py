"""Who receives: officials by the groups of the law, and the next published days of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.people import queries as people
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Rank, Receivers
from qabyldau.regulation.words import Words
from qabyldau.schedule import queries as schedule
from qabyldau.web.public.chrome import show, the_office, today

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.schedule.models import ReceptionDay

DAYS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Receiving:
    """An official and the next days on which they receive."""

    official: Official
    days: list[ReceptionDay]


@dataclass(frozen=True, slots=True)
class Group:
    """One of the groups of officials that the act names."""

    words: Words
    people: list[Receiving] = field(default_factory=list)


@require_safe
def receivers(request: HttpRequest) -> HttpResponse:
    office = the_office()
    day = today(office)
    citation: Citation = governing(office.code, day).edition.cite(Receivers)
    days: dict[int, list[ReceptionDay]] = defaultdict(list)
    for one in schedule.published(office.pk, since=day):
        days[one.official_id].append(one)
    groups = _groups(list(people.officials(office.pk, day)), days)
    return show(request, "public/receivers.html", office, {"groups": groups, "citation": citation})


def _groups(officials: list[Official], days: dict[int, list[ReceptionDay]]) -> list[Group]:
    groups = {rank: Group(rank.words) for rank in Rank}
    for official in officials:
        groups[Rank(official.rank)].people.append(Receiving(official, days[official.pk][:DAYS_SHOWN]))
    return [group for group in groups.values() if group.people]
