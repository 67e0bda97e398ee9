"""One contract for every mailer: it takes a letter, and tells "later" from "never"."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from qabyldau.gateways.console import ConsoleMailer, LogSms
from qabyldau.gateways.smtp import Relay, SmtpMailer
from qabyldau.ports.delivery import Mailer, RefusedError, TemporaryFailureError

TEXT = "Құрметті өтініш беруші!\nЖауап дайын."


class Post:
    """A real SMTP server's other half: answers as told and keeps what it took."""

    def __init__(self) -> None:
        self.answer = "250 OK"
        self.letters: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.letters.append(envelope.content or b"")  # type: ignore[arg-type]
        return self.answer


@pytest.fixture
def post() -> Iterator[tuple[Post, SmtpMailer]]:
    handler = Post()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, SmtpMailer(Relay("127.0.0.1", port), "qabyldau@example.org")
    controller.stop()


@pytest.fixture(params=["smtp", "console"])
def mailer(request: pytest.FixtureRequest, post: tuple[Post, SmtpMailer], tmp_path: Path) -> Mailer:
    return post[1] if request.param == "smtp" else ConsoleMailer(tmp_path)


def test_every_mailer_takes_a_kazakh_letter_and_gives_a_receipt(mailer: Mailer) -> None:
    assert mailer.send("ulgi@example.org", "Жауап", TEXT, key="journal-1-7:email").provider_id


def test_the_letter_arrives_whole_under_its_own_name(post: tuple[Post, SmtpMailer]) -> None:
    handler, mailer = post
    for _ in range(2):
        mailer.send("ulgi@example.org", "Жауап\r\nBcc: x@example.org", TEXT, key="journal-1-7:email")

    first, second = handler.letters
    assert b"<journal-1-7.email@example.org>" in first
    assert b"<journal-1-7.email@example.org>" in second
    assert b"\nBcc:" not in first


@pytest.mark.parametrize(
    ("answer", "error"),
    [("451 later", TemporaryFailureError), ("550 no such user", RefusedError)],
)
def test_later_and_never_are_told_apart(
    post: tuple[Post, SmtpMailer], answer: str, error: type[Exception]
) -> None:
    post[0].answer = answer
    with pytest.raises(error):
        post[1].send("ulgi@example.org", "Жауап", TEXT, key="k")


def test_a_server_that_is_down_is_a_temporary_failure() -> None:
    nobody = SmtpMailer(Relay("127.0.0.1", 1), "qabyldau@example.org")
    with pytest.raises(TemporaryFailureError):
        nobody.send("ulgi@example.org", "Жауап", TEXT, key="k")


def test_a_relay_is_read_from_its_address() -> None:
    relay = Relay.from_url("smtp://office:p%40ss@mail.example.org:587/?starttls=1")
    assert relay == Relay("mail.example.org", 587, "office", "p@ss", starttls=True)


def test_the_log_gateway_keeps_one_file_a_message_and_logs_no_phone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sms = LogSms(tmp_path)
    with caplog.at_level("INFO"):
        for _ in range(2):
            sms.send("+77000000001", "ZKO-2026-000001", key="k")

    assert len(list(tmp_path.iterdir())) == 1
    assert "+77000000001" not in caplog.text
