"""Register appeals through the API."""

import base64
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.api import examples
from qabyldau.journal import queries as journal
from qabyldau.people.models import Office, Official
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from tests.api.conftest import Ask

WRONG_DIGIT = "010101300011"


def body(**changes: object) -> dict[str, Any]:
    return {**deepcopy(examples.APPEAL), **changes}


def applicant(**changes: object) -> dict[str, Any]:
    return {**examples.APPEAL["applicant"], **changes}  # type: ignore[dict-item]


def test_a_registration_gives_number_code_and_the_day_of_the_answer(clerks_call: Ask) -> None:
    answer = clerks_call("post", "/appeals", body())

    talon = answer.json()
    assert answer.status_code == 201
    assert (talon["number"], talon["respond_by"]) == ("ZKO-2026-000001", "2026-03-17")
    assert len(talon["secret"]) == 8
    assert answer["Location"] == "/api/v1/appeals/ZKO-2026-000001"
    assert "15 календарных дней" in talon["arithmetic"]["ru"]


def test_what_was_stated_is_kept_as_it_was_stated(clerks_call: Ask, akim: Official) -> None:
    wish = {"official_id": akim.pk, "mode": "video", "video_consent": True, "standing": "disability"}
    sent = body(
        wish=wish,
        people_count=3,
        representation={"name": "Өкіл Сенімұлы", "authority": "сенімхат № 7", "until": "2026-12-31"},
        files=[{"name": "хат.pdf", "content": base64.b64encode(b"%PDF-1.4\n%%EOF").decode()}],
    )

    number = clerks_call("post", "/appeals", sent).json()["number"]

    kept = clerks_call("get", f"/appeals/{number}").json()
    assert kept["substance"] == sent["substance"]
    assert kept["received_at"] == "2026-03-02T05:40:00Z"
    assert (kept["wished_official_id"], kept["wished_mode"], kept["standing"]) == (
        akim.pk,
        "video",
        "disability",
    )
    assert kept["applicant"]["representative"] == "Өкіл Сенімұлы"
    assert kept["applicant"]["people_count"] == 3
    assert [(file["name"], file["kind"]) for file in kept["files"]] == [("хат.pdf", "application/pdf")]


def test_the_same_key_registers_once(clerks_call: Ask) -> None:
    first = clerks_call("post", "/appeals", body(), key="letter-17")
    again = clerks_call("post", "/appeals", body(), key="letter-17")

    assert (again.status_code, again.json()) == (201, first.json())
    assert again["Idempotency-Replayed"] == "true"
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"substance": "Другое дело."},
        {"topic": "roads"},
        {"contact": {"phone": "+77000000009"}},
        {"applicant": applicant(number="")},
    ],
)
def test_the_same_key_with_another_request_is_refused(clerks_call: Ask, changes: dict[str, Any]) -> None:
    clerks_call("post", "/appeals", body(), key="letter-17")

    answer = clerks_call("post", "/appeals", body(**changes), key="letter-17")

    assert (answer.status_code, answer.json()["code"]) == (422, "asked_differently")
    assert Appeal.objects.count() == 1


def test_two_systems_may_choose_the_same_key(ask: Callable[..., Ask]) -> None:
    one, other = ask(Role.CLERK), ask(Role.DEPARTMENT)

    numbers = {call("post", "/appeals", body(), key="1").json()["number"] for call in (one, other)}

    assert len(numbers) == 2


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"applicant": applicant(number=WRONG_DIGIT)}, "/applicant", "iin_check_digit"),
        ({"applicant": applicant(number="123")}, "/applicant", "iin_length"),
        ({"applicant": applicant(kind="company", number=WRONG_DIGIT)}, "/applicant", "bin_check_digit"),
        ({"applicant": applicant(kind="foreigner", number="N1")}, "/applicant", "document_missing"),
        ({"applicant": applicant(name="")}, "/applicant/name", "string_too_short"),
        ({"contact": {"phone": "8 701"}}, "/contact/phone", "phone"),
        ({"contact": {"email": "ulgi@"}}, "/contact/email", "email"),
        ({"received_at": "2026-03-02T12:00:01+05:00"}, "/received_at", "received_later"),
        ({"received_at": "2026-03-02T10:00:00"}, "/received_at", "timezone_aware"),
        ({"channel": "pigeon"}, "/channel", "enum"),
        ({"numer": 1}, "/numer", "extra_forbidden"),
        ({"files": [{"name": "a.pdf", "content": "!"}]}, "/files/0/content", "file_content"),
        ({"substance": "\u0000"}, "/substance", "value_error"),
        ({"substance": "txt\u202eexe"}, "/substance", "value_error"),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_registered(
    clerks_call: Ask, changes: dict[str, Any], pointer: str, code: str
) -> None:
    answer = clerks_call("post", "/appeals", body(**changes))

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [(pointer, code)]
    assert Appeal.objects.count() == 0


def test_a_mistake_is_explained_in_the_callers_language_without_repeating_it(clerks_call: Ask) -> None:
    sent = body(applicant=applicant(number=WRONG_DIGIT))

    said = [clerks_call("post", "/appeals", sent, language=one).content.decode() for one in ("kk", "ru")]

    assert "ЖСН" in said[0]
    assert "ИИН" in said[1]
    assert not any(WRONG_DIGIT in one for one in said)


def test_an_odd_number_is_taken_with_a_warning(clerks_call: Ask) -> None:
    answer = clerks_call("post", "/appeals", body(applicant=applicant(number="991399300018")))

    assert answer.json()["warnings"] == ["number_no_such_date"]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"wish": {"official_id": 999_999}}, 422, "unknown_reference"),
        ({"wish": {"mode": "video"}}, 409, "video_without_consent"),
        ({"received_at": "1999-03-02T10:00:00+05:00"}, 422, "no_law"),
        ({"files": [{"name": "a.exe", "content": base64.b64encode(b"MZ").decode()}]}, 422, "file_kind"),
    ],
)
def test_what_cannot_be_taken_says_why(
    clerks_call: Ask, changes: dict[str, Any], status: int, code: str
) -> None:
    answer = clerks_call("post", "/appeals", body(**changes))

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_an_empty_substance_is_still_registered(clerks_call: Ask) -> None:
    assert clerks_call("post", "/appeals", body(substance="")).status_code == 201


def test_a_role_without_the_right_registers_nothing(ask: Callable[..., Ask], office: Office) -> None:
    answer = ask(Role.AUDITOR)("post", "/appeals", body())

    assert (answer.status_code, answer.json()["code"]) == (403, "no_right")
    assert not journal.latest(office.pk).exists()


def test_a_body_that_is_not_json_is_named_so(token: Callable[..., str]) -> None:
    bearer = {"Authorization": f"Bearer {token(Role.CLERK)}"}

    answer = Client().post("/api/v1/appeals", data="{", content_type="application/json", headers=bearer)

    assert (answer.status_code, answer.json()["code"]) == (400, "bad_json")


def test_a_body_too_large_is_refused_as_such(clerks_call: Ask, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = clerks_call("post", "/appeals", body(substance="а" * 1000))

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
