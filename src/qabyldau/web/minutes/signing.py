"""Sign the minutes, with a digital signature where one can be verified; and correct signed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from qabyldau.control import queries as instructions
from qabyldau.minutes import actions, queries
from qabyldau.minutes import signing as minutes_signing
from qabyldau.ports.signature import Usage
from qabyldau.reception import queries as reception
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.signatures import verifying
from qabyldau.web.minutes.asking import Page, answered, asked
from qabyldau.web.minutes.forms import AddendumForm, MinutesForm
from qabyldau.web.signing import came
from qabyldau.web.signing.security import may_sign
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, show
from qabyldau.web.templatetags.words import in_words
from qabyldau.web.texts import law_message, law_words

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from qabyldau.schedule.models import ReceptionDay
    from qabyldau.signatures.verifying import Proof


@may_sign
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: StaffRequest, day_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    form = MinutesForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, day, str(form.initial["once"]))
    once, at = form.cleaned_data["once"], now()
    data = minutes_signing.text(day, by=request.actor, once=once)
    if came.TEXT in request.POST:
        return came.text_file(data)
    proof: Proof | None = None
    if came.has_come(request):
        found = came.proved(request, data, Usage.SIGN, at=at)
        if found.proof is None:
            return _page(request, day, once, found.against, status=UNPROCESSABLE)
        proof = found.proof
    try:
        signed = actions.sign(day.pk, proof=proof, asked=Asked(by=request.actor, at=at, once=once))
    except UnlawfulError as unlawful:
        return _page(request, day, once, law_message(unlawful), status=CONFLICT)
    messages.success(
        request, gettext("The minutes № %(number)s are signed and fixed.") % {"number": signed.number}
    )
    return redirect("staff:minutes_day", day.pk)


def _page(
    request: StaffRequest, day: ReceptionDay, once: str, against: Promise | str = "", status: int = 200
) -> HttpResponse:
    law, kept = reception.law_of(day), queries.of_day(day)
    given = instructions.given_in(day.office_id, kept.key) if kept else []
    lacking = law.get(MinutesNorm).lacking(instructions.as_minuted(given))
    data = minutes_signing.text(day, by=request.actor, once=once)
    context = {
        "day": day,
        "once": once,
        "against": against,
        "clause": law.cite(MinutesNorm),
        "lacking": law_words(lacking) if lacking else "",
        "people": queries.received(day),
        "count": len(given),
        "connected": verifying.is_connected(),
        "wanted": minutes_signing.are_wanted(day.office_id),
        "signing": came.shown(data, Usage.SIGN),
    }
    return show(request, "minutes/sign.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def addendum(request: StaffRequest, day_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    form = AddendumForm(request.POST if request.method == "POST" else None)
    page = Page(
        heading=gettext("Addendum to the minutes"),
        effect=gettext("The signed text stays; the addendum is numbered and kept beside it."),
        button=gettext("Sign the addendum"),
        back=reverse("staff:minutes_day", args=[day.pk]),
        back_words=gettext("Minutes of %(day)s") % {"day": in_words(day.on)},
        clause=reception.law_of(day).cite(MinutesNorm),
    )
    return answered(
        request,
        form,
        page,
        lambda: actions.addendum(day.pk, text=form.cleaned_data["text"], asked=asked(request, form)),
    )
