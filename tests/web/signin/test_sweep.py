"""What becomes of failed sign-ins: a number in the journal, and after a month nothing."""

from datetime import timedelta

import time_machine
from axes.models import AccessAttempt, AccessFailureLog
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from qabyldau.jobs import sign_ins
from qabyldau.journal.models import Entry
from qabyldau.people.models import Attempt, Office, User
from tests.web.signin.conftest import entered, is_in, sign_in


def test_failures_of_a_day_are_counted_once_without_names(
    aizhan: User, office: Office, clock: time_machine.Traveller
) -> None:
    for name in (aizhan.username, aizhan.username.upper(), "nobody"):
        sign_in(Client(), name, "не тот")
    clock.shift(timedelta(days=1))

    for _ in range(2):
        sign_ins.count(office, timezone.localdate(), timezone.now())

    entry = Entry.objects.get(action="failed_sign_ins")
    assert entry.facts == {"day": "2026-03-02", "ours": 2, "nobodys": 1}
    assert "nobody" not in str(entry.facts).replace("nobodys", "")


def test_a_quiet_day_leaves_no_entry(aizhan: User, office: Office) -> None:
    entered(aizhan.username)
    sign_ins.count(office, timezone.localdate(), timezone.now())

    assert not Entry.objects.filter(action="failed_sign_ins").exists()


def test_after_a_month_nothing_of_a_failure_is_left(aizhan: User, clock: time_machine.Traveller) -> None:
    sign_in(Client(), aizhan.username, "не тот")
    browser = entered(aizhan.username)
    sign_in(Client(), "another", "не тот")
    sign_ins.sweep(timezone.now())
    assert AccessAttempt.objects.exists()
    assert Attempt.objects.exists()
    assert is_in(browser)

    clock.shift(timedelta(days=31))
    sign_ins.sweep(timezone.now())

    assert not AccessAttempt.objects.exists()
    assert not AccessFailureLog.objects.exists()
    assert not Attempt.objects.exists()
    assert not Session.objects.exists()
