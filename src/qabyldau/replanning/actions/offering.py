"""Hours held for a person until a moment: made, taken, declined; without an answer the rule decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.letters.facts import HoursOffered
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked, locked, note
from qabyldau.registry.notices import Told
from qabyldau.regulation.lifecycle import Notice, State
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import terms
from qabyldau.replanning.kinds import OfferKind, OfferState
from qabyldau.replanning.models import Offer, OfferedHour
from qabyldau.replanning.portions import MOST
from qabyldau.replanning.rules import order, refuse, speaks_for
from qabyldau.review.actions import hours
from qabyldau.review.actions.appoint import modes_of
from qabyldau.review.actions.hours import Given
from qabyldau.review.kinds import Why
from qabyldau.review.queries import live_appointment
from qabyldau.schedule import actions as schedule
from qabyldau.schedule.hours_of import slots_by_id
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import Slot

LENGTHS = {OfferKind.CARRIED: terms.TO_CHOOSE, OfferKind.EARLIER: terms.TO_ANSWER}
WITHOUT_HOUR = frozenset({State.APPROVED, State.WAITING, State.MISSED})


@transaction.atomic
def offer_hours(appeal_id: int, *, slot_ids: Sequence[int], asked: Asked) -> Offer:
    """Two or three hours to choose from, for one person without an hour; held until they answer."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.APPOINT, appeal.office_id)
    if appeal.stage not in WITHOUT_HOUR:
        raise UnlawfulError("act_not_now", order(appeal), action="offer_hours", state=appeal.state)
    found = slots_by_id(slot_ids)
    if not 0 < len(set(slot_ids)) <= MOST or len(found) != len(set(slot_ids)):
        raise refuse("offer_how_many", appeal)
    slots = sorted(found.values(), key=lambda slot: (slot.starts_at, slot.pk))
    until = answer_until(appeal, OfferKind.CARRIED, slots[0], asked.at)
    if until is None:
        raise refuse("too_late_to_ask", appeal)
    return make(appeal, OfferKind.CARRIED, slots, until, asked)


def answer_until(appeal: Appeal, kind: OfferKind, first: Slot, at: datetime) -> datetime | None:
    """By when to answer; an answer of the office that is due earlier is not put off by asking."""
    office, zone = appeal.office, ZoneInfo(appeal.office.zone)
    local, last = at.astimezone(zone), first.starts_at
    if appeal.due_on is not None:
        closing = datetime.combine(appeal.due_on, time(office.closes.hour, office.closes.minute), zone)
        last = min(last, closing + terms.ON_THE_WAY)
    return terms.until(local, LENGTHS[kind], last, office.hours, worktime.calendar())


def make(appeal: Appeal, kind: OfferKind, slots: Sequence[Slot], until: datetime, asked: Asked) -> Offer:
    """Hold the hours and tell the person; one open offer a person, and the database holds that."""
    if open_of(appeal) is not None:
        raise refuse("offer_is_open", appeal)
    schedule.hold_slots([slot.pk for slot in slots], appeal.pk)
    offer = Offer.objects.create(appeal=appeal, kind=kind, made_at=asked.at, until=until)
    OfferedHour.objects.bulk_create(
        OfferedHour(offer=offer, slot=slot, place=place) for place, slot in enumerate(slots, start=1)
    )
    facts = {"offer": offer.pk, "kind": str(kind), "slots": [slot.pk for slot in slots]}
    note(
        appeal, "offer", asked, order(appeal), dict(facts), Told(Notice.OFFER, _letter(appeal, offer, slots))
    )
    return offer


def _letter(appeal: Appeal, offer: Offer, slots: Sequence[Slot]) -> HoursOffered:
    zone = ZoneInfo(appeal.office.zone)
    starts = [slot.starts_at.astimezone(zone) for slot in slots]
    official = slots[0].day.official
    now = live_appointment(appeal)
    return HoursOffered(
        first=starts[0],
        second=starts[1] if len(starts) > 1 else None,
        third=starts[MOST - 1] if len(starts) >= MOST else None,
        official=official.name,
        position=official.position,
        until=offer.until.astimezone(zone),
        why=offer.kind,
        before=now.slot.starts_at.astimezone(zone) if now else None,
    )


