"""After registration: the number, what happens next, and the papers to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from qabyldau import documents
from qabyldau.documents import OralProtocolFacts
from qabyldau.people.kinds import Reveal
from qabyldau.people.roles import Right
from qabyldau.registry import actions as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.intake import Channel, OralProtocol
from qabyldau.regulation.words import Language, Words
from qabyldau.web import talon as talons
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.page import StaffRequest, now, office_of, show
from qabyldau.web.staff.register import kept
from qabyldau.web.staff.words import FLAGS

if TYPE_CHECKING:
    from qabyldau.web.talon import Talon


def _talon(request: StaffRequest, appeal_id: int) -> Talon:
    appeal = seen(request, appeal_id)
    return talons.of(office_of(request), appeal, kept.secret_of(request.session, appeal.pk))


@require_safe
def talon(request: StaffRequest, appeal_id: int) -> HttpResponse:
    found = _talon(request, appeal_id)
    spoken = Language(found.appeal.language)
    context = {
        "talon": found,
        "appeal": found.appeal,
        "sms": talons.sms(found, spoken) if found.secret else "",
        "is_oral": found.appeal.channel == Channel.ORAL and request.actor.may(Right.REVEAL_IDENTITY),
        "flags": [(FLAGS.get(flag.code, flag.code), flag.cited) for flag in found.appeal.flags.all()],
    }
    return show(request, "talon.html", context)


@require_safe
def paper(request: StaffRequest, appeal_id: int) -> HttpResponse:
    """The talon, in the applicant's language."""
    found = _talon(request, appeal_id)
    if not found.secret:
        raise Http404
    printed = documents.talon_pdf(talons.facts(found), Language(found.appeal.language))
    return pdf(printed, f"{found.appeal.number}.pdf")


@require_POST
def protocol(request: StaffRequest, appeal_id: int) -> HttpResponse:
    """The protocol of what was said, for two signatures. It carries the whole number: the journal knows."""
    appeal = seen(request, appeal_id)
    if appeal.channel != Channel.ORAL:
        raise Http404
    number = registry.reveal(appeal.pk, reason=Reveal.IDENTITY_CHECK, asked=Asked(by=request.actor, at=now()))
    found = _talon(request, appeal_id)
    printed = documents.oral_protocol_pdf(_protocol(found, number), Language(appeal.language))
    return pdf(printed, f"{appeal.number}-protocol.pdf")


def _protocol(found: Talon, number: str) -> OralProtocolFacts:
    """Whoever speaks signs: a representative for the applicant, otherwise the applicant."""
    appeal, law = found.appeal, found.appeal.edition
    wished, speaks = appeal.wished_official, appeal.representative
    represented = ", ".join(filter(None, [appeal.applicant_name, number, appeal.authority]))
    return OralProtocolFacts(
        office=found.office.name,
        addressee=wished.position if wished else found.office.name,
        number=appeal.number,
        taken_at=found.local(appeal.received_at),
        applicant=speaks or appeal.applicant_name,
        iin="" if speaks else number,
        represents=represented if speaks else "",
        address=appeal.address,
        phone=appeal.phone,
        substance=appeal.substance,
        taken_by=appeal.received_by,
        taken_by_position=Words(kk=appeal.received_position, ru=appeal.received_position),
        affirmation=law.get(OralProtocol).affirmation,
        citation=law.cite(OralProtocol),
    )


def pdf(printed: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(printed, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
