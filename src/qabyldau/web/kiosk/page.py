"""One step: number and code in, the own hour out. A person still checks identity at the desk.

Nothing is kept in this browser: the next visitor finds an empty page. A scanner types like a keyboard, so
number and code may also come in one field, with a space between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.people.actor import Actor
from qabyldau.reception import presence, queries
from qabyldau.reception.queries import InLine
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import queries as review
from qabyldau.web.address import client_address
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.request.forms import LineInput
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.people.models import Office
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation
    from qabyldau.review.models import Appointment

UNPROCESSABLE = 422
# After so long the answer gives way to the empty page, for the next visitor.
SHOWN_SECONDS = 45
# A hall of 300 people in a morning, each with a slip of the hand; a talon's own limit of tries stays.
TRIES_A_KIOSK = 300


class KioskForm(forms.Form):
    """What stands on the talon."""

    use_required_attribute = False
    number = forms.CharField(
        label=_("Number of the appeal"),
        max_length=80,
        widget=LineInput("twenty", autocomplete="off", autocapitalize="characters", spellcheck="false"),
        error_messages={"required": _("Enter the number of the appeal")},
    )
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        required=False,
        # A scanner may send both in the first field: asked for otherwise, so not called optional.
        widget=LineInput("twenty", sometimes=True, autocomplete="off", spellcheck="false"),
    )

    def typed(self) -> tuple[str, str]:
        """Number and code, however the scanner sent them."""
        number, code = self.cleaned_data["number"], self.cleaned_data["code"]
        if not code and len(parts := number.split()) > 1:
            return parts[0], "".join(parts[1:])
        return number, code


@dataclass(frozen=True, slots=True)
class Answer:
    """What the screen says: numbers, hours and rooms; no name. `against`: why there is nothing to do here."""

    number: str
    appointment: Appointment | None = None
    visit: Visit | None = None
    line: InLine | None = None
    against: str = ""
    citation: Citation | None = None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kiosk(request: HttpRequest) -> HttpResponse:
    """Empty until somebody types; the answer goes away by itself."""
    office, at = the_office(), now()
    form = KioskForm(request.POST or None)
    answer: Answer | None = None
    if form.is_valid():
        here = f"kiosk:{client_address(request)}"
        found = registry.by_talon(office, *form.typed(), address=here, at=at, most=TRIES_A_KIOSK)
        answer = _said(office, found, at) if found else None
        if found is None:
            form.add_error(
                None, gettext("Nothing was found. Compare both with the talon, or go to the desk.")
            )
    status = UNPROCESSABLE if form.errors else 200
    response = show(request, "kiosk/kiosk.html", office, {"form": form, "answer": answer}, status)
    if answer:
        response["Refresh"] = f"{SHOWN_SECONDS}; url={reverse('public:kiosk')}"
    return response


def _said(office: Office, appeal: Appeal, at: datetime) -> Answer:
    visit = queries.here(appeal)
    if visit is not None:
        return Answer(appeal.number, visit=visit, line=queries.place_of(appeal, at))
    appointment = review.live_appointment(appeal)
    try:
        presence.announce(appeal.pk, asked=Asked(by=Actor.applicant(office.pk, appeal.pk), at=at))
    except UnlawfulError as unlawful:
        return Answer(appeal.number, appointment, against=law_message(unlawful), citation=unlawful.citation)
    return Answer(appeal.number, appointment)
