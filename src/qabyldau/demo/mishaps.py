"""What became of the last letters of the sample year: most arrived, a few wait for somebody."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries, reports
from qabyldau.outbox.kinds import Channel, Stand
from qabyldau.ports.delivery import Fault, Outcome, Report

if TYPE_CHECKING:
    from qabyldau.people.models import Office

REPORTED, READ = 60, 12
# Which of the last short messages did not arrive, and why.
WRONG = {3: Fault.NO_SUCH_ADDRESS, 11: Fault.UNREACHABLE, 24: Fault.EXPIRED}
RETURNED = {2: Fault.FULL}


def happen(office: Office, at: datetime) -> None:
    sms = list(queries.standing(office.pk, Stand.SENT).filter(channel=Channel.SMS)[:REPORTED])
    for place, message in enumerate(sms):
        fault = WRONG.get(place)
        outcome = Outcome.FAILED if fault else Outcome.DELIVERED
        reports.of_sms(Report(str(message.reference), outcome, fault), at=at)
    letters = list(queries.standing(office.pk, Stand.SENT).filter(channel=Channel.EMAIL)[:REPORTED])
    for place, fault in RETURNED.items():
        reports.of_letter(Report(reports.mark_of(letters[place]), Outcome.FAILED, fault), at=at)
    outbox.mark_read([one.pk for one in letters[-READ:]], at=at)
