"""Who resolved a linked matter before: nobody of them is given it again, by whatever way (п. 35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.bodies import queries as bodies
from qabyldau.control.models import EarlierHand, Executor, Reply
from qabyldau.journal import actions as journal
from qabyldau.reception import queries as reception
from qabyldau.regulation.norms.control import NotTheSameHand
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import earlier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qabyldau.bodies.models import Body, Representative
    from qabyldau.people.models import Official
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Hands:
    """Those who resolved the matter: by sign-in, as officials, as people of bodies."""

    users: frozenset[int] = frozenset()
    officials: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()

    def bars_person(self, one: Representative, rule: NotTheSameHand) -> bool:
        return not (rule.allows(one.pk, self.people) and rule.allows(one.user_id or 0, self.users))

    def bars_official(self, one: Official, rule: NotTheSameHand) -> bool:
        return not (rule.allows(one.pk, self.officials) and rule.allows(one.user_id or 0, self.users))

    def bars_user(self, user_id: int | None, rule: NotTheSameHand) -> bool:
        return not rule.allows(user_id or 0, self.users)


def hands(appeal: Appeal) -> Hands:
    """Of every earlier appeal linked to this one: who prepared its note, refused, signed, carried out."""
    linked = earlier.linked(appeal)
    users, officials, people = set[int | None](), set[int | None](), set[int | None]()
    known = EarlierHand.objects.filter(appeal=appeal).values_list(
        "person_id", "person__user_id", "official_id"
    )
    for person, user, official in known:
        people.add(person)
        users.add(user)
        officials.add(official)
    if linked:
        users |= earlier.preparers(linked) | earlier.refusers(linked)
        officials |= reception.signatories(linked)
        parts = Executor.objects.filter(instruction__appeal__in=linked, person__isnull=False)
        for person, user in parts.values_list("person_id", "person__user_id"):
            people.add(person)
            users.add(user)
        written = Reply.objects.filter(instruction__appeal__in=linked, paper="")
        users |= set(written.values_list("by_user_id", flat=True))
    return Hands(*(frozenset(one for one in found if one) for found in (users, officials, people)))


def free_people(appeal: Appeal, among: Iterable[Representative]) -> list[Representative]:
    """Whom a list may offer."""
    rule, found = appeal.edition.get(NotTheSameHand), hands(appeal)
    return [one for one in among if not found.bars_person(one, rule)]


def free_officials(appeal: Appeal, among: Iterable[Official]) -> list[Official]:
    rule, found = appeal.edition.get(NotTheSameHand), hands(appeal)
    return [one for one in among if not found.bars_official(one, rule)]


def check_person(appeal: Appeal, one: Representative) -> None:
    if _settled(appeal).bars_person(one, appeal.edition.get(NotTheSameHand)):
        raise _barred(appeal)


def check_official(appeal: Appeal, one: Official) -> None:
    if _settled(appeal).bars_official(one, appeal.edition.get(NotTheSameHand)):
        raise _barred(appeal)


def check_user(appeal: Appeal, user_id: int | None) -> None:
    if _settled(appeal).bars_user(user_id, appeal.edition.get(NotTheSameHand)):
        raise _barred(appeal)


def check_body(appeal: Appeal, body: Body, day: date) -> None:
    """A body may have it as long as somebody there may: the bar is on people, not on bodies."""
    members = bodies.members(body, day)
    if members and not free_people(appeal, members):
        raise _barred(appeal)


def _settled(appeal: Appeal) -> Hands:
    """Read behind the chain: whoever is resolving the earlier matter just now is done, or comes after us."""
    journal.hold(appeal.office_id)
    return hands(appeal)


def _barred(appeal: Appeal) -> UnlawfulError:
    """Says that it is so, never by which appeal: that may be another's secret."""
    return UnlawfulError("resolved_it_before", appeal.edition.cite(NotTheSameHand))
