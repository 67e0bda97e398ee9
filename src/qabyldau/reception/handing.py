"""A request handed in while an official receives: registered at once, and tied to that reception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import PermissionDeniedError
from qabyldau.people.roles import Right
from qabyldau.reception.models import HandedIn, Visit
from qabyldau.registry import actions as registry
from qabyldau.registry.moves import local_day
from qabyldau.regulation.norms.intake import RegistrationDay
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.registry.intake import Talon
    from qabyldau.registry.moves import Asked
    from qabyldau.registry.statement import Statement


@transaction.atomic
def hand_in(visit_id: int, said: Statement, *, asked: Asked) -> Talon:
    """The talon of the new appeal; both appeals remember the other. The same `once` ties nothing twice."""
    visit = Visit.objects.select_related("office", "appeal").get(pk=visit_id)
    if visit.office_id != asked.by.office_id:
        raise PermissionDeniedError(Right.REGISTER)
    clause = visit.appeal.edition.cite(RegistrationDay)
    if visit.on != local_day(visit.office, asked.at):
        raise UnlawfulError("visit_of_another_day", clause, day=visit.on)
    talon = registry.register(visit.office, said, by=asked.by, at=asked.at, once=asked.once)
    _, fresh = HandedIn.objects.get_or_create(appeal=talon.appeal, defaults={"visit": visit, "at": asked.at})
    if fresh:
        pairs = (("hand_in", visit.appeal, talon.appeal), ("handed_in", talon.appeal, visit.appeal))
        for action, about, other in pairs:
            facts: journal.Facts = {"visit": visit.pk, "appeal": other.pk}
            journal.write(action, about=about.key, by=asked.by, at=asked.at, citation=clause, facts=facts)
    return talon
