"""The confirmation: the talon, what happens next and by when, the code for tracking, the paper."""

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qabyldau import documents
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.words import Language
from qabyldau.web import talon as talons
from qabyldau.web.public.chrome import language, show, the_office
from qabyldau.web.public.request import draft as drafts
from qabyldau.web.talon import Talon

QR_SCALE = 4


def _talon(request: HttpRequest) -> Talon | None:
    """The talon of what was last sent from this browser."""
    sent = drafts.sent(request.session)
    return talons.own(the_office(), sent.appeal_id, sent.secret) if sent else None


@never_cache
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    talon = _talon(request)
    if talon is None:
        return redirect("public:request")
    context = {
        "talon": talon,
        "qr": qr(talon.track_url),
        "sms": talons.sms(talon, Language(talon.appeal.language)),
        "identity_citation": talon.appeal.edition.cite(IdentityShown),
    }
    return show(request, "public/request/done.html", talon.office, context)


@never_cache
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """The talon as a PDF in the language of the page."""
    talon = _talon(request)
    if talon is None:
        return redirect("public:request")
    answer = HttpResponse(
        documents.talon_pdf(talons.facts(talon), language()), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'attachment; filename="{talon.appeal.number}.pdf"'
    return answer


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """On a shared computer: nothing of the appeal stays in this browser."""
    request.session.flush()
    return redirect("public:home")


def qr(address: str) -> SafeString:
    """The address as a picture of squares, drawn into the page itself."""
    drawn = segno.make(address, error="m").svg_inline(scale=QR_SCALE, omitsize=True, border=2)
    return mark_safe(drawn)  # noqa: S308  # made by segno from our own address
