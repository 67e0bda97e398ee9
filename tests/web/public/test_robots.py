"""Against programs that send: work of the browser, a question for whoever has no scripts, and limits."""

import base64
import hashlib
import json
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.registry.models import Appeal
from tests.web.public.conftest import Walk, words

CHECK = "/ru/request/check/"


@pytest.fixture(autouse=True)
def guarded(settings: Settings) -> None:
    settings.BOT_CHECK = True


def page_of(site: Client) -> tuple[str, dict[str, Any], str]:
    """The key of the form, the work, and the answer to the question."""
    page = words(site.get(CHECK))
    key = page.split('name="key" value="')[1].split('"')[0]
    work = json.loads(unescape(re.findall(r'data-work="([^"]+)"', page)[0]))
    first, second = re.findall(r"Сколько будет (\d) плюс (\d)\?", page)[0]
    return key, work, str(int(first) + int(second))


def done(work: dict[str, Any], **changes: Any) -> str:  # noqa: ANN401
    """The work, done as the script does it."""
    for number in range(work["maxnumber"] + 1):
        if hashlib.sha256(f"{work['salt']}{number}".encode()).hexdigest() == work["challenge"]:
            return base64.b64encode(json.dumps({**work, "number": number, **changes}).encode()).decode()
    raise AssertionError("nobody could solve it")


def send(site: Client, **typed: str) -> Any:  # noqa: ANN401  the test client's response
    return site.post(CHECK, {"consent": "on", **typed})


def test_a_browser_that_worked_is_let_through(site: Client, walk: Walk) -> None:
    walk()
    key, work, _ = page_of(site)

    assert send(site, key=key, altcha=done(work)).status_code == 302
    assert Appeal.objects.count() == 1


def test_work_done_once_sends_one_request(site: Client, walk: Walk) -> None:
    walk()
    key, work, _ = page_of(site)
    solved = done(work)
    send(site, key=key, altcha=solved)
    walk()
    key, *_ = page_of(site)

    answer = send(site, key=key, altcha=solved)

    assert "Проверка от программ не прошла" in words(answer)
    assert Appeal.objects.count() == 1


def test_forged_late_and_broken_work_is_none(site: Client, walk: Walk, now: time_machine.Traveller) -> None:
    walk()
    key, work, _ = page_of(site)
    good = done(work)
    forged = done(work, salt=work["salt"].replace("expires=1", "expires=2"))
    unsigned = done(work, signature="00" * 32)
    for payload in (forged, unsigned, "x", base64.b64encode(b"[]").decode()):
        assert send(site, key=key, altcha=payload).status_code == 422
    now.shift(timedelta(minutes=31))

    assert send(site, key=key, altcha=good).status_code == 422
    assert not Appeal.objects.exists()


def test_without_scripts_a_question_is_answered(site: Client, walk: Walk) -> None:
    walk()
    key, _, right = page_of(site)
    assert send(site, key=key, sum="99").status_code == 422
    key, _, right = page_of(site)

    assert send(site, key=key, sum=f" {right} ").status_code == 302
    assert Appeal.objects.count() == 1


def test_who_fills_in_what_nobody_sees_sends_nothing(site: Client, walk: Walk) -> None:
    walk()
    key, _, right = page_of(site)

    assert send(site, key=key, sum=right, website="https://example.org").status_code == 422
    assert not Appeal.objects.exists()


def test_after_so_many_in_an_hour_the_draft_waits_and_the_other_ways_are_named(
    site: Client, walk: Walk, now: time_machine.Traveller
) -> None:
    for _ in range(5):
        walk()
        key, _, right = page_of(site)
        assert send(site, key=key, sum=right).status_code == 302
    walk()
    key, _, right = page_of(site)

    said = words(send(site, key=key, sum=right))

    assert "позвоните в учреждение" in said
    assert "2 марта 2026 г., 13:00" in said
    now.shift(timedelta(hours=1))
    key, _, right = page_of(site)
    assert send(site, key=key, sum=right).status_code == 302
    assert Appeal.objects.count() == 6
