"""The hearing before a burdening decision (АППК ст. 73): invite, take objections, record what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.letters.facts import Hearing as HearingLetter
from qabyldau.people import settings
from qabyldau.people.actor import Kind, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, Step, local_day, locked, move, note
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Action, Notice
from qabyldau.regulation.norms.deadlines import HearingNotice, due_before
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review.kinds import HearingState
from qabyldau.review.models import Hearing, Objection
from qabyldau.review.notes import latest_hearing, open_hearing
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Invitation:
    """When and where, and what is about to be decided and why. No place: the address of the office."""

    starts_at: datetime
    intended: str
    place: Words


@transaction.atomic
def invite(appeal_id: int, *, invitation: Invitation, asked: Asked) -> Hearing:
    """Invite the applicant to be heard, in good time before the day."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.HEAR, appeal.office_id)
    _in_good_time(appeal, invitation.starts_at, asked.at)
    if open_hearing(appeal) is not None:
        raise UnlawfulError("hearing_waits", appeal.edition.cite(HearingNotice))
    row = Hearing.objects.create(
        appeal=appeal,
        starts_at=invitation.starts_at,
        place_kk=invitation.place.kk,
        place_ru=invitation.place.ru,
        intended=invitation.intended,
        invited_by_id=asked.by.user_id,
        invited_at=asked.at,
    )
    local = invitation.starts_at.astimezone(ZoneInfo(appeal.office.zone))
    body = HearingLetter(starts_at=local, place=invitation.place, intended=invitation.intended)
    facts = {"hearing": row.pk, "starts_at": invitation.starts_at.isoformat()}
    move(appeal, Action.HEAR, asked, Step(facts=dict(facts), tells=Told(Notice.HEARING, body)))
    return row


def _in_good_time(appeal: Appeal, starts_at: datetime, at: datetime) -> None:
    calendar, cited = worktime.calendar(), appeal.edition.cite(HearingNotice)
    day = local_day(appeal.office, starts_at)
    if not calendar.is_working(day):
        raise UnlawfulError("hearing_on_a_day_off", cited, day=day)
    if local_day(appeal.office, at) > due_before(HearingNotice, day, appeal.edition, calendar).on:
        ahead = appeal.edition.get(HearingNotice).ahead.count
        earliest = calendar.shift(local_day(appeal.office, at), ahead)
        raise UnlawfulError("hearing_too_soon", cited, earliest=earliest)


@transaction.atomic
def object_to(appeal_id: int, *, text: str, asked: Asked) -> Objection:
    """What the applicant says against it: written by themselves, or taken down by a worker."""
    appeal = locked(appeal_id, asked)
    by_applicant = asked.by.kind is Kind.APPLICANT
    if by_applicant:
        _own(asked.by, appeal)
    else:
        require(asked.by, Right.HEAR, appeal.office_id)
    hearing = _open(appeal)
    row = Objection.objects.create(
        hearing=hearing,
        text=text,
        by_applicant=by_applicant,
        by_name="" if by_applicant else asked.by.name,
        at=asked.at,
    )
    facts = {"hearing": hearing.pk, "objection": row.pk}
    note(appeal, "object_to", asked, appeal.edition.cite(HearingNotice), dict(facts))
    return row


def _own(by: Actor, appeal: Appeal) -> None:
    if (by.office_id, by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(Right.HEAR)


@transaction.atomic
def record_hearing(appeal_id: int, *, state: HearingState, text: str = "", asked: Asked) -> Hearing:
    """What came of it; `text`: objections said on the spot. Before its hour only what was written counts."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.HEAR, appeal.office_id)
    hearing, cited = _open(appeal), appeal.edition.cite(HearingNotice)
    if text.strip():
        Objection.objects.create(
            hearing=hearing, text=text, by_applicant=False, by_name=asked.by.name, at=asked.at
        )
    if state is HearingState.WROTE and not hearing.objections.exists():
        raise UnlawfulError("hearing_without_words", cited)
    if state is not HearingState.WROTE and asked.at < hearing.starts_at:
        raise UnlawfulError("hearing_not_come", cited, day=local_day(appeal.office, hearing.starts_at))
    hearing.state, hearing.recorded_by_name, hearing.recorded_at = state, asked.by.name, asked.at
    hearing.save(update_fields=["state", "recorded_by_name", "recorded_at"])
    note(appeal, "record_hearing", asked, cited, {"hearing": hearing.pk, "state": str(state)})
    return hearing


def _open(appeal: Appeal) -> Hearing:
    hearing = open_hearing(appeal)
    if hearing is None:
        raise UnlawfulError("hearing_not_invited", appeal.edition.cite(HearingNotice))
    return hearing


def check_heard(appeal: Appeal) -> None:
    """Before a refusal: whoever was invited is waited for; by the office's setting, all are invited."""
    if not appeal.edition.has(HearingNotice):
        return
    hearing, cited = latest_hearing(appeal), appeal.edition.cite(HearingNotice)
    if hearing is not None and hearing.state == HearingState.INVITED:
        raise UnlawfulError("hearing_not_over", cited, day=local_day(appeal.office, hearing.starts_at))
    if hearing is None and settings.of(appeal.office_id).hearing_before_refusal:
        raise UnlawfulError("hearing_not_held", cited)
