"""The administrator's acts: roles, officials, hours of the office; each journaled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people import actions as people
from qabyldau.people import founding, settings
from qabyldau.people import queries as reads
from qabyldau.people.actor import require
from qabyldau.people.founding import Post
from qabyldau.people.roles import Right, Role
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office, Official, RoleGrant
    from qabyldau.regulation.norms.intake import OfficeHours


class KeepingError(Exception):
    """What cannot be so: `code` is twice, before_start or own_last."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Given:
    """A role to be given: to whom, from when, in what position."""

    user_id: int
    role: Role
    since: date
    position: Words


@transaction.atomic
def grant_role(office_id: int, given: Given, *, by: Actor, at: datetime) -> RoleGrant:
    """A person may do from that day on what the role allows."""
    require(by, Right.KEEP_PEOPLE, office_id)
    held = reads.grants(office_id).filter(user_id=given.user_id, role=given.role, until=None)
    if held.exists():
        raise KeepingError("twice")
    row = people.grant(
        reads.staff().get(pk=given.user_id),
        office_id,
        given.role,
        since=given.since,
        position_kk=given.position.kk,
        position_ru=given.position.ru,
    )
    facts = {"user": given.user_id, "role": str(given.role), "since": given.since.isoformat()}
    journal.write("grant_role", about=f"user:{given.user_id}", by=by, at=at, facts=dict(facts))
    return row


@transaction.atomic
def end_role(grant_id: int, *, until: date, by: Actor, at: datetime) -> RoleGrant:
    """The last day of a role. Nobody ends their own right to keep people: the office would be shut."""
    row = reads.grants(by.office_id).get(pk=grant_id)
    require(by, Right.KEEP_PEOPLE, row.office_id)
    if until < row.since:
        raise KeepingError("before_start")
    if row.user_id == by.user_id and row.role == Role.ADMIN:
        raise KeepingError("own_last")
    people.end_grant(row, until)
    facts = {"user": row.user_id, "role": row.role, "until": until.isoformat()}
    journal.write("end_role", about=f"user:{row.user_id}", by=by, at=at, facts=dict(facts))
    return row


@transaction.atomic
def authorise(office_id: int, post: Post, *, user_id: int | None = None, by: Actor, at: datetime) -> Official:
    """Somebody has from that day on the authority to receive."""
    require(by, Right.KEEP_PEOPLE, office_id)
    user = reads.staff().get(pk=user_id) if user_id else None
    row = founding.authorise(office_id, post, user)
    facts = {"official": row.pk, "rank": int(post.rank), "since": post.since.isoformat()}
    journal.write("authorise", about=f"official:{row.pk}", by=by, at=at, facts=dict(facts))
    return row


@transaction.atomic
def end_authority(official_id: int, *, until: date, by: Actor, at: datetime) -> Official:
    """The last day on which an official may receive."""
    row = reads.official(by.office_id, official_id)
    require(by, Right.KEEP_PEOPLE, row.office_id)
    if until < row.since:
        raise KeepingError("before_start")
    people.end_authority(row, until)
    facts = {"official": row.pk, "until": until.isoformat()}
    journal.write("end_authority", about=f"official:{row.pk}", by=by, at=at, facts=dict(facts))
    return row


@transaction.atomic
def change_hours(office_id: int, hours: OfficeHours, *, by: Actor, at: datetime) -> Office:
    """What is received from now on is registered by these hours."""
    require(by, Right.KEEP_PEOPLE, office_id)
    row = people.set_hours(reads.office_by_id(office_id), hours)
    facts = {"opens": hours.opens.isoformat(), "closes": hours.closes.isoformat()}
    journal.write("change_hours", about=f"office:{office_id}", by=by, at=at, facts=dict(facts))
    return row


@transaction.atomic
def change_settings(office_id: int, chosen: Mapping[str, object], *, by: Actor, at: datetime) -> int:
    """Put the office's choices in place; old and new stand in the journal. Returns how many changed."""
    require(by, Right.KEEP_PEOPLE, office_id)
    changed = settings.changes(office_id, chosen)
    if changed:
        settings.put(office_id, {name: new for name, (_, new) in changed.items()})
        facts = {name: {"before": str(old), "after": str(new)} for name, (old, new) in changed.items()}
        journal.write("change_settings", about=f"office:{office_id}", by=by, at=at, facts=dict(facts))
    return len(changed)
