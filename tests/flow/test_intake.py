"""How an appeal comes in: five channels, the day of registration, flags, files, foreigners."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from qabyldau.outbox.models import Message
from qabyldau.people.actions import Person
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.models import Applicant, Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import FileRefusedError
from qabyldau.registry.files import Upload
from qabyldau.registry.models import Appeal, Attachment
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact
from qabyldau.regulation.norms.intake import Channel
from qabyldau.review import actions as review
from tests.flow.conftest import MONDAY, look, moment, statement

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000")


@pytest.mark.clause("4")
@pytest.mark.parametrize("channel", list(Channel))
def test_p4_the_same_request_by_any_channel_gives_the_same_case(
    office: Office, clerk: Actor, channel: Channel
) -> None:
    by = Actor.applicant(office.pk) if channel is Channel.PORTAL else clerk
    appeal = registry.register(office, statement(channel=channel), by=by, at=MONDAY).appeal

    assert (appeal.state, appeal.due_on, appeal.channel) == ("registered", date(2026, 3, 17), channel)


@pytest.mark.clause("4")
def test_p4_an_operator_registers_calls_and_nothing_else(office: Office, staff: Callable[..., Actor]) -> None:
    operator = staff(Role.OPERATOR)
    registry.register(office, statement(channel=Channel.CALL_CENTRE), by=operator, at=MONDAY)
    with pytest.raises(PermissionDeniedError):
        registry.register(office, statement(channel=Channel.POST), by=operator, at=MONDAY)


@pytest.mark.clause("4")
def test_p4_booking_at_lunch_is_recorded_and_flagged(office: Office, clerk: Actor) -> None:
    at_lunch = registry.register(office, statement(), by=clerk, at=moment(3, 2, 13, 30)).appeal
    in_time = registry.register(office, statement(), by=clerk, at=moment(3, 2, 15)).appeal

    assert [flag.code for flag in at_lunch.flags.all()] == ["booked_outside_hours"]
    assert not in_time.flags.exists()


@pytest.mark.parametrize(
    ("received", "registered_on"),
    [
        (moment(3, 6, 18, 29), date(2026, 3, 6)),
        (moment(3, 6, 18, 30), date(2026, 3, 10)),  # Friday after hours; Monday 9 March is a day off
        (moment(3, 7, 12), date(2026, 3, 10)),
    ],
)
def test_what_came_after_hours_is_registered_on_the_next_working_day(
    office: Office, received: datetime, registered_on: date
) -> None:
    by = Actor.applicant(office.pk)
    appeal = registry.register(office, statement(channel=Channel.PORTAL), by=by, at=received).appeal

    assert (appeal.registered_on, appeal.received_at) == (registered_on, received)
    assert appeal.due_on == date(2026, 3, 26)


@pytest.mark.clause("25")
def test_p25_a_paper_registered_a_day_late_counts_from_its_own_day(office: Office, clerk: Actor) -> None:
    said = statement(channel=Channel.POST, received_at=moment(3, 2, 10))
    late = registry.register(office, said, by=clerk, at=moment(3, 3, 10)).appeal

    assert late.registered_on == date(2026, 3, 2)
    assert "registered_late" in [flag.code for flag in late.flags.all()]


@pytest.mark.clause("25")
def test_p25_the_number_of_the_state_register_meets_its_duty(
    registered: Appeal, clerk: Actor, asked_by: Callable[[Actor], Asked]
) -> None:
    registry.note_external_number(registered.pk, number="ЖТ-2026-00000001", asked=asked_by(clerk))

    registered.refresh_from_db()
    assert registered.external_number == "ЖТ-2026-00000001"
    assert registered.terms.get(kind="external_number").met_on == date(2026, 3, 2)


def test_the_same_person_is_one_applicant_whose_number_is_sealed(office: Office, clerk: Actor) -> None:
    for name in ("Үлгіова Ақмарал", "Ульгиева Акмарал"):
        registry.register(office, statement(name), by=clerk, at=MONDAY)

    applicant = Applicant.objects.get()
    assert "010101300010" not in applicant.sealed_number
    assert "010101300010" not in applicant.number_index
    assert applicant.name == "Үлгіова Ақмарал"


def test_people_without_a_number_are_not_taken_for_one_another(office: Office, clerk: Actor) -> None:
    for name in ("Джон Смит", "Жан Дюпон"):
        foreigner = Person(kind=ApplicantKind.FOREIGNER, name=name, document="passport")
        registry.register(office, statement(person=foreigner), by=clerk, at=MONDAY)

    assert Applicant.objects.count() == 2


def test_an_applicant_without_phone_and_mail_is_told_on_paper(office: Office, clerk: Actor) -> None:
    said = statement(contact=Contact(address="Орал, Үлгі көшесі, 1"))
    registry.register(office, said, by=clerk, at=MONDAY)

    assert Message.objects.get().channel == "paper"


def test_reasons_that_do_not_fit_a_short_message_go_on_paper_too(
    office: Office, clerk: Actor, department: Actor
) -> None:
    said = statement(contact=Contact(phone="+77000000001", address="Орал, Үлгі көшесі, 1"))
    appeal = registry.register(office, said, by=clerk, at=MONDAY).appeal
    look(appeal, department, states_the_matter=False)
    review.leave(appeal.pk, asked=Asked(by=department, at=MONDAY))

    sent = Message.objects.values_list("notice", "channel")
    assert set(sent) == {("registered", "sms"), ("left", "sms"), ("left", "paper")}


def test_files_are_kept_once_and_known_by_their_content(
    office: Office, clerk: Actor, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    said = statement(files=(Upload("..\\..\\фото.png", PNG), Upload("again.png", PNG)))
    registry.register(office, said, by=clerk, at=MONDAY)

    first, second = Attachment.objects.all()
    assert (first.name, first.kind, first.stored) == ("фото.png", "image/png", second.stored)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("uploads", "code"),
    [
        ((Upload("a.pdf", b"MZ\x90\x00" + bytes(200)),), "kind"),
        ((Upload("a.pdf", b""),), "empty"),
        ((Upload("a.png", PNG + bytes(10 * 1024 * 1024)),), "too_large"),
        (tuple(Upload(f"{number}.png", PNG) for number in range(6)), "too_many"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_stops_nothing_else(
    office: Office, clerk: Actor, uploads: tuple[Upload, ...], code: str
) -> None:
    with pytest.raises(FileRefusedError, match=code):
        registry.register(office, statement(files=uploads), by=clerk, at=MONDAY)
    assert not Appeal.objects.exists()
    assert registry.register(office, statement(), by=clerk, at=MONDAY).appeal.number == "ZKO-2026-000001"
