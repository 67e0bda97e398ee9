"""Ask an official to receive somebody today; the official agrees, or declines and the person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from qabyldau.letters.facts import TodayDeclined
from qabyldau.people import queries as people
from qabyldau.people.actor import PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, Step, local_day, locked, move, note
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice, take
from qabyldau.regulation.norms.schedule import Rank, Receiver, Receivers, SameDayReception
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review.actions.today import receive_today
from qabyldau.sameday.models import Asking
from qabyldau.schedule import actions as schedule
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Official
    from qabyldau.registry.models import Appeal


@transaction.atomic
def ask_today(appeal_id: int, *, official_id: int, asked: Asked) -> Asking:
    """The desk asks; nobody is received before the official has agreed."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.ASK_TODAY, appeal.office_id)
    take(Action.RECEIVE_TODAY, appeal.stage, appeal.edition)
    official = people.official(appeal.office_id, official_id)
    _may_be_asked(appeal, official, asked)
    try:
        with transaction.atomic():
            row = Asking.objects.create(
                appeal=appeal, official=official, asked_at=asked.at, asked_by_id=asked.by.user_id
            )
    except IntegrityError as twice:
        raise UnlawfulError("asked_today_already", appeal.edition.cite(SameDayReception)) from twice
    facts = {"asking": row.pk, "official": official.pk}
    note(appeal, "ask_today", asked, appeal.edition.cite(SameDayReception), dict(facts))
    return row


def _may_be_asked(appeal: Appeal, official: Official, asked: Asked) -> None:
    law, day = appeal.edition, local_day(appeal.office, asked.at)
    if code := law.get(SameDayReception).objection(Rank(official.rank), agreed=True):
        raise UnlawfulError(code, law.cite(SameDayReception))
    receiver = Receiver(Rank(official.rank), False, official.since, official.until)
    if not law.get(Receivers).may_receive(receiver, day):
        raise UnlawfulError("no_authority", law.cite(Receivers), day=day)
    if not worktime.calendar().is_working(day):
        raise UnlawfulError("today_is_off", law.cite(SameDayReception), day=day)


@transaction.atomic
def agree(asking_id: int, *, asked: Asked) -> Asking:
    """The official agrees: the person has an hour today, without a list, and is told of it."""
    row, appeal = _unanswered(asking_id, asked)
    if local_day(appeal.office, row.asked_at) != local_day(appeal.office, asked.at):
        raise UnlawfulError("asked_another_day", appeal.edition.cite(SameDayReception))
    slot = schedule.hour_now(row.official, appeal.office, at=asked.at)
    _answer(row, asked, agreed=True)
    receive_today(appeal, slot, asked)
    return row


@transaction.atomic
def decline(asking_id: int, *, asked: Asked) -> Asking:
    """The official declines: recorded, the person is told, and the ordinary way stays open."""
    row, appeal = _unanswered(asking_id, asked)
    _answer(row, asked, agreed=False)
    body = TodayDeclined(
        official=row.official.name,
        position=row.official.position,
        asked_on=row.asked_at.astimezone(ZoneInfo(appeal.office.zone)).date(),
    )
    told = Told(Notice.TODAY_DECLINED, body)
    move(appeal, Action.DECLINE_TODAY, asked, Step(facts={"asking": row.pk}, tells=told))
    return row


def _unanswered(asking_id: int, asked: Asked) -> tuple[Asking, Appeal]:
    row = Asking.objects.select_for_update(of=("self",)).select_related("official").get(pk=asking_id)
    appeal = locked(row.appeal_id, asked)
    _by_the_official(row, appeal, asked)
    if row.agreed is not None:
        raise UnlawfulError("asked_today_answered", appeal.edition.cite(SameDayReception))
    return row, appeal


def _by_the_official(row: Asking, appeal: Appeal, asked: Asked) -> None:
    """The official's own word; of one who does not work in this system a worker writes it down."""
    require(asked.by, Right.ANSWER_TODAY, appeal.office_id)
    own = asked.by.official_id == row.official_id
    by_word = row.official.user_id is None and asked.by.official_id is None
    if not own and not by_word:
        raise PermissionDeniedError(Right.ANSWER_TODAY)


def _answer(row: Asking, asked: Asked, *, agreed: bool) -> None:
    row.agreed, row.answered_at, row.answered_by_id = agreed, asked.at, asked.by.user_id
    row.by_word = asked.by.official_id != row.official_id
    row.save()
