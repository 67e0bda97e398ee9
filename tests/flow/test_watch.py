"""What the software does by itself: overdue terms are flagged, near ones are told, the chain is sealed."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from qabyldau.jobs import seal, tick
from qabyldau.journal import checkpoints
from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people.models import Office
from qabyldau.registry.models import Appeal, Flag
from tests.flow.conftest import MONDAY, moment


@pytest.mark.clause("29")
def test_p29_an_answer_not_given_in_time_is_a_breach_flagged_once(registered: Appeal) -> None:
    in_time, late = moment(3, 17), moment(3, 18)
    tick.tick(in_time)
    assert not registered.flags.filter(code="answer_overdue").exists()

    tick.tick(late)
    tick.tick(late + timedelta(hours=1))

    assert registered.flags.filter(code="answer_overdue").count() == 1
    entry = journal.about(registered.office_id, registered.key).filter(action="flag").last()
    assert entry is not None
    assert entry.actor == "system:tick"


@pytest.mark.clause("25")
def test_p25_a_number_not_got_the_same_day_is_flagged(registered: Appeal) -> None:
    tick.tick(MONDAY)
    assert not Flag.objects.exists()

    tick.tick(moment(3, 3))

    assert registered.flags.get().code == "external_number_overdue"


@pytest.mark.clause("29")
def test_p29_the_office_is_reminded_five_and_two_days_before_and_on_the_day(
    registered: Appeal, office: Office
) -> None:
    office.email = "office@example.org"
    office.save()
    for day in range(10, 18):
        tick.tick(moment(3, day))
        tick.tick(moment(3, day, 12))

    letters = Message.objects.filter(notice="digest")
    assert [letter.created_at.day for letter in letters] == [12, 15, 17]
    assert all(registered.number in letter.text for letter in letters)
    assert all(registered.applicant_name not in letter.text for letter in letters)


def test_a_checkpoint_outside_the_database_sees_a_cut_tail(
    registered: Appeal, settings: Settings, tmp_path: Path
) -> None:
    settings.CHECKPOINTS = tmp_path / "checkpoints.txt"
    assert seal.seal(MONDAY) == 1
    assert seal.seal(MONDAY) == 0
    assert checkpoints.broken(settings.CHECKPOINTS, seal.key(), registered.office_id) is None

    forged = settings.CHECKPOINTS.read_text().replace(
        f"{registered.office_id} 1 ", f"{registered.office_id} 2 "
    )
    settings.CHECKPOINTS.write_text(forged)
    with pytest.raises(ValueError, match="not signed"):
        checkpoints.broken(settings.CHECKPOINTS, seal.key(), registered.office_id)


def test_a_checkpoint_of_a_link_that_is_gone_is_named(
    registered: Appeal, settings: Settings, tmp_path: Path
) -> None:
    settings.CHECKPOINTS = tmp_path / "checkpoints.txt"
    seal.seal(MONDAY)

    stranger = registered.office_id + 1
    assert checkpoints.broken(settings.CHECKPOINTS, seal.key(), stranger) is None
    line = settings.CHECKPOINTS.read_text().split()
    point = checkpoints.Checkpoint(registered.office_id, 99, line[2], line[3])
    signed = seal.key().sign(point.line.encode())
    settings.CHECKPOINTS.write_text(f"{point.line} {__import__('base64').b64encode(signed).decode()}\n")
    assert checkpoints.broken(settings.CHECKPOINTS, seal.key(), registered.office_id) == point
