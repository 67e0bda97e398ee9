"""Acts through the API: the same catalogue, the same rights, the same refusals as on the pages."""

import json
from collections.abc import Callable

import pytest

from qabyldau.acts import ACTS
from qabyldau.api import examples
from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor
from qabyldau.people.models import Official
from qabyldau.people.roles import RIGHTS, Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.review import actions as review
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.api.conftest import Answer, Ask
from tests.flow.conftest import MONDAY, look

SCREENED = examples.INPUTS["screen"]


def offered(answer: Answer) -> dict[str, dict[str, object]]:
    return {one["act"]: one for one in answer.json()["acts"]}


def path(appeal: Appeal, act: str = "") -> str:
    return f"/appeals/{appeal.number}/acts" + (f"/{act}" if act else "")


def test_the_api_offers_the_whole_catalogue_and_nothing_else(
    registered: Appeal, ask: Callable[..., Ask]
) -> None:
    answer = ask(Role.DEPARTMENT)("get", path(registered))

    assert list(offered(answer)) == list(ACTS)


@pytest.mark.clause("5")
def test_p5_an_act_that_may_not_be_done_says_why_and_under_which_paragraph(
    registered: Appeal, ask: Callable[..., Ask]
) -> None:
    leave = offered(ask(Role.DEPARTMENT)("get", path(registered)))["leave"]

    assert (leave["allowed"], leave["why"]) == (False, "not_assessed")
    assert leave["citation"]["clause"] == "5"  # type: ignore[index]  # of a JSON document
    assert str(leave["reason"]).startswith("Сначала рассмотрите")


def test_an_act_of_another_role_is_not_allowed(registered: Appeal, clerks_call: Ask) -> None:
    acts = offered(clerks_call("get", path(registered)))

    assert (acts["screen"]["allowed"], acts["screen"]["why"]) == (False, "no_right")
    assert acts["withdraw"]["allowed"]


@pytest.mark.parametrize("name", ACTS)
def test_each_act_says_its_input_and_takes_its_example(
    name: str, registered: Appeal, clerks_call: Ask
) -> None:
    schema = offered(clerks_call("get", path(registered)))[name]["input"]

    assert schema == ACTS[name].input.model_json_schema()
    ACTS[name].input.model_validate(examples.INPUTS[name])


def test_screening_and_taking_up_move_the_appeal(registered: Appeal, ask: Callable[..., Ask]) -> None:
    department = ask(Role.DEPARTMENT)

    screened = department("post", path(registered, "screen"), SCREENED)
    taken_up = department("post", path(registered, "take_up"), {})

    assert (screened.status_code, screened.json()["appeal"]["state"]) == (200, "registered")
    assert (taken_up.status_code, taken_up.json()["appeal"]["state"]) == (200, "review")
    entry = journal.latest(registered.office_id)[0]
    assert (entry.action, entry.actor_name) == ("take_up", "department")


def test_an_act_without_input_needs_no_body(registered: Appeal, clerks_call: Ask) -> None:
    assert clerks_call("post", path(registered, "withdraw")).json()["appeal"]["state"] == "withdrawn"


def test_what_the_law_forbids_is_refused_with_its_paragraph(
    registered: Appeal, ask: Callable[..., Ask]
) -> None:
    answer = ask(Role.DEPARTMENT)("post", path(registered, "take_up"), {}, language="kk")

    said = answer.json()
    assert (answer.status_code, said["code"], said["clause"]) == (409, "not_assessed", "5")
    assert said["edition"] == "zko-289@2023"
    assert said["basis"] == "жеке қабылдау регламентінің 5-тармағы"
    assert said["title"] == "Заң қазір бұл әрекетке жол бермейді"
    assert answer["Content-Language"] == "kk"


def test_a_stale_version_is_told_so_and_nothing_is_done(registered: Appeal, ask: Callable[..., Ask]) -> None:
    department = ask(Role.DEPARTMENT)
    seen = {"If-Match": department("get", f"/appeals/{registered.number}")["ETag"]}
    department("post", path(registered, "screen"), SCREENED)

    answer = department("post", path(registered, "take_up"), {}, **seen)

    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    registered.refresh_from_db()
    assert registered.state == "registered"


def test_the_version_of_an_answer_serves_for_the_next_act(
    registered: Appeal, ask: Callable[..., Ask]
) -> None:
    department = ask(Role.DEPARTMENT)
    version = department("post", path(registered, "screen"), SCREENED)["ETag"]

    assert department("post", path(registered, "take_up"), {}, **{"If-Match": version}).status_code == 200
    assert department("post", path(registered, "submit"), {}, **{"If-Match": "x"}).status_code == 422


def test_the_same_key_acts_once(registered: Appeal, ask: Callable[..., Ask]) -> None:
    department = ask(Role.DEPARTMENT)
    for _ in range(3):
        answer = department("post", path(registered, "screen"), SCREENED, key="screen-1")
        assert answer.status_code == 200

    actions = [entry.action for entry in journal.about(registered.office_id, registered.key)]
    assert actions == ["register", "screen"]


