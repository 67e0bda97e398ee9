"""Every address, every role, reading and writing: the answer is what the oracle says, and never an error."""

import pytest
from allauth.mfa.models import Authenticator
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import translation

from qabyldau.journal.models import Entry
from qabyldau.people.models import Office, RoleGrant
from qabyldau.people.roles import Role
from qabyldau.web.access import TABLE
from tests.web.access import oracle
from tests.web.access.conftest import People, browser, routes, staffed, undone, untouched

METHODS = ["get", "post"]
ADMITTED = {200, 302, 400, 401, 404, 405, 409, 415, 422, 429}
# By nature these have nothing to show here: a letter already carried, a talon seen once, nobody's code.
EMPTY = {
    "staff:planning_meeting",
    "public:request_fill_in",
    "account_login_key",
    "board-clip",
    "staff:letters_letter",
    "staff:letters_paper",
    "staff:register_talon_paper",
    "public:request_step",
    "mfa_view_recovery_codes",
    "api:api-root",
    "api-missing",
    "api-missing-v1",
    "api-missing-below",
}
# Where a word of the address means something else than in most addresses: which of the places it is.
MEANT = {
    "staff:minutes_change": {"instruction_id": "drafted_id"},
    "staff:minutes_drop": {"instruction_id": "drafted_id"},
    "staff:control_paper": {"paper_id": "control_paper_id"},
    "staff:compliance_clause": {"number": "clause"},
}
OF_STAFF = [name for name, row in oracle.ROUTES.items() if row not in {oracle.PUBLIC, oracle.PROGRAMS}]


def address(name: str, places: dict[str, object]) -> str:
    with translation.override("kk"):
        meant = MEANT.get(name, {})
        return reverse(name, kwargs={part: places[meant.get(part, part)] for part in routes()[name]})


def ask(client: Client, method: str, name: str, places: dict[str, object]) -> HttpResponseBase:
    client.raise_request_exception = False
    answer: HttpResponseBase = getattr(client, method)(address(name, places))
    answer.close()
    return answer


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("role", Role)
def test_each_role_opens_what_the_oracle_says(
    role: Role, method: str, everybody: People, places: dict[str, object]
) -> None:
    wrong = []
    for name in oracle.ROUTES:
        with undone():
            status = ask(browser(everybody[role]), method, name, places).status_code
        fine = status in ADMITTED if oracle.may_open(name, role) else status == 403
        if not fine:
            wrong.append((name, status))

    assert not wrong


def test_every_page_is_shown_to_somebody(everybody: People, places: dict[str, object]) -> None:
    dark = []
    for name in set(oracle.ROUTES) - EMPTY:
        opens = next(role for role in reversed(Role) if oracle.may_open(name, role))
        with undone():
            status = ask(browser(everybody[opens]), "get", name, places).status_code
        if status not in {200, 302, 401, 405}:
            dark.append((name, status))

    assert not dark


def test_nobody_gets_in_without_signing_in(places: dict[str, object]) -> None:
    wrong = []
    for name in OF_STAFF:
        with untouched():
            read, written = (ask(Client(), method, name, places) for method in METHODS)
        turned = read.headers.get("Location", "").startswith("/kk/account/login/?next=/kk/")
        if (read.status_code, written.status_code) != (302, 403) or not turned:
            wrong.append(name)

    assert not wrong


@pytest.mark.parametrize("role", Role)
def test_a_denied_write_changes_nothing_and_is_journaled(
    role: Role, everybody: People, places: dict[str, object]
) -> None:
    client, wrong = browser(everybody[role]), []
    for name in (one for one in OF_STAFF if not oracle.may_open(one, role)):
        with undone(), untouched():
            ask(client, "post", name, places)
            entry = Entry.objects.latest("seq")
            kept = (entry.action, entry.object, entry.actor) == (
                "refused_act",
                f"page:{name}",
                f"staff:{everybody[role].pk}",
            )
            if not kept:
                wrong.append(name)

    assert not wrong


def test_whoever_has_no_role_now_gets_nowhere(everybody: People, places: dict[str, object]) -> None:
    RoleGrant.objects.filter(user=everybody[Role.CLERK]).delete()

    answers = {
        ask(browser(everybody[Role.CLERK]), method, name, places).status_code
        for name in OF_STAFF
        for method in METHODS
        if name.startswith("staff:")
    }

    assert answers == {403}


@pytest.mark.parametrize("role", Role)
def test_of_another_office_nothing_exists(
    role: Role, elsewhere: Office, places: dict[str, object], everybody: People
) -> None:
    stranger = staffed(elsewhere, suffix="-2")[role]
    if role is Role.ADMIN:
        Authenticator.objects.filter(user=everybody[Role.ADMIN]).update(user=stranger)
    client, wrong = browser(stranger), []
    named = {"appeal_id", "day_id", "official_id", "grant_id", "message_id", "user_id"}
    for name in (one for one in OF_STAFF if named & set(routes()[one])):
        expected = 404 if oracle.may_open(name, role) else 403
        for method in METHODS:
            with undone(), untouched():
                status = ask(client, method, name, places).status_code
                if status not in {expected, 405}:
                    wrong.append((name, method, status))

    assert not wrong


@pytest.mark.parametrize("name", [name for name, row in oracle.ROUTES.items() if row == oracle.PROGRAMS])
def test_a_session_is_no_bearer_token(name: str, everybody: People, places: dict[str, object]) -> None:
    answers = {ask(browser(everybody[Role.CLERK]), method, name, places).status_code for method in METHODS}

    assert answers <= {401, 405}
    assert name in TABLE
