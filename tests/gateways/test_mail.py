"""One contract for every mailer: it takes a letter, and tells "later" from "never"."""

import email
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.policy import default
from pathlib import Path
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from qabyldau.gateways.calling import Patience
from qabyldau.gateways.console import ConsoleMailer, LogSms
from qabyldau.gateways.smtp import From, Relay, SmtpMailer
from qabyldau.ports.delivery import Enclosure, Fault, Mail, Mailer, RefusedError, TemporaryFailureError

TEXT = "Құрметті өтініш беруші!\nЖауап дайын."
MAIL = Mail("ulgi@example.org", "Жауап", TEXT, "journal-1-7:email", mark="7-0123456789abcdef", language="kk")
FROM = From("qabyldau@example.org", "Әкім аппараты", "bounce@example.org")
HASTY = Patience(connect=1.0, answer=0.5)


class Post:
    """A real SMTP server's other half: answers as told and keeps what it took."""

    def __init__(self) -> None:
        self.answer = self.at_recipient = "250 OK"
        self.letters: list[Envelope] = []

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
            envelope.rcpt_options.extend(options)
        return self.at_recipient

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.letters.append(envelope)
        return self.answer


@pytest.fixture
def post() -> Iterator[tuple[Post, SmtpMailer]]:
    handler = Post()
    controller = Controller(handler, hostname="127.0.0.1", port=_free_port())
    controller.start()
    yield handler, SmtpMailer(Relay("127.0.0.1", controller.port), FROM)
    controller.stop()


def content(envelope: Envelope) -> bytes:
    assert isinstance(envelope.content, bytes)
    return envelope.content


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(params=["smtp", "console"])
def mailer(request: pytest.FixtureRequest, post: tuple[Post, SmtpMailer], tmp_path: Path) -> Mailer:
    return post[1] if request.param == "smtp" else ConsoleMailer(tmp_path)


def test_every_mailer_takes_a_kazakh_letter_and_gives_a_receipt(mailer: Mailer) -> None:
    assert mailer.send(MAIL).provider_id
    assert mailer.send(replace(MAIL, enclosure=Enclosure("04-12.pdf", b"%PDF-1.7"))).provider_id


def test_the_letter_arrives_whole_under_its_own_name(post: tuple[Post, SmtpMailer]) -> None:
    handler, mailer = post
    for _ in range(2):
        mailer.send(replace(MAIL, subject="Жауап\r\nBcc: x@example.org"))

    first, second = (content(one) for one in handler.letters)
    assert b"<journal-1-7.email@example.org>" in first
    assert b"<journal-1-7.email@example.org>" in second
    assert b"\nBcc:" not in first


def test_programs_can_see_that_a_program_wrote_it(post: tuple[Post, SmtpMailer]) -> None:
    handler, mailer = post
    mailer.send(replace(MAIL, enclosure=Enclosure("04-12.pdf", b"%PDF-1.7")))
    letter = email.message_from_bytes(content(handler.letters[0]), policy=default)

    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Id"] == "<letters.example.org>"
    assert letter["Content-Language"] == "kk"
    assert letter["From"] == "Әкім аппараты <qabyldau@example.org>"
    papers = [(one.get_filename(), one.get_content()) for one in letter.iter_attachments()]
    assert papers == [("04-12.pdf", b"%PDF-1.7")]


def test_a_returned_letter_will_name_itself(post: tuple[Post, SmtpMailer]) -> None:
    handler, mailer = post
    mailer.send(MAIL)

    assert handler.letters[0].mail_from == "bounce+7-0123456789abcdef@example.org"


@pytest.mark.parametrize(
    ("at_recipient", "answer", "error", "fault"),
    [
        ("250 OK", "451 4.7.1 greylisted", TemporaryFailureError, Fault.BUSY),
        ("450 4.2.1 later", "250 OK", TemporaryFailureError, Fault.BUSY),
        ("550 5.1.1 no such user", "250 OK", RefusedError, Fault.NO_SUCH_ADDRESS),
        ("550 no such user", "250 OK", RefusedError, Fault.NO_SUCH_ADDRESS),
        ("250 OK", "552 5.2.2 mailbox full", RefusedError, Fault.FULL),
        ("250 OK", "554 5.7.1 spam", RefusedError, Fault.REJECTED),
    ],
)
def test_later_and_never_are_told_apart(
    post: tuple[Post, SmtpMailer], at_recipient: str, answer: str, error: type[Exception], fault: Fault
) -> None:
    post[0].at_recipient, post[0].answer = at_recipient, answer
    with pytest.raises(error, match=f"^{fault}$"):
        post[1].send(MAIL)