@pytest.mark.parametrize(("act", "given"), [("screen", {"remark": "иначе"}), ("take_up", {})])
def test_the_same_key_for_another_act_is_refused(
    registered: Appeal, ask: Callable[..., Ask], act: str, given: dict[str, object]
) -> None:
    department = ask(Role.DEPARTMENT)
    department("post", path(registered, "screen"), SCREENED, key="screen-1")

    answer = department("post", path(registered, act), given, key="screen-1")

    assert (answer.status_code, answer.json()["code"]) == (422, "asked_differently")


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"facts": "", "proposal": "receive"}, "/facts"),
        ({"facts": "Есть.", "proposal": "perhaps"}, "/proposal"),
        ({"facts": "Есть.", "proposal": "receive"}, "/"),
        ({"facts": "Есть.", "proposal": "receive", "official_id": 2**64}, "/official_id"),
        ({"facts": "Есть.", "proposal": "receive", "offcial_id": 1}, "/offcial_id"),
    ],
)
def test_a_bad_input_names_its_field(
    under_review: Appeal, ask: Callable[..., Ask], given: dict[str, object], pointer: str
) -> None:
    answer = ask(Role.DEPARTMENT)("post", path(under_review, "submit"), given)

    assert answer.status_code == 422
    assert pointer in {one["pointer"] for one in answer.json()["errors"]}


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("submit", {"facts": "Есть.", "proposal": "receive", "official_id": 999_999}),
        ("submit", {"facts": "Есть.", "proposal": "refuse", "ground": "heard_before", "day_id": 999_999}),
    ],
)
def test_what_does_not_exist_is_not_a_crash(
    under_review: Appeal, ask: Callable[..., Ask], act: str, given: dict[str, object]
) -> None:
    answer = ask(Role.DEPARTMENT)("post", path(under_review, act), given)

    assert answer.status_code in {409, 422}


def test_a_taken_hour_is_told_so(
    approved: Appeal, day: ReceptionDay, department: Actor, clerks_call: Ask
) -> None:
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    slot = day.slots.first()
    assert slot
    Slot.objects.filter(pk=slot.pk).update(taken_by=999_999)

    answer = clerks_call("post", path(approved, "appoint"), {"slot_id": slot.pk})

    assert (answer.status_code, answer.json()["code"]) == (409, "slot_taken")


@pytest.mark.clause("30")
def test_p30_a_longer_extension_than_the_law_permits_names_its_limit(
    under_review: Appeal, ask: Callable[..., Ask]
) -> None:
    given = {"until": "2026-12-30", "reason": "Ждём ответа."}

    answer = ask(Role.HEAD_OF_OFFICE)("post", path(under_review, "extend"), given)

    assert (answer.status_code, answer.json()["code"]) == (409, "extension_too_long")
    assert answer.json()["clause"] == "30"
    assert "2026 г." in answer.json()["detail"]


def test_a_year_without_a_calendar_is_said_to_be_so(under_review: Appeal, ask: Callable[..., Ask]) -> None:
    given = {"until": "2099-04-17", "reason": "Ждём ответа."}

    answer = ask(Role.HEAD_OF_OFFICE)("post", path(under_review, "extend"), given)

    assert (answer.status_code, answer.json()["code"]) == (422, "calendar_unknown")


def test_a_number_is_revealed_for_a_reason_that_is_journaled(registered: Appeal, clerks_call: Ask) -> None:
    answer = clerks_call("post", path(registered, "reveal"), {"reason": "identity_check"})

    assert answer.json()["revealed"] == "010101300010"
    entry = journal.latest(registered.office_id)[0]
    assert (entry.action, entry.facts) == ("reveal", {"reason": "identity_check"})


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize("role", [Role.CLERK, Role.OPERATOR, Role.DEPARTMENT, Role.AUDITOR])
def test_a_role_without_the_right_does_nothing(
    registered: Appeal, ask: Callable[..., Ask], name: str, role: Role
) -> None:
    answer = ask(role)("post", path(registered, name), examples.INPUTS[name])

    if role in RIGHTS[ACTS[name].right]:
        assert answer.status_code != 403
    else:
        assert answer.status_code == 403
        assert journal.latest(registered.office_id)[0].action == "register"


def test_an_unknown_act_is_not_there(registered: Appeal, clerks_call: Ask) -> None:
    assert clerks_call("post", path(registered, "destroy"), {}).status_code == 404


def test_one_appeal_from_registration_to_the_final_answer(
    day: ReceptionDay, akim: Official, ask: Callable[..., Ask], department: Actor
) -> None:
    clerk, officer, head = ask(Role.CLERK), ask(Role.DEPARTMENT), ask(Role.HEAD_OF_OFFICE)
    number = clerk("post", "/appeals", examples.APPEAL).json()["number"]
    appeal = Appeal.objects.get(number=number)
    look(appeal, department)
    proposed = {"facts": "Есть.", "proposal": "receive", "official_id": akim.pk, "day_id": day.pk}

    officer("post", path(appeal, "take_up"), {})
    officer("post", path(appeal, "submit"), proposed)
    head("post", path(appeal, "approve"), {"day_id": day.pk})
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    done = clerk("post", path(appeal, "appoint"), {"slot_id": day.slots.get(place=1).pk})

    assert done.json()["appeal"]["state"] == "appointed"
    assert done.json()["appeal"]["reception_at"] == "2026-03-19T10:00:00Z"
    assert json.dumps(done.json()["appeal"]["official"], ensure_ascii=False).count("аким области") == 1
