"""Paragraph 35: whoever resolved the linked matter before is not offered and is refused by every path."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.acts import perform
from qabyldau.bodies.models import Body, Representative
from qabyldau.control import actions as control
from qabyldau.control import recusal
from qabyldau.control.actions import Given, Order
from qabyldau.control.models import Instruction
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from tests.flow.conftest import moment, statement
from tests.flow.control.conftest import answered, body, carried_out, lead, on, refused, seated

pytestmark = pytest.mark.clause("35")
BARRED = refused("resolved_it_before", "35")
LATER = date(2026, 5, 29)


@pytest.fixture
def colleague(unit: Body, staff: Callable[..., Actor]) -> Representative:
    """Somebody else of the same body: the bar is on the person."""
    return seated(unit, staff(Role.EXECUTOR, name="colleague"))


@pytest.fixture
def again(
    closed: Appeal,
    colleague: Representative,
    office: Office,
    clerk: Actor,
    department: Actor,
    given: Instruction,
) -> Instruction:
    """The same person with the same matter: linked by the department, ordered anew."""
    later = registry.register(office, statement(), by=clerk, at=moment(5, 4)).appeal
    found = review.Findings(
        states_the_matter=True,
        within_competence=True,
        heard_before=True,
        earlier_id=closed.pk,
        new_arguments=True,
    )
    review.screen(later.pk, found=found, asked=Asked(by=department, at=moment(5, 4)))
    order = Order("Проверить водопровод.", colleague.body_id, (), LATER)
    source, official = "minutes:900", given.given_by_id
    control.dictate(later, source=source, given_by_id=official, order=order, asked=on(clerk, 5, 5))
    return control.put_on_control(office.pk, source, asked=on(clerk, 5, 5))[0]


@pytest.fixture
def barred(executor: Actor, unit: Body) -> Representative:
    return Representative.objects.get(body=unit, user_id=executor.user_id or 0)


def test_p35_who_carried_it_out_is_not_offered_and_refused_by_every_path(
    colleague: Representative, barred: Representative, again: Instruction, executor: Actor, department: Actor
) -> None:
    part, appeal = lead(again), again.appeal
    hand: dict[str, object] = {"part_id": part.pk, "person_id": barred.pk}

    assert recusal.free_people(appeal, [barred, colleague]) == [colleague]
    for attempt in (
        lambda: control.accept(part.pk, asked=on(executor, 5, 6)),
        lambda: control.accept(part.pk, person_id=barred.pk, asked=on(department, 5, 6)),
        lambda: control.hand_on(part.pk, person_id=barred.pk, asked=on(executor, 5, 6)),
        lambda: control.answer_meanwhile(part.pk, given=Given("Идёт."), asked=on(executor, 5, 6)),
        lambda: control.report(part.pk, given=Given("Готово."), asked=on(executor, 5, 6)),
        lambda: perform("hand_on", appeal, hand, on(department, 5, 6)),
    ):
        with pytest.raises(UnlawfulError, check=BARRED) as found:
            attempt()
        assert not found.value.facts

    control.hand_on(part.pk, person_id=colleague.pk, asked=on(department, 5, 6))
    part.refresh_from_db()
    assert part.person == colleague


def test_p35_a_body_with_nobody_else_is_not_given_the_matter(
    again: Instruction, colleague: Representative, office: Office, clerk: Actor
) -> None:
    def dictate(to: Body) -> Instruction:
        order, by = Order("Проверить.", to.pk, (), LATER), on(clerk, 5, 6)
        return control.dictate(
            again.appeal, source="minutes:901", given_by_id=again.given_by_id, order=order, asked=by
        )

    unit = colleague.body
    assert lead(dictate(unit)).body == unit
    Representative.objects.filter(pk=colleague.pk).update(until=date(2026, 5, 5))

    with pytest.raises(UnlawfulError, check=BARRED):
        dictate(unit)
    fresh = body(office, "Управление аудита")
    assert lead(dictate(fresh)).body == fresh


def test_p35_who_is_known_from_outside_does_not_sign_the_answer(
    given: Instruction,
    appointed: Appeal,
    akim: Official,
    deputy: Official,
    executor: Actor,
    department: Actor,
) -> None:
    carried_out(given, executor, department)
    both = {"known_from": "история e-Otinish", "official_id": akim.pk, "person_id": 1}
    with pytest.raises(UnlawfulError, check=refused("name_one_hand", "35")):
        perform("note_earlier_hand", appointed, both, on(department, 4, 8))
    perform("note_earlier_hand", appointed, {**both, "person_id": None}, on(department, 4, 8))

    assert recusal.free_officials(appointed, [akim, deputy]) == [deputy]
    with pytest.raises(UnlawfulError, check=BARRED):
        answered(appointed, akim, department)
    assert answered(appointed, deputy, department).state == "closed"


def test_p35_who_signed_prepared_or_carried_out_is_found_along_the_whole_chain(
    again: Instruction,
    barred: Representative,
    akim: Official,
    department: Actor,
    clerk: Actor,
    office: Office,
) -> None:
    third = registry.register(office, statement(), by=clerk, at=moment(5, 11)).appeal
    found = review.Findings(heard_before=True, earlier_id=again.appeal_id, new_arguments=True)
    review.screen(third.pk, found=found, asked=Asked(by=department, at=moment(5, 11)))

    hands = recusal.hands(third)

    assert hands.officials == {akim.pk}
    assert {department.user_id, barred.user_id} <= hands.users
    assert recusal.hands(registry_only(office, clerk)) == recusal.Hands()


def registry_only(office: Office, clerk: Actor) -> Appeal:
    """Somebody else's matter, linked to nothing."""
    said = statement("Өтініш Беруші", number="020308400024")
    return registry.register(office, said, by=clerk, at=moment(5, 12)).appeal
