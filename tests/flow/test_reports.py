"""What became of a message: reports in any order, letters that come back, silence, and the box."""

from datetime import timedelta
from email.message import EmailMessage
from email.message import Message as Part
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from qabyldau.gateways import bounces
from qabyldau.gateways.bounces import NoReportError
from qabyldau.journal import queries as journal
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages
from qabyldau.outbox import reports
from qabyldau.outbox.kinds import Channel, Stand
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.ports.delivery import Fault, Outcome, RefusedError, Report, TemporaryFailureError
from tests.flow.conftest import MONDAY
from tests.flow.postman import LETTER, SMS, Side, carriers, put

BOUNCES = "bounce@office.example"
LATER = MONDAY + timedelta(minutes=3)


@pytest.fixture
def side() -> Side:
    return Side(reports=True)


@pytest.fixture
def sent(office: Office, side: Side) -> Message:
    message = put(office, SMS)
    outbox.carry_one(carriers(side), at=MONDAY)
    message.refresh_from_db()
    return message


@pytest.fixture
def letter(office: Office) -> Message:
    message = put(office, LETTER)
    outbox.carry_one(carriers(Side()), at=MONDAY)
    message.refresh_from_db()
    return message


def told(message: Message, outcome: Outcome, fault: Fault | None = None, phone: str = "") -> bool:
    return reports.of_sms(Report(str(message.reference), outcome, fault, phone), at=LATER)


def stand(message: Message) -> Stand:
    message.refresh_from_db()
    return message.stand


def test_a_report_says_that_it_arrived(sent: Message) -> None:
    assert told(sent, Outcome.DELIVERED, phone="77000000001")
    assert stand(sent) is Stand.DELIVERED


@pytest.mark.parametrize(
    "order",
    [
        (Outcome.DELIVERED, Outcome.DELIVERED),
        (Outcome.DELIVERED, Outcome.ON_ITS_WAY),
        (Outcome.DELIVERED, Outcome.FAILED),
        (Outcome.ON_ITS_WAY, Outcome.DELIVERED, Outcome.FAILED),
    ],
)
def test_a_final_word_stays_the_last_one(sent: Message, office: Office, order: tuple[Outcome, ...]) -> None:
    for outcome in order:
        told(sent, outcome, Fault.UNREACHABLE if outcome is Outcome.FAILED else None)

    assert stand(sent) is Stand.DELIVERED
    assert not messages.for_a_person(office.pk).exists()


def test_reading_comes_after_arriving(sent: Message) -> None:
    told(sent, Outcome.DELIVERED)
    told(sent, Outcome.READ)

    assert stand(sent) is Stand.READ


def test_what_failed_stays_failed_and_is_a_persons_task(sent: Message, office: Office) -> None:
    told(sent, Outcome.FAILED, Fault.NO_SUCH_ADDRESS)
    told(sent, Outcome.DELIVERED)

    assert stand(sent) is Stand.BOUNCED
    assert [one.fault for one in messages.for_a_person(office.pk)] == [Fault.NO_SUCH_ADDRESS]
    entry = journal.about(office.pk, "appeal:1").get(action="letter_bounced")
    assert (entry.facts["reason"], entry.actor) == (Fault.NO_SUCH_ADDRESS, "system:outbox")
    assert "+7700" not in str(entry.facts)


def test_a_report_may_overtake_the_answer(office: Office) -> None:
    """The provider calls back before it has answered us: one message, sent once, arrived."""
    message = put(office, SMS)

    class Hasty(Side):
        def send(self, *said: object, key: str = "") -> object:  # type: ignore[override]
            reports.of_sms(Report(key, Outcome.DELIVERED), at=MONDAY)
            return super().send(*said, key=key)  # type: ignore[arg-type]

    outbox.carry_one(carriers(Hasty()), at=MONDAY)
    assert stand(message) is Stand.DELIVERED
    assert not outbox.carry_one(carriers(Side()), at=MONDAY + timedelta(days=1))


def test_a_report_brings_back_what_was_given_up(office: Office) -> None:
    message = put(office, SMS)
    outbox.carry_one(carriers(Side(RefusedError(Fault.REJECTED))), at=MONDAY)
    message.refresh_from_db()
    told(message, Outcome.DELIVERED)

    assert stand(message) is Stand.DELIVERED
    assert not messages.for_a_person(office.pk).exists()


