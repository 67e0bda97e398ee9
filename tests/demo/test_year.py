"""The sample year: lively, lawful, done by acts alone, and the same whenever it is played again."""

import ast
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from pytest_django.fixtures import Settings

from qabyldau.demo import office as sample
from qabyldau.demo import year
from qabyldau.demo.office import ProductionError
from qabyldau.demo.year import Year
from qabyldau.journal import queries as journal
from qabyldau.journal.models import Entry
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, User
from qabyldau.reception.models import Attendance, FinalAnswer
from qabyldau.registry import queries as registry
from qabyldau.registry.models import Appeal, Flag
from qabyldau.regulation.lifecycle import Action, State
from qabyldau.regulation.norms.intake import Channel
from qabyldau.review.models import Decision, Note, Screening
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.models import ReceptionDay
from tests.demo.conftest import LAST_DAY, PASSWORD, quiet

PACKAGE = Path(sample.__file__).parent
SMALL = timedelta(days=60)


def appeals(office: Office) -> list[Appeal]:
    return list(registry.visible_to(Actor.system("test", office.pk)))


def digest_of(seed: int) -> str:
    """Of a small year that is taken back at once."""
    with transaction.atomic():
        built = year.build(Year(LAST_DAY, seed=seed, appeals=40, length=SMALL), PASSWORD, quiet)
        found = year.digest(built)
        transaction.set_rollback(True)
    return found


def test_every_channel_and_both_languages_are_used(played: Office) -> None:
    found = appeals(played)

    assert {one.channel for one in found} == set(Channel)
    assert {one.language for one in found} == {"kk", "ru"}
    assert len(found) >= 110


def test_every_stage_shows_life_on_the_last_day(played: Office) -> None:
    stages = Counter(one.state for one in appeals(played))

    # The sample joins, passes on and leaves without an hour nobody at its end: its guides tell of them.
    assert set(stages) >= set(State) - {State.MERGED, State.REDIRECTED, State.WAITING, State.DATA_ASKED}


def test_some_answers_are_late_and_some_facts_fall_short(played: Office) -> None:
    codes = set(Flag.objects.filter(appeal__office=played).values_list("code", flat=True))

    assert [one for one in appeals(played) if one.due_on and one.due_on < LAST_DAY]
    assert "booked_outside_hours" in codes


def test_refusals_have_each_ground_and_some_terms_are_extended(played: Office) -> None:
    decisions = Decision.objects.filter(appeal__office=played)

    assert set(decisions.filter(outcome="refuse").values_list("ground", flat=True)) >= {"outside_competence"}
    assert set(decisions.values_list("outcome", flat=True)) == {
        "receive",
        "refuse",
        "return",
        "extend",
        "leave",
    }


def test_there_is_a_reception_today_and_more_to_come(played: Office) -> None:
    days = list(schedule.published(played.pk, since=LAST_DAY))

    assert days[0].on == LAST_DAY
    assert len(schedule.free_slots(days[0].pk)) < days[0].slot_count
    assert len(days) >= 5


def test_the_year_ends_on_its_last_day(played: Office) -> None:
    latest = max(one.received_at for one in appeals(played))

    assert latest.astimezone().date() >= LAST_DAY - timedelta(days=1)


def test_no_letter_of_the_past_waits_for_a_gateway(played: Office) -> None:
    waiting = Message.objects.filter(office=played, sent_at=None).exclude(channel="paper")

    assert not waiting.filter(created_at__date__lt=LAST_DAY).exists()


def test_what_stands_in_the_tables_stands_in_the_journal(played: Office) -> None:
    last_move = {
        entry.object: entry.facts["to"]
        for entry in Entry.objects.filter(office=played).order_by("seq")
        if "to" in entry.facts
    }

    assert journal.verified(played.pk).sound
    assert {one.key: one.state for one in appeals(played)} == last_move


@pytest.mark.parametrize(
    ("model", "actions"),
    [
        (Appeal, {"register"}),
        (Screening, {"screen"}),
        (Note, {Action.SUBMIT}),
        (Decision, {Action.APPROVE, Action.REFUSE, Action.RETURN, Action.EXTEND, Action.LEAVE}),
        (Attendance, {Action.HOLD, Action.MISS}),
        (FinalAnswer, {Action.CLOSE}),
        (ReceptionDay, {"plan_day"}),
    ],
)
def test_every_row_was_made_by_an_act(played: Office, model: type, actions: set[str]) -> None:
    entries = Entry.objects.filter(office=played, action__in=actions)
    if model is Decision:
        # A term is also extended for a central body: that stands in its own table.
        entries = entries.exclude(action=Action.EXTEND) | entries.filter(facts__has_key="decision")

    assert model._default_manager.count() == entries.count()  # type: ignore[attr-defined]


def test_the_player_touches_no_table() -> None:
    reached = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if "generate" not in path.parts  # the multitude to be measured is written in bulk: decision 20
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "save", "bulk_create"}
    ]

    assert not reached


@pytest.mark.django_db
def test_the_same_day_and_seed_give_the_same_year() -> None:
    assert digest_of(1) == digest_of(1)
    assert digest_of(1) != digest_of(2)


@pytest.mark.django_db
def test_production_refuses_sample_data(settings: Settings) -> None:
    settings.PRODUCTION = True

    with pytest.raises(ProductionError):
        year.build(Year(LAST_DAY), PASSWORD, quiet)
    with pytest.raises(ProductionError):
        sample.found(LAST_DAY, PASSWORD)
    with pytest.raises(CommandError, match="production"):
        call_command("demo", "--build")
    assert not Office.objects.exists()
    assert not User.objects.exists()


@pytest.mark.django_db
def test_the_command_builds_once_and_says_who_may_sign_in(settings: Settings) -> None:
    settings.DEMO_PASSWORD = ""
    said = StringIO()

    call_command("demo", "--build", "--appeals", "3", "--day", "2026-11-23", stdout=said)
    call_command("demo", "--build", stdout=said)

    shown = said.getvalue()
    password = shown.split("shown this once: ")[1].splitlines()[0]
    assert "Playing the sample year: 2026-11" in shown
    assert "already there" in shown
    assert all(name in shown for name in sample.usernames())
    assert User.objects.get(username="akim").check_password(password)


@pytest.mark.django_db
def test_a_password_chosen_later_counts(settings: Settings) -> None:
    sample.found(date(2026, 1, 5), PASSWORD)
    settings.DEMO_PASSWORD = "chosen by the installer"

    sample.take_chosen_password()

    assert User.objects.get(username="clerk").check_password("chosen by the installer")
