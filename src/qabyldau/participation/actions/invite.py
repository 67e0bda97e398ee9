"""Ask bodies to a day of reception, tell them of the matters that concern them, and take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.journal import actions as journal
from qabyldau.occupancy import actions as occupancy
from qabyldau.outbox import actions as outbox
from qabyldau.participation import letters, papers, queries
from qabyldau.participation.models import Invitation, Matter
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import local_day
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.reception import InvitedBodies
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import queries as schedule
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.schedule.models import ReceptionDay

ANSWER_AHEAD = 3
NOTICE = "invitation"
Gists = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Guest:
    """A body to be asked. `gists`: by appeal, what it is told of: the matter in few words, no person."""

    body_id: int
    gists: Gists = field(default_factory=dict)


@transaction.atomic
def invite(day_id: int, *, guests: tuple[Guest, ...], by: Actor, at: datetime) -> list[Invitation]:
    """Each is written to in its own language; who was asked before is not asked again."""
    day = schedule.day_for_update(day_id)
    require(by, Right.INVITE_BODIES, day.office_id)
    clause = _clause(day)
    today = local_day(day.office, at)
    _may_be_asked_to(day, today, clause)
    asked = {one.body_id for one in queries.invitations(day)}
    fresh = [guest for guest in guests if guest.body_id not in asked]
    return [_invite(day, guest, clause, by, at) for guest in fresh]


def _clause(day: ReceptionDay) -> Citation | None:
    law = queries.law_of(day)
    return law.cite(InvitedBodies) if law.has(InvitedBodies) else None


def _may_be_asked_to(day: ReceptionDay, today: date, clause: Citation | None) -> None:
    if day.published_at is None:
        raise UnlawfulError("day_not_published", clause, day=day.on)
    if day.taken_off_at is not None or day.on < today:
        raise UnlawfulError("day_is_over", clause, day=day.on)


def _invite(day: ReceptionDay, guest: Guest, clause: Citation | None, by: Actor, at: datetime) -> Invitation:
    body = bodies.body(day.office_id, guest.body_id)
    if not body.stands_on(day.on):
        raise UnlawfulError("body_not_there", clause, day=day.on)
    row = Invitation.objects.create(
        office_id=day.office_id,
        day=day,
        body=body,
        required=body.code in {one.code for one in queries.required(day)},
        answer_by=answer_by(day.on, local_day(day.office, at)),
        asked_at=at,
        asked_by_id=by.user_id,
    )
    _tell_of(row, guest.gists, by)
    _send(row, by, at)
    facts = {"invitation": row.pk, "body": body.pk, "required": row.required, "matters": len(guest.gists)}
    journal.write("invite_body", about=day.key, by=by, at=at, citation=clause, facts=dict(facts))
    return row


def answer_by(on: date, today: date) -> date:
    """A courtesy of the office, not a term of the law: some working days ahead, never in the past."""
    return max(worktime.calendar().shift(on, -ANSWER_AHEAD), today)


def _tell_of(row: Invitation, gists: Gists, by: Actor) -> None:
    """Only appeals of this office that this official receives; another one does not exist here."""
    allowed = {
        one.pk
        for one in registry.visible_to(Actor.system("participation", by.office_id)).filter(
            pk__in=gists, official_id=row.day.official_id
        )
    }
    if unknown := gists.keys() - allowed:
        raise LookupError(f"no such matter on this day: {sorted(unknown)}")
    Matter.objects.bulk_create(
        Matter(invitation=row, appeal_id=appeal_id, gist=gist) for appeal_id, gist in sorted(gists.items())
    )


def _send(row: Invitation, by: Actor, at: datetime) -> None:
    """A new paper in place of the one before it, if there was one."""
    paper = papers.invitation(row, by=by, at=at, replaces=row.paper)
    row.paper = paper
    row.save(update_fields=["paper"])
    day = local_day(row.day.office, at)
    outbox.put(row.office_id, [letters.carried(paper, row.body, NOTICE, day)], at=at)


@transaction.atomic
def retell(invitation_id: int, *, gists: Gists, by: Actor, at: datetime) -> Invitation:
    """The list of matters has changed: a new paper replaces the one sent before."""
    row = for_update(invitation_id)
    require(by, Right.INVITE_BODIES, row.office_id)
    clause = _clause(row.day)
    _may_be_asked_to(row.day, local_day(row.day.office, at), clause)
    row.matters.all().delete()
    _tell_of(row, gists, by)
    _send(row, by, at)
    facts = {"invitation": row.pk, "matters": len(gists)}
    journal.write("retell_body", about=row.day.key, by=by, at=at, citation=clause, facts=dict(facts))
    return row


@transaction.atomic
def recall(day_id: int, *, by: Actor, at: datetime) -> int:
    """The day was taken off: nobody is expected, and whoever was asked is told; returns how many."""
    rows = list(Invitation.objects.select_for_update().filter(day_id=day_id, recalled_at=None))
    if rows:
        occupancy.release(rows[0].office_id, [row.key for row in rows])
    for row in rows:
        row.recalled_at = at
        row.save(update_fields=["recalled_at"])
        on = local_day(row.day.office, at)
        outbox.put(
            row.office_id, [letters.short(row, "recalled", f"invitation-{row.pk}-recalled", on)], at=at
        )
        facts: dict[str, object] = {"invitation": row.pk, "body": row.body_id}
        journal.write("recall_invitation", about=row.day.key, by=by, at=at, facts=facts)
    return len(rows)


def for_update(invitation_id: int) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",))
    return rows.select_related("day__office", "day__official", "body", "paper").get(pk=invitation_id)
