"""Turn what an act owes the applicant into messages: one letter, by each way that reaches them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from qabyldau import letters
from qabyldau.letters.facts import Body, Heading
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.registry.models import Appeal
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.people.models import Office


# Their reasons do not fit a short message: without e-mail they go on paper as well.
REASONED = frozenset({Notice.LEFT, Notice.REFUSAL, Notice.EXTENSION, Notice.FINAL_ANSWER})


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice says beyond its heading."""

    notice: Notice
    body: Body


def heading(appeal: Appeal, office: Office, citation: Citation) -> Heading:
    local = appeal.registered_at.astimezone(ZoneInfo(office.zone))
    return Heading(
        office=office.name,
        office_address=office.address,
        office_phone=office.phone,
        number=appeal.number,
        applicant=appeal.representative or appeal.applicant_name,
        registered_at=local,
        track_url=f"{settings.PUBLIC_URL}/{appeal.language}/track/",
        citation=citation,
    )


def owed(appeal: Appeal, office: Office, told: Told, citation: Citation, *, key: str) -> list[Owed]:
    """By e-mail and SMS where the applicant left them; on paper what no short message can carry, or all."""
    language = Language(appeal.language)
    letter = letters.render(told.notice, language, heading(appeal, office, citation), told.body)
    ways = [(Channel.EMAIL, appeal.email, letter.text), (Channel.SMS, appeal.phone, letter.sms)]
    reaching = [way for way in ways if way[1]]
    if not reaching or (told.notice in REASONED and not appeal.email):
        reaching.append((Channel.PAPER, appeal.address, letter.text))
    return [
        Owed(
            key=f"{key}:{channel}",
            about=appeal.key,
            notice=told.notice,
            channel=channel,
            language=language,
            address=address[:254],
            subject=letter.subject,
            text=text,
        )
        for channel, address, text in reaching
    ]
