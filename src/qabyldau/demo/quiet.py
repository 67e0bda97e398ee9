"""Gateways that carry the letters of the past: nobody is there to read them any more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as letters
from qabyldau.outbox.actions import Carriers
from qabyldau.ports.delivery import Mail, Receipt, Report
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor

REGISTERED_LETTER = Words(kk="тапсырысты хат № {}", ru="заказное письмо № {}")


class QuietMailer:
    def send(self, mail: Mail) -> Receipt:
        return Receipt(provider_id=f"sample:{mail.key}")


class QuietSms:
    def send(self, phone: str, text: str, *, key: str) -> Receipt:  # noqa: ARG002
        return Receipt(provider_id=f"sample:{key}")

    def find(self, phone: str, *, key: str) -> Report | None:  # noqa: ARG002
        return None


CARRIERS = Carriers(mailer=QuietMailer(), sms=QuietSms())


def carry(at: datetime) -> int:
    """Everything that waits for a gateway at that moment; returns how many messages there were."""
    count = 0
    while letters.due(at):
        outbox.carry_one(CARRIERS, at=at)
        count += 1
    return count


def post_papers(by: Actor, at: datetime) -> int:
    """What has to go on paper, printed and posted."""
    waiting = list(letters.for_a_person(by.office_id))
    for message in waiting:
        receipt = REGISTERED_LETTER[Language(message.language)].format(f"KZ-{message.pk:06d}")
        outbox.hand_over(message.pk, receipt=receipt, by=by, at=at)
    return len(waiting)
