"""A reception on the day of the request: asked, agreed or declined, received the same day."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official, User
from qabyldau.people.roles import Role
from qabyldau.reception import actions as reception
from qabyldau.reception.actions import Seen
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError, UnlawfulMoveError
from qabyldau.review.models import Appointment
from qabyldau.sameday import actions as sameday
from qabyldau.sameday import queries
from qabyldau.sameday.models import Asking
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.models import Slot
from tests.flow.conftest import MONDAY, moment, statement


@pytest.fixture
def chief(department_head: Official, staff: Callable[..., Actor]) -> Actor:
    """A head of a department at their own page."""
    actor = staff(Role.OFFICIAL, official_id=department_head.pk)
    Official.objects.filter(pk=department_head.pk).update(user=User.objects.get(username=actor.name))
    return actor


@pytest.fixture
def asking(registered: Appeal, department_head: Official, chief: Actor, clerk: Actor) -> Asking:
    assert chief.official_id == department_head.pk
    return sameday.ask_today(
        registered.pk, official_id=department_head.pk, asked=Asked(by=clerk, at=moment(3, 2, 10))
    )


@pytest.mark.clause("3")
def test_p3_asked_at_ten_agreed_at_five_past_received_at_twenty_past(
    asking: Asking, registered: Appeal, chief: Actor, clerk: Actor, office: Office
) -> None:
    sameday.agree(asking.pk, asked=Asked(by=chief, at=moment(3, 2, 10, 5)))

    registered.refresh_from_db()
    assert (registered.state, registered.official_id) == ("appointed", chief.official_id)
    assert registered.reception_at == moment(3, 2, 10, 5)
    assert Message.objects.filter(about=registered.key, notice="appointment").exists()
    reception.hold(registered.pk, seen=Seen("удостоверение"), asked=Asked(by=clerk, at=moment(3, 2, 10, 20)))
    registered.refresh_from_db()
    assert registered.state == "held"
    assert not schedule.published(office.pk, since=date(2026, 3, 1)).exists()


@pytest.mark.clause("3")
def test_p3_a_no_is_recorded_told_and_leaves_the_ordinary_way_open(
    asking: Asking, registered: Appeal, chief: Actor
) -> None:
    sameday.decline(asking.pk, asked=Asked(by=chief, at=moment(3, 2, 10, 5)))

    registered.refresh_from_db()
    asking.refresh_from_db()
    assert (registered.state, asking.agreed) == ("registered", False)
    assert registered.due_on
    assert Message.objects.filter(about=registered.key, notice="today_declined").exists()


@pytest.mark.clause("3")
def test_p3_nobody_is_received_before_the_official_agreed(asking: Asking, registered: Appeal) -> None:
    assert queries.asked(registered) == asking
    assert not Appointment.objects.filter(appeal=registered).exists()


@pytest.mark.clause("3")
def test_p3_the_akim_is_not_asked(registered: Appeal, akim: Official, clerk: Actor) -> None:
    with pytest.raises(UnlawfulError, match="same_day_by_whom") as refused:
        sameday.ask_today(registered.pk, official_id=akim.pk, asked=Asked(by=clerk, at=MONDAY))

    assert refused.value.citation
    assert refused.value.citation.number == "3"


def test_one_official_is_asked_at_a_time(asking: Asking, department_head: Official, clerk: Actor) -> None:
    with pytest.raises(UnlawfulError, match="asked_today_already"):
        sameday.ask_today(
            asking.appeal_id, official_id=department_head.pk, asked=Asked(by=clerk, at=moment(3, 2, 10, 1))
        )


def test_nobody_is_asked_on_a_day_off(registered: Appeal, department_head: Official, clerk: Actor) -> None:
    with pytest.raises(UnlawfulError, match="today_is_off"):
        sameday.ask_today(
            registered.pk, official_id=department_head.pk, asked=Asked(by=clerk, at=moment(3, 7))
        )


def test_yesterday_s_question_is_not_agreed_to(asking: Asking, chief: Actor) -> None:
    with pytest.raises(UnlawfulError, match="asked_another_day"):
        sameday.agree(asking.pk, asked=Asked(by=chief, at=moment(3, 3)))

    sameday.decline(asking.pk, asked=Asked(by=chief, at=moment(3, 3)))


def test_an_answer_is_given_once(asking: Asking, chief: Actor) -> None:
    sameday.agree(asking.pk, asked=Asked(by=chief, at=moment(3, 2, 10, 5)))

    with pytest.raises(UnlawfulError, match="asked_today_answered"):
        sameday.decline(asking.pk, asked=Asked(by=chief, at=moment(3, 2, 10, 6)))


def test_nobody_answers_for_an_official_who_works_here(asking: Asking, clerk: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        sameday.agree(asking.pk, asked=Asked(by=clerk, at=moment(3, 2, 10, 5)))


def test_a_worker_writes_down_the_word_of_an_official_without_a_sign_in(
    registered: Appeal, department_head: Official, clerk: Actor
) -> None:
    asked = Asked(by=clerk, at=moment(3, 2, 10))
    row = sameday.ask_today(registered.pk, official_id=department_head.pk, asked=asked)

    assert sameday.agree(row.pk, asked=asked).by_word


def test_two_who_are_agreed_to_have_two_hours(
    asking: Asking, office: Office, chief: Actor, clerk: Actor, department_head: Official
) -> None:

    other = registry.register(office, statement("Екіншіова Ұлгі", number="020202400026"), by=clerk, at=MONDAY)
    at = Asked(by=clerk, at=moment(3, 2, 11))
    second = sameday.ask_today(other.appeal.pk, official_id=department_head.pk, asked=at)
    for one in (asking, second):
        sameday.agree(one.pk, asked=Asked(by=chief, at=moment(3, 2, 11, 3)))

    hours = list(Slot.objects.order_by("starts_at").values_list("starts_at", flat=True))
    assert hours == [moment(3, 2, 11, 5), moment(3, 2, 11, 20)]


def test_an_appeal_before_the_head_is_not_received_at_once(
    on_decision: Appeal, department_head: Official, clerk: Actor
) -> None:
    with pytest.raises(UnlawfulMoveError):
        sameday.ask_today(on_decision.pk, official_id=department_head.pk, asked=Asked(by=clerk, at=MONDAY))
