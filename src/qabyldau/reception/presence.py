"""«I am here», said in the hall: a hint for the desk, where identity is then shown to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people.actor import Kind, PermissionDeniedError
from qabyldau.people.roles import Right
from qabyldau.reception import queries
from qabyldau.reception.actions import due_now
from qabyldau.reception.models import Announcement
from qabyldau.registry.moves import Asked, local_day, locked, note
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

ANNOUNCE = "announce"


@transaction.atomic
def announce(appeal_id: int, *, asked: Asked) -> Announcement:
    """The applicant is in the hall; said twice, it is still said once, and gives no place in the line."""
    appeal = locked(appeal_id, asked)
    if asked.by.kind is not Kind.APPLICANT or asked.by.appeal_id != appeal.pk:
        raise PermissionDeniedError(Right.RECORD_WISH)
    _on_the_day(appeal, asked)
    day = local_day(appeal.office, asked.at)
    row, new = Announcement.objects.get_or_create(appeal=appeal, on=day, defaults={"at": asked.at})
    if new:
        note(appeal, ANNOUNCE, asked, appeal.edition.cite(IdentityShown), {})
    return row


def _on_the_day(appeal: Appeal, asked: Asked) -> None:
    hour = due_now(appeal, Action.HOLD, asked).slot
    today = local_day(appeal.office, asked.at)
    if hour.day.on != today:
        raise UnlawfulError("hour_another_day", appeal.edition.cite(IdentityShown), day=hour.day.on)
    if queries.here(appeal) is not None:
        raise UnlawfulError("already_here", appeal.edition.cite(IdentityShown))