@pytest.mark.parametrize("name", ["1", "0", "-1", "x", "", "9" * 30, "١٢٣"])
def test_a_report_on_an_unknown_message_changes_nothing(sent: Message, name: str) -> None:
    assert not reports.of_sms(Report(name, Outcome.FAILED, Fault.LOST), at=LATER)
    assert stand(sent) is Stand.SENT


def test_a_report_on_another_phone_is_not_about_this_message(sent: Message) -> None:
    assert not told(sent, Outcome.FAILED, Fault.UNREACHABLE, phone="77009999999")
    assert stand(sent) is Stand.SENT


def test_whoever_reports_is_asked_soon_then_hourly(sent: Message, side: Side) -> None:
    asked = []
    at = MONDAY
    for _ in range(7):
        sent.refresh_from_db()
        assert sent.ask_at is not None
        at = sent.ask_at
        reports.ask_one(side, at=at)
        asked.append((at - MONDAY) // timedelta(minutes=1))

    assert asked == [1, 5, 15, 60, 120, 180, 240]
    assert stand(sent) is Stand.SENT


def test_asking_finds_that_it_arrived_and_asks_no_more(sent: Message, side: Side) -> None:
    side.known[str(sent.reference)] = Report(str(sent.reference), Outcome.DELIVERED)

    assert reports.ask_one(side, at=LATER)
    assert stand(sent) is Stand.DELIVERED
    assert not reports.ask_one(side, at=MONDAY + timedelta(days=9))


def test_a_provider_that_lost_it_is_noticed_and_may_find_it_again(
    sent: Message, side: Side, office: Office
) -> None:
    side.known.clear()
    for minutes in (1, 5):
        reports.ask_one(side, at=MONDAY + timedelta(minutes=minutes))
    assert stand(sent) is Stand.SENT

    reports.ask_one(side, at=MONDAY + timedelta(minutes=15))
    assert [one.fault for one in messages.for_a_person(office.pk)] == [Fault.LOST]
    told(sent, Outcome.DELIVERED)
    assert stand(sent) is Stand.DELIVERED


@pytest.mark.usefixtures("sent")
def test_three_days_without_a_word_are_a_persons_task(side: Side, office: Office) -> None:
    reports.ask_one(side, at=MONDAY + timedelta(hours=72))

    assert [one.fault for one in messages.for_a_person(office.pk)] == [Fault.NO_REPORT]


def test_a_line_that_is_down_says_nothing_about_the_message(sent: Message) -> None:
    class Down(Side):
        def find(self, _phone: str, *, key: str) -> Report | None:  # noqa: ARG002
            raise TemporaryFailureError(Fault.NO_ANSWER)

    assert reports.ask_one(Down(), at=MONDAY + timedelta(hours=80))
    assert stand(sent) is Stand.SENT


def dsn(action: str, status: str, *, to: str, code: str = "") -> bytes:
    """A delivery status notification as RFC 3464 has it, built by Python's own package."""
    whole = MIMEMultipart("report", report_type="delivery-status")
    whole["From"], whole["To"], whole["Subject"] = "MAILER-DAEMON@mx.example", to, "Undelivered Mail"
    whole.attach(MIMEText("I'm sorry to have to inform you…", "plain", "utf-8"))
    about, one = Part(), Part()
    about["Reporting-MTA"] = "dns; mx.example"
    one["Final-Recipient"] = "rfc822; ulgi@example.org"
    one["Action"], one["Status"] = action, status
    if code:
        one["Diagnostic-Code"] = code
    statuses = Part()
    statuses["Content-Type"] = "message/delivery-status"
    statuses.set_payload([about, one])
    whole.attach(statuses)
    original = EmailMessage()
    original["Message-ID"], original["Subject"] = "<k.email@office.example>", "Жауап"
    whole.attach(MIMEMessage(original))
    return whole.as_bytes()


def returned(letter: Message) -> str:
    return f"bounce+{reports.mark_of(letter)}@office.example"


DSN = [
    ("failed", "5.1.1", "", Stand.BOUNCED, Fault.NO_SUCH_ADDRESS),
    ("failed", "5.2.2", "smtp; 552 mailbox full", Stand.BOUNCED, Fault.FULL),
    ("failed", "5.7.1", "", Stand.BOUNCED, Fault.REJECTED),
    ("failed", "4.4.7", "delivery time expired", Stand.BOUNCED, Fault.UNREACHABLE),
    ("delivered", "2.0.0", "", Stand.DELIVERED, ""),
    ("delayed", "4.4.1", "", Stand.SENT, ""),
    ("relayed", "2.0.0", "", Stand.SENT, ""),
]


@pytest.mark.parametrize(("action", "status", "code", "stands", "fault"), DSN)
def test_a_returned_letter_says_what_became_of_it(
    letter: Message, action: str, status: str, code: str, stands: Stand, fault: str
) -> None:
    report = bounces.read(dsn(action, status, to=returned(letter), code=code), BOUNCES)

    assert reports.of_letter(report, at=LATER)
    assert (stand(letter), letter.fault) == (stands, fault)


def test_the_relay_may_name_the_address_itself(letter: Message) -> None:
    raw = dsn("failed", "5.1.1", to="undisclosed@office.example")
    report = bounces.read(raw, BOUNCES, returned(letter))

    assert reports.of_letter(report, at=LATER)
    assert stand(letter) is Stand.BOUNCED


def test_nobody_else_can_make_the_mark_of_a_letter(letter: Message) -> None:
    """A forged bounce must not stop a letter: number alone, another proof, another letter's number."""
    real = reports.mark_of(letter)
    others = f"{letter.pk + 1}-{real.partition('-')[2]}"
    for mark in (f"{letter.pk}", f"{letter.pk}-{'0' * 16}", others, "x-y"):
        raw = dsn("failed", "5.1.1", to=f"bounce+{mark}@office.example")
        assert not reports.of_letter(bounces.read(raw, BOUNCES), at=LATER)
    assert stand(letter) is Stand.SENT


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff",
        b"From: a@b\n\nI am on holiday",
        dsn("failed", "5.1.1", to="somebody@office.example"),
        dsn("failed", "5.1.1", to="bounce+1-2@elsewhere.example"),
        b"To: bounce+1-2@office.example\nAuto-Submitted: auto-replied\n\nI am on holiday",
    ],
)
def test_what_is_no_report_on_a_letter_of_ours_is_told_so(raw: bytes) -> None:
    with pytest.raises(NoReportError):
        bounces.read(raw, BOUNCES)


