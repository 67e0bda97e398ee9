"""Every page as a browser gets it: strict headers, nothing inline, nothing kept, no personal number."""

import re
from typing import cast

import pytest
from django.http.response import HttpResponse
from django.urls import reverse
from django.utils import translation

from qabyldau.people.roles import Role
from qabyldau.web.access import TABLE, Door
from tests.web.access import oracle
from tests.web.access.conftest import People, browser, routes, undone

IIN, PHONE, NAME = (
    "010101300010",
    re.compile(r"7\s?\(?700\)?[\s\u00a0-]?000[\s\u00a0-]?00[\s\u00a0-]?01"),
    "Үлгіова",
)
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+\s*=|javascript:|<base\b|<object|<embed", re.I
)
FAR = re.compile(r"<(?:script|link|img|iframe|form)[^>]*(?:src|href|action)=\"(?:https?:)?//", re.I)
STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "img-src": "'self' data:",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "manifest-src": "'self'",
    "media-src": "'self'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# These never read an appeal of the office.
BLIND = [Role.EXECUTOR, Role.BODY_REPRESENTATIVE, Role.PRESS, Role.ADMIN]


def opened(role: Role, name: str, people: People, places: dict[str, object]) -> HttpResponse:
    with translation.override("ru"), undone():
        address = reverse(name, kwargs={part: places[part] for part in routes()[name]})
        answer = browser(people[role]).get(address)
        answer.close()
    return cast(HttpResponse, answer)


def of(role: Role) -> list[str]:
    return [name for name in oracle.ROUTES if oracle.may_open(name, role)]


def pages_of(role: Role, people: People, places: dict[str, object]) -> dict[str, str]:
    """What the role may read; the description of the API has the invented applicant as its example."""
    names = (name for name in of(role) if name != "api:openapi-json")
    return {name: text(opened(role, name, people, places)) for name in names}


def policy(answer: HttpResponse) -> dict[str, str]:
    rows = (row.strip().partition(" ") for row in answer["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in rows}


def text(answer: HttpResponse) -> str:
    return "" if answer.streaming else answer.content.decode(errors="replace")


@pytest.mark.parametrize("role", [Role.DEPARTMENT, Role.HEAD_OF_OFFICE, Role.ADMIN])
def test_every_page_carries_the_strict_headers(
    role: Role, everybody: People, places: dict[str, object]
) -> None:
    wrong = []
    for name in of(role):
        answer = opened(role, name, everybody, places)
        if policy(answer) != STRICT or any(answer.get(key) != value for key, value in HEADERS.items()):
            wrong.append((name, dict(answer.headers)))

    assert not wrong


@pytest.mark.parametrize("role", [Role.CLERK, Role.DEPARTMENT, Role.HEAD_OF_OFFICE, Role.ADMIN])
def test_no_page_has_anything_inline_or_from_elsewhere(
    role: Role, everybody: People, places: dict[str, object]
) -> None:
    pages = pages_of(role, everybody, places)

    found = {name: hit[0] for name, page in pages.items() if (hit := INLINE.search(page) or FAR.search(page))}
    assert not found


@pytest.mark.parametrize("role", [Role.DEPARTMENT, Role.HEAD_OF_OFFICE, Role.ADMIN])
def test_only_public_pages_may_be_kept(role: Role, everybody: People, places: dict[str, object]) -> None:
    kept = [
        name
        for name in of(role)
        if TABLE[name] is not Door.PUBLIC
        and "no-store" not in opened(role, name, everybody, places).get("Cache-Control", "")
    ]

    assert not kept


@pytest.mark.parametrize("role", Role)
def test_no_page_shows_a_whole_identification_number(
    role: Role, everybody: People, places: dict[str, object]
) -> None:
    assert not [name for name, page in pages_of(role, everybody, places).items() if IIN in page]


@pytest.mark.parametrize("role", BLIND)
def test_who_reads_no_appeals_meets_no_applicant(
    role: Role, everybody: People, places: dict[str, object]
) -> None:
    pages = pages_of(role, everybody, places)

    assert not [name for name, page in pages.items() if NAME in page or PHONE.search(page)]


def test_the_search_for_a_person_would_be_noticed(everybody: People, places: dict[str, object]) -> None:
    page = text(opened(Role.CLERK, "staff:appeal", everybody, places))

    assert NAME in page
    assert PHONE.search(page)


@pytest.mark.parametrize(
    "bad",
    [
        "<script>x</script>",
        '<p style="color:red">',
        '<a onclick="x()">',
        "<style>",
        '<a href="javascript:x">',
    ],
)
def test_inline_code_would_be_noticed(bad: str) -> None:
    assert INLINE.search(bad)


def test_cookies_are_closed_to_scripts_and_other_sites(everybody: People, places: dict[str, object]) -> None:
    answer = opened(Role.CLERK, "account_change_password", everybody, places)

    cookies = {name: (cookie["httponly"], cookie["samesite"]) for name, cookie in answer.cookies.items()}
    assert cookies.pop("csrftoken", ("", "Lax"))[1] == "Lax"
    assert set(cookies.values()) <= {(True, "Lax")}
