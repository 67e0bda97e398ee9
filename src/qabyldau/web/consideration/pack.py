"""The pack of a day of reception: made and numbered on demand, then printed as one PDF."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from qabyldau.papers import actions as papers
from qabyldau.papers import queries as issued
from qabyldau.papers import rendering
from qabyldau.papers.facts.notes import Before, DayPack, Material, Person
from qabyldau.papers.kinds import PaperKind
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.control import ReceptionList
from qabyldau.regulation.norms.deadlines import ReferenceNote
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.words import Language, Words
from qabyldau.review import notes
from qabyldau.review import queries as review
from qabyldau.web.labels import MODES, TOPICS
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import StaffRequest, now, office_of, show

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.papers.models import Paper
    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Note
    from qabyldau.schedule.models import ReceptionDay

BOTH = (Language.KK, Language.RU)


@require_safe
def pack(request: StaffRequest, day_id: int) -> HttpResponse:
    """Who will stand in it, and the packs made before."""
    day = seen_day(request, day_id)
    people = received(day)
    context = {
        "day": day,
        "people": [(appeal, note, hour) for appeal, hour, _mode, note in people],
        "papers": [(one, one.pk == _last(day)) for one in _made(day)],
    }
    return show(request, "consideration/pack.html", context)


@require_POST
def make(request: StaffRequest, day_id: int) -> HttpResponse:
    """A new pack takes the place of the one before it."""
    day = seen_day(request, day_id)
    if not received(day):
        messages.warning(request, gettext("Nobody is to be received on this day yet."))
        return redirect("staff:consideration_pack", day.pk)
    issue(office_of(request), day, by=request.actor, at=now())
    messages.success(request, gettext("The pack is made."))
    return redirect("staff:consideration_pack", day.pk)


@require_safe
def paper(request: StaffRequest, day_id: int, spoken: str) -> HttpResponse:
    """The last pack of the day as a PDF."""
    day = seen_day(request, day_id)
    made = _made(day)
    if not made or spoken not in BOTH:
        raise Http404
    answer = HttpResponse(rendering.pdf(made[-1], Language(spoken)), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="pack-{day.on.isoformat()}-{spoken}.pdf"'
    return answer


def _made(day: ReceptionDay) -> list[Paper]:
    return [one for one in issued.of(day.key) if one.kind == PaperKind.DAY_PACK]


def _last(day: ReceptionDay) -> int:
    return _made(day)[-1].pk


@transaction.atomic
def issue(office: Office, day: ReceptionDay, *, by: Actor, at: datetime) -> Paper:
    before = _made(day)
    return papers.issue(
        office,
        PaperKind.DAY_PACK,
        about=day.key,
        languages=BOTH,
        facts=facts(office, day),
        by=by,
        at=at,
        replaces=before[-1] if before else None,
    )


def facts(office: Office, day: ReceptionDay) -> DayPack:
    """Everything that is known of everybody who comes on that day, in the order of the hours."""
    law = governing(office.code, day.on).edition
    people = [_person(place, *row) for place, row in enumerate(received(day), start=1)]
    return DayPack(
        citation=law.cite(ReferenceNote),
        day=day.on,
        opens=day.opens,
        official=day.official.name,
        position=day.official.position,
        place=Words(kk=day.place_kk, ru=day.place_ru),
        count=len(people),
        basis=law.cite(ReceptionList),
        people=tuple(people),
    )


def received(day: ReceptionDay) -> list[tuple[Appeal, str, str, Note | None]]:
    """Those with an hour, by the hour; then those listed who wait for one. Each with their note."""
    zone = ZoneInfo(day.office.zone)
    given = review.appointments(day)
    rows = [(one.appeal, f"{one.slot.starts_at.astimezone(zone):%H:%M}", one.mode) for one in given]
    known = {one.appeal_id for one in given}
    rows += [(one, "", "") for one in review.listed_waiting(day) if one.pk not in known]
    found = notes.submitted([appeal.pk for appeal, _hour, _mode in rows])
    return [(appeal, hour, mode, found.get(appeal.pk)) for appeal, hour, mode in rows]


def _person(place: int, appeal: Appeal, hour: str, mode: str, note: Note | None) -> Person:
    return Person(
        place=place,
        hour=hour,
        number=appeal.number,
        applicant=_names(appeal),
        topic=_both(TOPICS[appeal.topic]),
        language=appeal.language,
        matter=appeal.substance,
        facts=note.facts if note else "",
        conclusion=note.conclusion if note else "",
        registered_on=appeal.registered_on,
        mode=_both(MODES[mode]) if mode else Words(kk="", ru=""),
        standing=Standing(appeal.standing).words if appeal.standing else Words(kk="", ru=""),
        before=tuple(_before(one) for one in note.history) if note else (),
        materials=tuple(_material(one) for one in note.materials) if note else (),
    )


def _names(appeal: Appeal) -> str:
    """Who comes; behind them, for whom."""
    if not appeal.representative:
        return appeal.applicant_name
    return f"{appeal.representative} ({appeal.applicant_name})"


def _before(one: dict[str, str]) -> Before:
    return Before(one["number"], date.fromisoformat(one["on"]), one["matter"], one["answer"])


def _material(one: dict[str, str]) -> Material:
    return Material(Words(kk=one["body_kk"], ru=one["body_ru"]), one["question"], one["text"])


def _both(words: object) -> Words:
    """A label of the screens, in both languages."""
    said = {}
    for language in BOTH:
        with translation.override(language):
            said[language] = str(words)
    return Words(kk=said[Language.KK], ru=said[Language.RU])
