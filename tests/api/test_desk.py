"""The day of reception through the API: the same acts as at the desk, the same refusals with their clause."""

from collections.abc import Callable, Iterator

import pytest
import time_machine

from qabyldau.people.models import Official
from qabyldau.people.roles import Role
from qabyldau.reception.models import Visit
from qabyldau.registry.models import Appeal
from qabyldau.review.models import Appointment
from qabyldau.schedule.models import ReceptionDay
from tests.api.conftest import Answer, Ask
from tests.flow.conftest import moment

CARD = {"document": "identity_card"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 15), tick=False) as traveller:
        yield traveller


@pytest.fixture
def clerk_says(ask: Callable[..., Ask]) -> Callable[..., Answer]:
    clerk = ask(Role.CLERK)
    return lambda appeal, act, given=None, key="": clerk(
        "post", f"/appeals/{appeal.number}/acts/{act}", given or {}, **({"key": key} if key else {})
    )


Says = Callable[..., Answer]


def refusal(answer: Answer) -> tuple[int, str, str]:
    said = answer.json()
    return answer.status_code, said["code"], said["clause"]


def test_a_person_is_received_through_the_api(hall: list[Appeal], clerk_says: Says) -> None:
    veteran = hall[2]
    clerk_says(hall[0], "arrive", CARD)
    for act, given in (("arrive", CARD), ("call", {}), ("call_again", {}), ("start", {}), ("finish", {})):
        answer = clerk_says(veteran, act, given)
        assert answer.status_code == 200, (act, answer.json())

    assert answer.json()["appeal"]["state"] == "held"
    assert Visit.objects.get(appeal=veteran).stage == "done"


def test_the_same_key_checks_in_and_calls_once(hall: list[Appeal], clerk_says: Says) -> None:
    for _ in range(2):
        assert clerk_says(hall[0], "arrive", CARD, key="arrive-1").status_code == 200
        assert clerk_says(hall[0], "call", {}, key="call-1").status_code == 200
    again = clerk_says(hall[1], "call", {}, key="call-1")

    assert Visit.objects.get().times_called == 1
    assert (again.status_code, again.json()["code"]) == (422, "asked_differently")


@pytest.mark.clause("9")
def test_p9_a_call_without_a_check_in_is_refused(hall: list[Appeal], clerk_says: Says) -> None:
    assert refusal(clerk_says(hall[0], "call")) == (409, "not_checked_in", "9")
    assert refusal(clerk_says(hall[0], "arrive")) == (409, "identity_not_shown", "9")

    clerk_says(hall[0], "arrive", CARD)
    assert clerk_says(hall[0], "call").status_code == 200


@pytest.mark.clause("9")
def test_p9_expired_authority_is_refused(hall: list[Appeal], clerk_says: Says) -> None:
    given = {**CARD, "authority_shown": True}
    Appeal.objects.filter(pk=hall[0].pk).update(representative="Өкілов Өкіл", authority_until="2026-03-18")
    refused = clerk_says(hall[0], "arrive", given)
    Appeal.objects.filter(pk=hall[0].pk).update(authority_until="2026-03-19")

    assert refusal(refused) == (409, "authority_expired", "9")
    assert clerk_says(hall[0], "arrive", given).status_code == 200


@pytest.mark.clause("11")
def test_p11_a_priority_without_its_proof_is_refused(hall: list[Appeal], clerk_says: Says) -> None:
    given = {**CARD, "standing": "pregnant"}

    assert refusal(clerk_says(hall[0], "arrive", given)) == (409, "standing_without_proof", "11")
    assert clerk_says(hall[0], "arrive", {**given, "standing_proof": "справка № 3"}).status_code == 200
    assert Visit.objects.get().standing == "pregnant"


@pytest.mark.clause("11")
def test_p11_out_of_order_without_a_reason_is_refused(hall: list[Appeal], clerk_says: Says) -> None:
    for appeal in hall[:2]:
        clerk_says(appeal, "arrive", CARD)

    assert refusal(clerk_says(hall[1], "call")) == (409, "out_of_order_without_reason", "11")
    assert clerk_says(hall[1], "call", {"motive": "стало плохо"}).status_code == 200


@pytest.mark.clause("12")
def test_p12_video_without_consent_is_refused(hall: list[Appeal], clerk_says: Says) -> None:
    Appointment.objects.filter(appeal=hall[0]).update(mode="video")

    assert refusal(clerk_says(hall[0], "arrive", CARD)) == (409, "video_without_consent", "12")

    Appeal.objects.filter(pk=hall[0].pk).update(video_consent=True)
    assert clerk_says(hall[0], "arrive", CARD).status_code == 200


@pytest.mark.clause("11")
def test_p11_a_second_room_for_one_person_is_refused(
    hall: list[Appeal], day: ReceptionDay, deputy: Official, clerk_says: Says
) -> None:
    for appeal in hall[:2]:
        clerk_says(appeal, "arrive", CARD)
    other = ReceptionDay.objects.create(
        office=day.office, official=deputy, on=day.on, opens=day.opens, slot_minutes=15, slot_count=1
    )
    Visit.objects.filter(appeal=hall[1]).update(day=other)
    Appeal.objects.filter(pk=hall[1].pk).update(applicant=hall[0].applicant_id)

    assert clerk_says(hall[0], "call").status_code == 200
    assert refusal(clerk_says(hall[1], "call")) == (409, "called_elsewhere", "11")


@pytest.mark.clause("23")
def test_p23_who_is_at_the_desk_is_brought_to_the_end_there(hall: list[Appeal], clerk_says: Says) -> None:
    clerk_says(hall[0], "arrive", CARD)

    assert refusal(clerk_says(hall[0], "hold", CARD))[:2] == (409, "at_the_desk")
    assert refusal(clerk_says(hall[0], "miss"))[:2] == (409, "at_the_desk")
    assert clerk_says(hall[0], "leave_desk").json()["appeal"]["state"] == "missed"
