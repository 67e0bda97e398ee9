"""E-mail by SMTP. DKIM and bounces are the relay's part."""

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import parse_qs, unquote, urlsplit

from qabyldau.ports.delivery import Receipt, RefusedError, TemporaryFailureError

CONNECT_SECONDS = 10
PERMANENT = range(500, 600)
DEFAULT_PORT = 25


@dataclass(frozen=True, slots=True)
class Relay:
    """Where mail goes: smtp://user:password@host:port/?starttls=1, or smtps:// for TLS from the start."""

    host: str
    port: int = DEFAULT_PORT
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False

    @classmethod
    def from_url(cls, url: str) -> "Relay":
        parts = urlsplit(url)
        return cls(
            host=parts.hostname or "localhost",
            port=parts.port or DEFAULT_PORT,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            starttls=parse_qs(parts.query).get("starttls") == ["1"],
            tls=parts.scheme == "smtps",
        )


class SmtpMailer:
    """One connection a message: a reception writes tens of letters a day, not thousands."""

    def __init__(self, relay: Relay, sender: str) -> None:
        self.relay = relay
        self.sender = sender

    def send(self, address: str, subject: str, text: str, *, key: str) -> Receipt:
        letter = self._letter(address, subject, text, key)
        try:
            with self._connection() as server:
                refused = server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as refusal:
            raise _fault(max(code for code, _ in refusal.recipients.values())) from refusal
        except smtplib.SMTPResponseException as answer:
            raise _fault(answer.smtp_code) from answer
        except (OSError, smtplib.SMTPException) as failure:
            raise TemporaryFailureError(type(failure).__name__) from failure
        if refused:
            raise _fault(max(code for code, _ in refused.values()))
        return Receipt(provider_id=str(letter["Message-ID"]))

    def _letter(self, address: str, subject: str, text: str, key: str) -> EmailMessage:
        letter = EmailMessage(policy=SMTP)
        letter["From"] = self.sender
        letter["To"] = address
        letter["Subject"] = " ".join(subject.split())
        letter["Message-ID"] = f"<{key.replace(':', '.')}@{self.sender.rpartition('@')[2]}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(text)
        return letter

    def _connection(self) -> smtplib.SMTP:
        kind = smtplib.SMTP_SSL if self.relay.tls else smtplib.SMTP
        server = kind(self.relay.host, self.relay.port, timeout=CONNECT_SECONDS)
        if self.relay.starttls:
            server.starttls()
        if self.relay.user:
            server.login(self.relay.user, self.relay.password)
        return server


def _fault(code: int) -> Exception:
    return RefusedError(str(code)) if code in PERMANENT else TemporaryFailureError(str(code))
