"""Which adapter serves which port, by settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from qabyldau.config.delivery import DELIVERY, SmsLine
from qabyldau.config.environment import ENVIRONMENT, Line, Verifier, Video
from qabyldau.gateways.console import ConsoleMailer, LogSms
from qabyldau.gateways.eotinish.envelope import Sender
from qabyldau.gateways.eotinish.manual import ManualEOtinish
from qabyldau.gateways.eotinish.shep import Channel, ShepEOtinish
from qabyldau.gateways.eotinish.signature import Keys
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.signature.chain import Anchors
from qabyldau.gateways.signature.local import LocalVerifier
from qabyldau.gateways.signature.ncanode import NcaNode
from qabyldau.gateways.signature.responder import Responder
from qabyldau.gateways.signature.revocation import Lists, Revocations, Source
from qabyldau.gateways.smsc import Account, SmscGateway
from qabyldau.gateways.smshttp import Description, HttpSms, Secrets
from qabyldau.gateways.smtp import From, Relay, SmtpMailer
from qabyldau.gateways.video.bigbluebutton import BigBlueButtonRooms
from qabyldau.gateways.video.jitsi import JitsiRooms
from qabyldau.outbox.actions import Carriers
from qabyldau.papers import queries as papers
from qabyldau.papers import rendering
from qabyldau.ports.delivery import Enclosure, Mailer
from qabyldau.ports.signature import SignatureVerifier
from qabyldau.ports.video import VideoRooms
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message
    from qabyldau.ports.delivery import ReportReader, SmsGateway

SIMULATOR_PORT = 8090


def mailer() -> Mailer:
    if settings.SMTP_URL:
        sender = From(settings.DEFAULT_FROM_EMAIL, DELIVERY.mail_name, DELIVERY.bounce_address)
        return SmtpMailer(Relay.from_url(settings.SMTP_URL), sender)
    return ConsoleMailer(settings.VAR / "outgoing" / "mail")


def sms() -> SmsGateway:
    return sms_provider() or LogSms(settings.VAR / "outgoing" / "sms")


def sms_provider() -> SmscGateway | HttpSms | None:
    """The provider that also reports; None: short messages go into files."""
    if DELIVERY.sms is SmsLine.SMSC:
        return SmscGateway(
            Account(
                login=DELIVERY.sms_login,
                password=DELIVERY.sms_password.get_secret_value(),
                api_key=DELIVERY.sms_token.get_secret_value(),
                sender=DELIVERY.sms_sender,
                secret=DELIVERY.sms_secret.get_secret_value(),
                url=DELIVERY.sms_url,
            )
        )
    return _described(DELIVERY.sms_file) if DELIVERY.sms is SmsLine.HTTP and DELIVERY.sms_file else None


def _described(file: Path) -> HttpSms:
    secrets = Secrets(
        login=DELIVERY.sms_login,
        password=DELIVERY.sms_password.get_secret_value(),
        token=DELIVERY.sms_token.get_secret_value(),
        sender=DELIVERY.sms_sender,
        secret=DELIVERY.sms_secret.get_secret_value(),
    )
    return HttpSms(Description.from_file(file), secrets)


def report_reader() -> ReportReader | None:
    return sms_provider()


def enclosed(message: Message) -> Enclosure | None:
    """The numbered paper that goes with a letter, in the language of the letter."""
    if message.paper_id is None:
        return None
    paper = papers.paper(message.office_id, message.paper_id)
    name = f"{paper.number}.pdf".replace("/", "-")
    return Enclosure(name, rendering.pdf(paper, Language(message.language)))


def carriers() -> Carriers:
    return Carriers(mailer=mailer(), sms=sms(), paper_of=enclosed)


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
    keys = Keys.read(key, certificate, ENVIRONMENT.eotinish_trusted, opened)
    verifier = signatures() if ENVIRONMENT.eotinish_check_revocation else None
    return replace(keys, certify=verifier.certificate) if verifier else keys


def signatures() -> SignatureVerifier | None:
    """Who verifies signatures; None: nobody, and the pages say so.

    Made anew each time, so that roots replaced on the disk are believed from the next signature on.
    """
    is_required = not ENVIRONMENT.signature_may_be_unchecked
    if ENVIRONMENT.signature is Verifier.NCANODE:
        return NcaNode(ENVIRONMENT.signature_url, is_required)
    if ENVIRONMENT.signature is Verifier.LOCAL and ENVIRONMENT.signature_trusted:
        return LocalVerifier(
            Anchors.read(ENVIRONMENT.signature_trusted), Revocations(_sources(), is_required)
        )
    return None


def _sources() -> list[Source]:
    folder = ENVIRONMENT.signature_lists or Path(settings.VAR) / "revoked"
    lists = Lists(folder, ENVIRONMENT.signature_list_urls)
    responder = ENVIRONMENT.signature_ocsp_url
    return [Responder(responder), lists] if responder else [lists]


def video() -> VideoRooms | None:
    """The office's own video server; None: there is none, and the pages say so."""
    url, secret = ENVIRONMENT.video_url, ENVIRONMENT.video_secret.get_secret_value()
    if ENVIRONMENT.video is Video.JITSI:
        return JitsiRooms(url, ENVIRONMENT.video_application, secret)
    return BigBlueButtonRooms(url, secret) if ENVIRONMENT.video is Video.BIGBLUEBUTTON else None
