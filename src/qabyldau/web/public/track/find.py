"""The door: a number and a code open one appeal in this browser; every failure sounds the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.people.actor import Actor
from qabyldau.registry import queries as registry
from qabyldau.web.address import client_address
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.request.forms import LineInput

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal

OPENED = "opened_appeal"
UNPROCESSABLE = 422


class FindForm(forms.Form):
    """What stands on the talon."""

    use_required_attribute = False
    number = forms.CharField(
        label=_("Number of the appeal"),
        help_text=_("As on the talon or in the SMS"),
        max_length=40,
        widget=LineInput("twenty", autocomplete="off", autocapitalize="characters", spellcheck="false"),
        error_messages={"required": _("Enter the number of the appeal")},
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("Eight letters and digits from the talon; spaces and small letters do not matter"),
        max_length=40,
        widget=LineInput("twenty", autocomplete="off", autocapitalize="characters", spellcheck="false"),
        error_messages={"required": _("Enter the code")},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Ask for number and code. The answer to a wrong one does not tell which of them was wrong."""
    office = the_office()
    form = FindForm(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        here = client_address(request)
        found = registry.by_talon(office, typed["number"], typed["code"], address=here, at=now())
        if found:
            request.session[OPENED] = found.pk
            return redirect("public:track_appeal")
        form.add_error(None, _not_found())
    status = UNPROCESSABLE if form.errors else 200
    return show(request, "public/track/find.html", office, {"form": form}, status)


def _not_found() -> str:
    return gettext(
        "No appeal was found by this number and code. Compare both with the talon. "
        "After ten attempts the search is closed for half an hour."
    )


def opened(request: HttpRequest, office: Office) -> Appeal | None:
    """The appeal opened in this browser; None: none was."""
    appeal_id = request.session.get(OPENED)
    if appeal_id is None:
        return None
    seen = registry.visible_to(Actor.applicant(office.pk, appeal_id))
    return seen.select_related("office").filter(pk=appeal_id).first()


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close the appeal in this browser."""
    request.session.pop(OPENED, None)
    return redirect("public:track")
