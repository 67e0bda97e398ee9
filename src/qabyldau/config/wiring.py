"""Which adapter serves which port, by settings."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from qabyldau.config.environment import ENVIRONMENT, Line
from qabyldau.gateways.console import ConsoleMailer, LogSms
from qabyldau.gateways.eotinish.envelope import Sender
from qabyldau.gateways.eotinish.manual import ManualEOtinish
from qabyldau.gateways.eotinish.shep import Channel, ShepEOtinish
from qabyldau.gateways.eotinish.signature import Keys
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.smtp import Relay, SmtpMailer
from qabyldau.outbox.actions import Carriers
from qabyldau.ports.delivery import Mailer

SIMULATOR_PORT = 8090


def mailer() -> Mailer:
    if settings.SMTP_URL:
        return SmtpMailer(Relay.from_url(settings.SMTP_URL), settings.DEFAULT_FROM_EMAIL)
    return ConsoleMailer(settings.VAR / "outgoing" / "mail")


def carriers() -> Carriers:
    return Carriers(mailer=mailer(), sms=LogSms(settings.VAR / "outgoing" / "sms"))


def simulator_folder() -> Path:
    """Where a running simulator leaves the certificates it made."""
    return Path(settings.VAR) / "simulator"


def shep() -> ShepEOtinish | None:
    """The line of ШЭП, to the register or to the simulator; None: people carry by hand.

    Made anew each time, so that certificates replaced on the disk are believed from the next message on.
    """
    if settings.EOTINISH is Line.MANUAL:
        return None
    sender = Sender(
        ENVIRONMENT.eotinish_service,
        ENVIRONMENT.eotinish_sender or settings.OFFICE,
        ENVIRONMENT.eotinish_password.get_secret_value(),
    )
    url = ENVIRONMENT.eotinish_url or f"http://127.0.0.1:{SIMULATOR_PORT}/"
    return ShepEOtinish(Channel(url, sender, Path(settings.VAR) / "inbox" / "eotinish"), _keys())


def eotinish() -> ShepEOtinish | ManualEOtinish:
    return shep() or ManualEOtinish()


def _keys() -> Keys:
    key, certificate = ENVIRONMENT.eotinish_key, ENVIRONMENT.eotinish_certificate
    if settings.EOTINISH is Line.SIMULATOR or not (key and certificate and ENVIRONMENT.eotinish_trusted):
        return certificates.office_keys(simulator_folder(), timezone.now())
    password = ENVIRONMENT.eotinish_key_password
    opened = password.get_secret_value().encode() if password else None
    return Keys.read(key, certificate, ENVIRONMENT.eotinish_trusted, opened)