def test_the_box_needs_no_carrier_and_knows_when_it_was_read(office: Office) -> None:
    boxed = put(office, LETTER, channel=Channel.PORTAL, key="k:portal")

    assert stand(boxed) is Stand.SENT
    assert not outbox.carry_one(carriers(Side()), at=MONDAY)
    assert outbox.mark_read([boxed.pk], at=LATER) == 1
    assert outbox.mark_read([boxed.pk], at=LATER + timedelta(days=1)) == 0
    assert (stand(boxed), boxed.read_at) == (Stand.READ, LATER)


def test_a_box_that_nobody_opens_for_three_days_is_a_persons_task(office: Office) -> None:
    boxed = put(office, LETTER, channel=Channel.PORTAL, key="k:portal")

    assert not reports.ask_one(Side(), at=MONDAY + timedelta(days=2))
    reports.ask_one(Side(), at=MONDAY + timedelta(days=3))
    assert [one.fault for one in messages.for_a_person(office.pk)] == [Fault.NOT_READ]
    outbox.mark_read([boxed.pk], at=MONDAY + timedelta(days=4))
    assert not messages.for_a_person(office.pk).exists()


def test_whoever_read_it_on_the_site_need_not_be_told_again(sent: Message, office: Office) -> None:
    told(sent, Outcome.FAILED, Fault.UNREACHABLE)
    assert messages.for_a_person(office.pk).exists()

    outbox.mark_read([sent.pk], at=LATER)
    assert not messages.for_a_person(office.pk).exists()


def test_a_bounced_message_is_told_by_phone_and_settled(sent: Message, clerk: Actor, office: Office) -> None:
    told(sent, Outcome.FAILED, Fault.UNREACHABLE)
    outbox.hand_over(sent.pk, receipt="телефонмен айтылды", by=clerk, at=LATER)

    assert stand(sent) is Stand.SETTLED
    assert (sent.settled_by, sent.settled_how) == (clerk.label, "телефонмен айтылды")
    assert not messages.for_a_person(office.pk).exists()
