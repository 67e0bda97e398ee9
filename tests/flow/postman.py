"""Messages to carry, and another side that fails, falls silent or knows, as told."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from qabyldau.outbox import actions as outbox
from qabyldau.outbox.actions import Carriers, Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.models import Message
from qabyldau.people.models import Office
from qabyldau.ports.delivery import Enclosure, Fault, Mail, Outcome, Receipt, Report, TemporaryFailureError
from tests.flow.conftest import MONDAY

LETTER = Owed(
    key="k:email", about="appeal:1", notice="left", channel=Channel.EMAIL, language="kk",
    address="ulgi@example.org", subject="Жауап", text="Мәтін",
)  # fmt: skip
SMS = replace(LETTER, key="k:sms", channel=Channel.SMS, address="+77000000001", subject="")


class Side:
    """The other side: fails as told, then takes everything, and remembers what it took."""

    def __init__(self, *faults: Exception, silent_after_taking: bool = False, reports: bool = False) -> None:
        self.faults = list(faults)
        self.silent = silent_after_taking
        self.reports = reports
        self.taken: list[str] = []
        self.mails: list[Mail] = []
        self.known: dict[str, Report] = {}

    def send(self, *said: Mail | str, key: str = "") -> Receipt:
        """Both ports at once: a letter comes whole, a short message with its phone and key."""
        for mail in said:
            if isinstance(mail, Mail):
                self.mails.append(mail)
                key = mail.key
        if self.faults:
            raise self.faults.pop(0)
        self.taken.append(key)
        self.known[key] = Report(key, Outcome.ON_ITS_WAY)
        if self.silent:
            raise TemporaryFailureError(Fault.NO_ANSWER)
        return Receipt(f"id-{key}", reports=self.reports)

    def find(self, _phone: str, *, key: str) -> Report | None:
        return self.known.get(key)


def carriers(side: Side, paper: Enclosure | None = None) -> Carriers:
    return Carriers(mailer=side, sms=side, paper_of=lambda _message: paper)


def put(office: Office, owed: Owed, *, at: datetime = MONDAY, **changes: object) -> Message:
    with transaction.atomic():
        return outbox.put(office.pk, [replace(owed, **changes)], at=at)[0]  # type: ignore[arg-type]
