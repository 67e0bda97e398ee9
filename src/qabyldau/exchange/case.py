"""An appeal in the words of the port: what leaves the office about it, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.exchange import items
from qabyldau.people.identifiers import cleaned
from qabyldau.people.queries import number_of
from qabyldau.ports.eotinish import Applicant, Case, Paper
from qabyldau.registry import queries as appeals

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


def of(appeal_id: int) -> Case:
    appeal = appeals.whole(appeal_id)
    return Case(
        number=appeal.number,
        received_at=appeal.received_at,
        registered_at=appeal.registered_at,
        channel=items.channel(appeal.channel),
        language=items.LANGUAGES[appeal.language],
        topic=items.TOPICS[appeal.topic],
        applicant=_applicant(appeal),
        people_count=appeal.people_count,
        substance=appeal.substance,
        papers=tuple(
            Paper(one.name, one.kind, one.size, one.sha256) for one in appeal.attachments.order_by("pk")
        ),
    )


def _applicant(appeal: Appeal) -> Applicant:
    """A number of another document is no ИИН: the field stays empty."""
    number = "" if appeal.applicant.document else cleaned(number_of(appeal.applicant))
    return Applicant(
        kind=items.KINDS[appeal.applicant.kind],
        name=appeal.applicant_name,
        number=number,
        representative=appeal.representative,
        phone=appeal.phone,
        email=appeal.email,
        address=appeal.address,
    )
