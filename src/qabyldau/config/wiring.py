"""Which adapter serves which port, by settings."""

from django.conf import settings

from qabyldau.gateways.console import ConsoleMailer, LogSms
from qabyldau.gateways.smtp import Relay, SmtpMailer
from qabyldau.outbox.actions import Carriers
from qabyldau.ports.delivery import Mailer


def mailer() -> Mailer:
    if settings.SMTP_URL:
        return SmtpMailer(Relay.from_url(settings.SMTP_URL), settings.DEFAULT_FROM_EMAIL)
    return ConsoleMailer(settings.VAR / "outgoing" / "mail")


def carriers() -> Carriers:
    return Carriers(mailer=mailer(), sms=LogSms(settings.VAR / "outgoing" / "sms"))