def open_of(appeal: Appeal) -> Offer | None:
    """The open offer of a locked appeal, locked with it."""
    found = Offer.objects.select_for_update().filter(appeal=appeal, state=OfferState.OPEN)
    return found.first()


@transaction.atomic
def take_offered(appeal_id: int, *, slot_id: int, asked: Asked) -> Appointment:
    """The person chose: on the site, or by phone through a worker."""
    appeal = locked(appeal_id, asked)
    speaks_for(asked.by, appeal)
    offer = _answerable(appeal, asked.at)
    if not offer.hours.filter(slot_id=slot_id).exists():
        raise refuse("hour_not_offered", appeal)
    settle(offer, OfferState.TAKEN, asked.at)
    return accept(appeal, slots_by_id([slot_id])[slot_id], asked)


def accept(appeal: Appeal, slot: Slot, asked: Asked) -> Appointment:
    """The held hour is theirs, in place of the one they had if they had one; the others are let go."""
    given = [Given(appeal, slot, modes_of([appeal], slot.day)[appeal.pk])]
    if appeal.stage is State.APPOINTED:
        (row,) = hours.move(given, Why.APPLICANT, asked)
    else:
        (row,) = hours.give(given, asked)
    schedule.let_go(appeal.pk)
    return row


@transaction.atomic
def decline_offer(appeal_id: int, *, asked: Asked) -> Offer:
    """The person takes none of them; they keep their place, and the hour they have if they have one."""
    appeal = locked(appeal_id, asked)
    speaks_for(asked.by, appeal)
    offer = _answerable(appeal, asked.at)
    settle(offer, OfferState.DECLINED, asked.at)
    schedule.let_go(appeal.pk)
    note(appeal, "decline_offer", asked, order(appeal), {"offer": offer.pk})
    return offer


def _answerable(appeal: Appeal, at: datetime) -> Offer:
    offer = open_of(appeal)
    if offer is None:
        raise refuse("no_open_offer", appeal)
    if offer.until <= at:
        raise refuse("offer_term_over", appeal)
    return offer


def settle(offer: Offer, state: OfferState, at: datetime) -> None:
    offer.state, offer.settled_at = state, at
    offer.save(update_fields=["state", "settled_at"])


def drop(appeal_ids: Iterable[int], at: datetime) -> None:
    """Whatever was offered to these people is of no use any more."""
    ids = list(appeal_ids)
    found = Offer.objects.filter(appeal__in=ids, state=OfferState.OPEN)
    if found.update(state=OfferState.DROPPED, settled_at=at):
        schedule.let_all_go(ids)


@transaction.atomic
def expire(appeal_id: int, *, asked: Asked) -> Appointment | None:
    """Nobody answered: of several hours the first is theirs by the order; a freed one goes to the next."""
    appeal = locked(appeal_id, asked)
    offer = open_of(appeal)
    if offer is None or offer.until > asked.at:
        return None
    settle(offer, OfferState.EXPIRED, asked.at)
    note(appeal, "offer_expired", asked, order(appeal), {"offer": offer.pk})
    given = _by_rule(appeal, offer, asked) if offer.kind == OfferKind.CARRIED else None
    schedule.let_go(appeal.pk)
    return given


def _by_rule(appeal: Appeal, offer: Offer, asked: Asked) -> Appointment | None:
    """The first of the hours at which nobody is in two places; None: the person waits on in their place."""
    ids = list(offer.hours.order_by("place").values_list("slot_id", flat=True))
    slots = slots_by_id(ids)
    for slot_id in ids:
        try:
            with transaction.atomic():
                return accept(appeal, slots[slot_id], asked)
        except UnlawfulError:
            appeal = locked(appeal.pk, asked)
    return None


def ahead(at: datetime) -> datetime:
    """Hours sooner than this are offered to nobody: there is no time to ask and to come."""
    return at + terms.LEAST + terms.ON_THE_WAY - timedelta(minutes=1)
