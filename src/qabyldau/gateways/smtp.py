"""E-mail by SMTP. DKIM is the relay's part; what it cannot deliver comes back to `gateways.bounces`."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from threading import Timer
from urllib.parse import parse_qs, unquote, urlsplit

from qabyldau.gateways.calling import Patience, cut
from qabyldau.gateways.mailbox import fault_of, returning
from qabyldau.ports.delivery import Fault, Mail, Receipt, RefusedError, TemporaryFailureError

DEFAULT_PORT = 25
PERMANENT = range(500, 600)
# The relay gets longer for its last word: silence after it has taken a letter would bring it twice.
PATIENCE = Patience(connect=3.0, answer=40.0)


@dataclass(frozen=True, slots=True)
class Relay:
    """Where mail goes: smtp://user:password@host:port/?starttls=1, or smtps:// for TLS from the start.

    `verify=0` believes any certificate: only for a relay on the same machine.
    """

    host: str
    port: int = DEFAULT_PORT
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    verify: bool = True

    @classmethod
    def from_url(cls, url: str) -> Relay:
        parts = urlsplit(url)
        asked = parse_qs(parts.query)
        return cls(
            host=parts.hostname or "localhost",
            port=parts.port or DEFAULT_PORT,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            starttls=asked.get("starttls") == ["1"],
            tls=parts.scheme == "smtps",
            verify=asked.get("verify") != ["0"],
        )

    def trust(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if not self.verify:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context


@dataclass(frozen=True, slots=True)
class From:
    """Whose letters they are. `bounces`: the mailbox to which undelivered ones return, marked."""

    address: str
    name: str = ""
    bounces: str = ""

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


class _Line(smtplib.SMTP):
    """A line with two patiences: one for the connection, one for each word after it."""

    def __init__(self, relay: Relay, patience: Patience) -> None:
        super().__init__(timeout=patience.answer)
        self.relay, self.patience = relay, patience
        # smtplib takes it from its constructor alone, and needs it to know the certificate.
        self._host = relay.host

    def _get_socket(self, host: str, port: int, _timeout: float) -> socket.socket:
        connection = socket.create_connection((host, port), self.patience.connect)
        connection.settimeout(self.patience.answer)
        return connection


class _SecureLine(_Line):
    """TLS from the first word on."""

    def _get_socket(self, host: str, port: int, _timeout: float) -> socket.socket:
        connection = super()._get_socket(host, port, _timeout)
        return self.relay.trust().wrap_socket(connection, server_hostname=host)


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """One connection a letter: a reception writes tens of letters a day, not thousands."""

    relay: Relay
    sender: From
    patience: Patience = field(default=PATIENCE)

    def send(self, mail: Mail) -> Receipt:
        letter = self._letter(mail)
        with _translated(), self._line() as line:
            self._introduced(line)
            self._carried(line, mail, letter)
        return Receipt(str(letter["Message-ID"]))

    @contextmanager
    def _line(self) -> Iterator[smtplib.SMTP]:
        """Connected, and cut when the whole of it takes too long, however slowly the other side speaks."""
        line = self._unconnected()
        timer = Timer(self.patience.connect + self.patience.answer, lambda: cut(line.sock))
        timer.daemon = True
        timer.start()
        try:
            line.connect(self.relay.host, self.relay.port)
            yield line
            line.quit()
        finally:
            timer.cancel()
            line.close()

    def _unconnected(self) -> smtplib.SMTP:
        if self.relay.tls:
            return _SecureLine(self.relay, self.patience)
        return _Line(self.relay, self.patience)

    def _introduced(self, line: smtplib.SMTP) -> None:
        line.ehlo_or_helo_if_needed()
        if self.relay.starttls:
            line.starttls(context=self.relay.trust())
            line.ehlo()
        if self.relay.user:
            line.login(self.relay.user, self.relay.password)

    def _carried(self, line: smtplib.SMTP, mail: Mail, letter: EmailMessage) -> None:
        """Where the relay knows how, it is asked to say as well that a letter arrived."""
        reports = bool(self.sender.bounces and line.has_extn("dsn"))
        line.sendmail(
            returning(self.sender.bounces, mail.mark) or self.sender.address,
            [mail.address],
            letter.as_bytes(policy=SMTP),
            mail_options=["RET=HDRS"] if reports else [],
            rcpt_options=["NOTIFY=SUCCESS,FAILURE"] if reports else [],
        )

    def _letter(self, mail: Mail) -> EmailMessage:
        letter = EmailMessage(policy=SMTP)
        letter["From"] = formataddr((self.sender.name, self.sender.address))
        letter["To"] = mail.address
        letter["Subject"] = " ".join(mail.subject.split())
        letter["Date"] = format_datetime(datetime.now(UTC))
        letter["Message-ID"] = f"<{mail.key.replace(':', '.')}@{self.sender.domain}>"
        letter["List-Id"] = f"<letters.{self.sender.domain}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(mail.text)
        if mail.enclosure:
            letter.add_attachment(
                mail.enclosure.content, maintype="application", subtype="pdf", filename=mail.enclosure.name
            )
        if mail.language:
            letter["Content-Language"] = mail.language
        return letter


@contextmanager
def _translated() -> Iterator[None]:
    """What smtplib raises, in our words. Only a refused addressee or letter is refused for good."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as refusal:
        code, said = max(refusal.recipients.values())
        raise _answered(code, said) from refusal
    except smtplib.SMTPDataError as answer:
        raise _answered(answer.smtp_code, answer.smtp_error) from answer
    except smtplib.SMTPAuthenticationError as fault:
        raise TemporaryFailureError(Fault.SIGN_IN) from fault
    except smtplib.SMTPResponseException as fault:
        raise TemporaryFailureError(Fault.BLOCKED) from fault
    except (smtplib.SMTPServerDisconnected, ssl.SSLEOFError, ConnectionResetError) as fault:
        raise TemporaryFailureError(Fault.NO_ANSWER) from fault
    except (smtplib.SMTPNotSupportedError, ssl.SSLError) as fault:
        raise TemporaryFailureError(Fault.NOT_SECURE) from fault
    except OSError as fault:
        raise TemporaryFailureError(Fault.NO_CONNECTION) from fault


def _answered(code: int, said: bytes | str) -> Exception:
    words = said.decode("utf-8", "replace") if type(said) is bytes else str(said)
    if code in PERMANENT:
        return RefusedError(fault_of(words, code))
    return TemporaryFailureError(Fault.BUSY)
