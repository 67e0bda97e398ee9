"""Draft an item for the press, word it, publish it, and take it down when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.letters.spelling import Prose
from qabyldau.papers import actions as papers
from qabyldau.papers.facts.press import PressItem
from qabyldau.papers.kinds import PaperKind
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.people.sealing import seal
from qabyldau.press import queries, texts
from qabyldau.press.kinds import Kind, Stage
from qabyldau.press.models import Consent, Item, TakeDown
from qabyldau.registry.moves import local_day
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.media import MediaCoverage
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language, Words
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.regulation.edition import Edition
    from qabyldau.schedule.models import ReceptionDay

PAPERS = {Kind.ANNOUNCEMENT: PaperKind.PRESS_ANNOUNCEMENT, Kind.REPORT: PaperKind.PRESS_REPORT}


@dataclass(frozen=True, slots=True)
class Wording:
    """What the press officer writes. `people_shown`: who can be recognised in the pictures."""

    title: Words
    text: Words
    people_shown: int = 0


@transaction.atomic
def draft(day_id: int, *, kind: Kind, by: Actor, at: datetime) -> Item:
    """The first wording: an announcement until the day, a report from the day on."""
    day = schedule.day_for_update(day_id)
    require(by, Right.KEEP_PRESS, day.office_id)
    law, today = _law(day), local_day(day.office, at)
    if day.published_at is None or (kind is Kind.ANNOUNCEMENT and day.on < today):
        raise UnlawfulError("press_too_late", law.cite(MediaCoverage), day=day.on)
    if kind is Kind.REPORT and day.on > today:
        raise UnlawfulError("press_too_early", law.cite(MediaCoverage), day=day.on)
    there = queries.of_day(day).get(kind)
    if there is not None:
        return there
    said = texts.drafted(day, kind)
    row = Item.objects.create(
        office=day.office,
        day=day,
        kind=kind,
        title_kk=said.title.kk,
        title_ru=said.title.ru,
        text_kk=said.text.kk,
        text_ru=said.text.ru,
        by_user_id=by.user_id,
        at=at,
    )
    _note("draft_press", row, by, at)
    return row


@transaction.atomic
def word(item_id: int, *, wording: Wording, by: Actor, at: datetime) -> Item:
    """Another wording of a draft; nobody who was received may be recognised in it."""
    row = _locked(item_id, by)
    _must_be(row, Stage.DRAFT)
    row.title_kk, row.title_ru = wording.title.kk.strip(), wording.title.ru.strip()
    row.text_kk, row.text_ru = wording.text.kk.strip(), wording.text.ru.strip()
    row.people_shown, row.by_user_id = wording.people_shown, by.user_id
    _tells_of_nobody(row)
    row.save()
    _note("word_press", row, by, at)
    return row


@transaction.atomic
def consent(item_id: int, *, name: str, how: str, given_on: date, by: Actor, at: datetime) -> Consent:
    """Somebody shown in a picture agreed to it."""
    row = _locked(item_id, by)
    found = Consent(item=row, how=how.strip(), given_on=given_on, by_user_id=by.user_id, at=at)
    found.sealed_name = seal(name.strip(), row=found.seal_row)
    found.save(force_insert=True)
    _note("press_consent", row, by, at)
    return found


@transaction.atomic
def publish(item_id: int, *, by: Actor, at: datetime) -> Item:
    """On the public site, and as a numbered paper in each language."""
    row = _locked(item_id, by)
    _must_be(row, Stage.DRAFT)
    _tells_of_nobody(row)
    if len(queries.consents(row)) < row.people_shown:
        raise UnlawfulError("press_without_consent", _law(row.day).cite(MediaCoverage))
    row.stage, row.published_at = Stage.PUBLISHED, at
    row.save(update_fields=["stage", "published_at"])
    for language in Language:
        _issue(row, language, by, at)
    _note("publish_press", row, by, at)
    return row


def _issue(row: Item, language: Language, by: Actor, at: datetime) -> None:
    said = PressItem(
        citation=_law(row.day).cite(MediaCoverage), title=row.title[language], text=Prose(row.text[language])
    )
    kind = PAPERS[Kind(row.kind)]
    papers.issue(row.office, kind, about=row.key, languages=(language,), facts=said, by=by, at=at)


@transaction.atomic
def ask_take_down(item_id: int, *, reason: str, by: Actor, at: datetime) -> TakeDown:
    """Somebody wants it taken down: within a working day."""
    row = _locked(item_id, by)
    _must_be(row, Stage.PUBLISHED)
    today = local_day(row.office, at)
    found = TakeDown.objects.create(
        item=row,
        reason=reason.strip(),
        asked_on=today,
        due_on=queries.take_down_by(today),
        by_user_id=by.user_id,
        at=at,
    )
    _note("ask_take_down", row, by, at, {"due_on": found.due_on.isoformat()})
    return found


@transaction.atomic
def take_down(item_id: int, *, by: Actor, at: datetime) -> Item:
    """Off the public site; the row and its papers stay with us."""
    row = _locked(item_id, by)
    _must_be(row, Stage.PUBLISHED)
    row.stage, row.taken_down_at = Stage.TAKEN_DOWN, at
    row.save(update_fields=["stage", "taken_down_at"])
    row.requests.filter(done_at=None).update(done_at=at)
    _note("take_down_press", row, by, at)
    return row


def _locked(item_id: int, by: Actor) -> Item:
    rows = Item.objects.select_for_update(of=("self",)).select_related(
        "office", "day__office", "day__official"
    )
    row = rows.get(pk=item_id)
    require(by, Right.KEEP_PRESS, row.office_id)
    return row


def _must_be(row: Item, stage: Stage) -> None:
    if row.stage != stage:
        raise UnlawfulError("press_not_now", _law(row.day).cite(MediaCoverage))


def _tells_of_nobody(row: Item) -> None:
    """A name of somebody received, or a number of a person, is refused with the clause."""
    law = _law(row.day)
    allowed = {row.day.official.name_kk, row.day.official.name_ru}
    known = [name for name in queries.names(row.day) if name not in allowed]
    whole = "\n".join((row.title_kk, row.title_ru, row.text_kk, row.text_ru))
    if code := law.get(MediaCoverage).exposes(whole, known):
        raise UnlawfulError(code, law.cite(MediaCoverage))


def _law(day: ReceptionDay) -> Edition:
    return governing(day.office.code, day.on).edition


def _note(action: str, row: Item, by: Actor, at: datetime, facts: dict[str, object] | None = None) -> None:
    said: dict[str, object] = {"item": row.pk, "kind": str(row.kind), **(facts or {})}
    journal.write(
        action, about=row.day.key, by=by, at=at, citation=_law(row.day).cite(MediaCoverage), facts=said
    )