def test_a_server_that_is_down_is_a_temporary_failure() -> None:
    nobody = SmtpMailer(Relay("127.0.0.1", 1), FROM)
    with pytest.raises(TemporaryFailureError, match=Fault.NO_CONNECTION):
        nobody.send(MAIL)


def test_a_wrong_password_is_not_the_letters_fault(post: tuple[Post, SmtpMailer]) -> None:
    """A server that knows no passwords: whatever goes wrong at the door, no letter is given up for it."""
    relay = replace(post[1].relay, user="office", password="wrong")

    with pytest.raises(TemporaryFailureError):
        replace(post[1], relay=relay).send(MAIL)


def test_a_server_without_the_encryption_we_ask_for_gets_nothing(post: tuple[Post, SmtpMailer]) -> None:
    relay = replace(post[1].relay, starttls=True)

    with pytest.raises(TemporaryFailureError, match=Fault.NOT_SECURE):
        replace(post[1], relay=relay).send(MAIL)
    assert not post[0].letters


Talk = Callable[[socket.socket], None]


def _silent(_line: socket.socket) -> None:
    return


def _garbage(line: socket.socket) -> None:
    line.sendall(b"\x00\xff garbage\r\n")


def _drip(line: socket.socket) -> None:
    """A byte at a time: no single wait is long, the whole never ends."""
    try:
        for _ in range(200):
            line.sendall(b"2")
            line.settimeout(0.02)
            try:
                if not line.recv(100):
                    return
            except TimeoutError:
                continue
    except OSError:
        return


def _reset(line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    line.close()


def _mute_after_data(line: socket.socket) -> None:
    """Takes the letter and never says so."""
    line.sendall(b"220 here\r\n")
    for answer in (b"250 hello\r\n", b"250 OK\r\n", b"250 OK\r\n", b"354 go on\r\n"):
        line.recv(4096)
        line.sendall(answer)
    line.recv(65536)


@pytest.fixture
def raw() -> Iterator[Callable[[Talk], int]]:
    """A server that talks as told, on a plain socket; its port."""
    listening = socket.create_server(("127.0.0.1", 0))
    lines: list[socket.socket] = []

    def serve(talk: Talk) -> int:
        def run() -> None:
            try:
                lines.append(listening.accept()[0])
                talk(lines[-1])
            except OSError:
                return

        Thread(target=run, daemon=True).start()
        return int(listening.getsockname()[1])

    yield serve
    for line in lines:
        line.close()
    listening.close()


@pytest.mark.parametrize(
    ("talk", "faults"),
    [
        (_silent, {Fault.NO_ANSWER}),
        (_garbage, {Fault.NO_ANSWER, Fault.BLOCKED}),
        (_drip, {Fault.NO_ANSWER}),
        (_reset, {Fault.NO_ANSWER}),
        (_mute_after_data, {Fault.NO_ANSWER}),
    ],
    ids=["silent", "garbage", "a byte at a time", "reset", "takes and falls silent"],
)
def test_a_relay_out_of_its_mind_is_a_temporary_failure_and_soon_one(
    raw: Callable[[Talk], int], talk: Talk, faults: set[Fault]
) -> None:
    mailer = SmtpMailer(Relay("127.0.0.1", raw(talk)), FROM, HASTY)

    with pytest.raises(TemporaryFailureError) as failure:
        mailer.send(MAIL)
    assert str(failure.value) in faults


def test_bad_tls_is_a_temporary_failure(raw: Callable[[Talk], int]) -> None:
    mailer = SmtpMailer(Relay("127.0.0.1", raw(_garbage), tls=True), FROM, HASTY)

    with pytest.raises(TemporaryFailureError, match=f"{Fault.NOT_SECURE}|{Fault.NO_ANSWER}"):
        mailer.send(MAIL)


def test_a_relay_is_read_from_its_address() -> None:
    relay = Relay.from_url("smtp://office:p%40ss@mail.example.org:587/?starttls=1")
    assert relay == Relay("mail.example.org", 587, "office", "p@ss", starttls=True)


def test_only_a_relay_that_is_told_so_goes_unverified() -> None:
    told = Relay.from_url("smtps://mail.example.org:465/?verify=0")

    assert told.trust().verify_mode is ssl.CERT_NONE
    assert Relay.from_url("smtps://mail.example.org:465/").trust().verify_mode is ssl.CERT_REQUIRED


def test_the_log_gateway_keeps_one_file_a_message_and_logs_no_phone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sms = LogSms(tmp_path)
    with caplog.at_level("INFO"):
        for _ in range(2):
            sms.send("+77000000001", "ZKO-2026-000001", key="1")

    assert len(list(tmp_path.iterdir())) == 1
    assert "+77000000001" not in caplog.text
    assert sms.find("+77000000001", key="1") is None
