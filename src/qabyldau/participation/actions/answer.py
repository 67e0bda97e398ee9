"""What an invited body says, and whether its representative came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.journal import actions as journal
from qabyldau.occupancy import actions as occupancy
from qabyldau.occupancy.actions import TwoPlacesError
from qabyldau.occupancy.times import Wanted
from qabyldau.participation import queries
from qabyldau.participation.actions.invite import for_update
from qabyldau.participation.actions.refusals import open_refusal, take_back
from qabyldau.participation.kinds import Answer
from qabyldau.participation.models import Invitation, Presence, Reply
from qabyldau.people.actor import Actor, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import local_day
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.reception import InvitedBodies
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import queries as schedule


@dataclass(frozen=True, slots=True)
class Said:
    """An answer. `representative_id`: one of those in the register; else a name is typed.

    `seen`: how many replies stood there when the page was opened; None: not asked.
    """

    answer: Answer
    representative_id: int | None = None
    name: str = ""
    position: str = ""
    reason: str = ""
    seen: int | None = None


@transaction.atomic
def reply(invitation_id: int, *, said: Said, by: Actor, at: datetime) -> Reply:
    """The body answers on its own page, or the department records what it heard.

    A later reply counts: a substitute, or a change of mind. A refusal opens the duty to report it.
    """
    row = for_update(invitation_id)
    by_office = _may_answer(row, by, at)
    clause = _clause(row)
    _in_time(row, said, clause, at)
    found = _reply(row, said, clause, by, at, by_office=by_office)
    _claim(row, found, clause)
    row.answer = said.answer
    row.save(update_fields=["answer"])
    if said.answer is Answer.DECLINED:
        open_refusal(row, said.reason, by=by, at=at)
    else:
        take_back(row, by=by, at=at)
    facts = {"invitation": row.pk, "body": row.body_id, "answer": str(said.answer), "by_office": by_office}
    journal.write("answer_invitation", about=row.day.key, by=by, at=at, citation=clause, facts=dict(facts))
    return found


def _clause(row: Invitation) -> Citation | None:
    law = queries.law_of(row.day)
    return law.cite(InvitedBodies) if law.has(InvitedBodies) else None


def _may_answer(row: Invitation, by: Actor, at: datetime) -> bool:
    """True: the department records it. Else it is whoever speaks for the body on that day."""
    if by.office_id == row.office_id and by.may(Right.INVITE_BODIES):
        return True
    require(by, Right.ANSWER_INVITATION, row.office_id)
    mine = bodies.of_user(row.office_id, by.user_id, local_day(row.day.office, at))
    if row.body_id not in {one.pk for one in mine}:
        raise PermissionDeniedError(Right.ANSWER_INVITATION)
    return False


def _in_time(row: Invitation, said: Said, clause: Citation | None, at: datetime) -> None:
    if said.seen is not None and said.seen != row.replies.count():
        raise StaleError(row.key)
    if row.recalled_at is not None or row.day.on < local_day(row.day.office, at):
        raise UnlawfulError("day_is_over", clause, day=row.day.on)
    if Presence.objects.filter(invitation=row).exists():
        raise UnlawfulError("already_came", clause)


def _reply(
    row: Invitation, said: Said, clause: Citation | None, by: Actor, at: datetime, *, by_office: bool
) -> Reply:
    comes = said.answer is Answer.CONFIRMED
    name, position = _who(row, said) if comes else ("", "")
    if comes and not name:
        raise UnlawfulError("representative_not_named", clause)
    if not comes and not said.reason.strip():
        raise UnlawfulError("refusal_without_reason", clause)
    return Reply.objects.create(
        invitation=row,
        answer=said.answer,
        representative_id=said.representative_id if comes else None,
        name=name,
        position=position,
        reason="" if comes else said.reason.strip(),
        by_office=by_office,
        by_user_id=by.user_id,
        by_name=by.name,
        at=at,
    )


def _claim(row: Invitation, found: Reply, clause: Citation | None) -> None:
    """Whoever of the register comes is at this reception, and at no other of the same hours."""
    occupancy.release(row.office_id, [row.key])
    hours = schedule.slots(row.day_id)
    if found.representative_id is None or not hours:
        return
    whole = Wanted(
        f"representative:{found.representative_id}", hours[0].starts_at, hours[-1].ends_at, row.key
    )
    try:
        occupancy.claim(row.office_id, [whole])
    except TwoPlacesError as twice:
        raise UnlawfulError("two_places_representative", clause) from twice


def _who(row: Invitation, said: Said) -> tuple[str, str]:
    """Name and position as they stand in the register, or as typed."""
    if said.representative_id is None:
        return said.name.strip(), said.position.strip()
    known = {one.pk: one for one in bodies.members(row.body, row.day.on)}
    one = known.get(said.representative_id)
    if one is None:
        raise LookupError(f"nobody of this body: {said.representative_id}")
    return one.name[row.body.language], one.position[row.body.language]


@transaction.atomic
def attend(invitation_id: int, *, came: bool, name: str = "", by: Actor, at: datetime) -> Presence:
    """On the day: the representative came, or did not; whoever is named came."""
    row = for_update(invitation_id)
    require(by, Right.RECORD_PRESENCE, row.office_id)
    clause = _clause(row)
    if row.recalled_at is not None:
        raise UnlawfulError("day_is_over", clause, day=row.day.on)
    if local_day(row.day.office, at) < row.day.on:
        raise UnlawfulError("day_not_come", clause, day=row.day.on)
    last = queries.last_reply(row)
    who = name.strip() or (last.name if last else "")
    if came and not who:
        raise UnlawfulError("representative_not_named", clause)
    if Presence.objects.filter(invitation=row).exists():
        raise StaleError(row.key)
    found = Presence.objects.create(
        invitation=row, came=came, name=who if came else "", by_user_id=by.user_id, at=at
    )
    facts: dict[str, object] = {"invitation": row.pk, "body": row.body_id, "came": came}
    journal.write("note_presence", about=row.day.key, by=by, at=at, citation=clause, facts=facts)
    return found
