"""Printed forms: piles with their numbers, the pile as a file, and a filled form entered later."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau.calls import actions
from qabyldau.calls import queries as calls
from qabyldau.calls.actions import NumberError, Received
from qabyldau.documents.call_forms import CallForms, call_forms_pdf
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.support import UninterruptedCalls
from qabyldau.regulation.words import Language, Words
from qabyldau.web.calls.form import PaperForm, read
from qabyldau.web.calls.words import AGAINST
from qabyldau.web.labels import TOPICS
from qabyldau.web.public.request.forms import LineInput
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, office_of, show, today
from qabyldau.web.staff.register.page import statement
from qabyldau.web.staff.register.talon import pdf

USUAL, MOST = 20, 200


class PileForm(forms.Form):
    """How many forms to print."""

    use_required_attribute = False
    count = forms.IntegerField(
        label=_("How many forms"),
        min_value=1,
        max_value=MOST,
        initial=USUAL,
        widget=LineInput("twelve", inputmode="numeric"),
        error_messages={
            "required": _("Enter how many forms to print"),
            "invalid": _("Enter a whole number"),
            "min_value": _("At least one form"),
            "max_value": _("At most 200 forms at once"),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def piles(request: StaffRequest) -> HttpResponse:
    """Print before the power is gone; a number stands on one form only."""
    office = office_of(request)
    form = PileForm(request.POST or None)
    if form.is_valid():
        actions.reserve(office, form.cleaned_data["count"], device=None, by=request.actor, at=now())
        messages.success(request, gettext("The numbers are reserved: print the forms below."))
        return redirect("staff:calls_forms")
    rows = [(one, calls.written(one.first), calls.written(one.last)) for one in calls.forms(office.pk)]
    context = {"form": form, "rows": rows}
    return show(request, "calls/forms.html", context, UNPROCESSABLE if form.errors else 200)


@require_safe
def pile(request: StaffRequest, block_id: int) -> HttpResponse:
    office = office_of(request)
    block = next((one for one in calls.forms(office.pk) if one.pk == block_id), None)
    if block is None:
        raise Http404
    law = governing(office.code, today(office)).edition
    facts = CallForms(
        office=office.name,
        phone=office.phone,
        numbers=tuple(calls.written(number) for number in range(block.first, block.last + 1)),
        topics=_topics(),
        printed_on=today(office),
        citation=law.cite(UninterruptedCalls),
    )
    name = f"{calls.written(block.first)}-{calls.written(block.last)}.pdf"
    return pdf(call_forms_pdf(facts, language()), name)


def _topics() -> list[Words]:
    said = {}
    for one in Language:
        with override(one):
            said[one] = [str(words) for words in TOPICS.values()]
    pairs = zip(said[Language.KK], said[Language.RU], strict=True)
    return [Words(kk=kk, ru=ru) for kk, ru in pairs]


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: StaffRequest) -> HttpResponse:
    """A filled form, with the day and the hour written on it."""
    office, at = office_of(request), now()
    form = PaperForm(office, today(office), request.POST or None)
    if form.is_valid():
        if found := _entered(request, form):
            messages.success(request, gettext("The form is entered with its time of receipt."))
            return redirect("staff:appeal", found)
    elif not form.is_bound:
        form.initial["received_on"] = today(office)
    context = {"form": form, "at": at}
    return show(request, "calls/enter.html", context, UNPROCESSABLE if form.errors else 200)


def _entered(request: StaffRequest, form: PaperForm) -> int | None:
    """The appeal; None: the faults stand at the questions."""
    office, at = office_of(request), now()
    if form.received_at() > at:
        form.add_error("received_time", gettext("The call cannot have come later than now"))
        return None
    checked = read(office, form.cleaned_data, at)
    for name, faults in checked.faults().items():
        for fault in faults:
            form.add_error(name if name in form.fields else None, fault)
    if form.errors:
        return None
    said = statement(checked.desk, checked.form)
    try:
        received = Received(form.cleaned_data["temporary"], said, form.received_at())
        return actions.take_in(office, received, by=request.actor, at=at).taken.appeal_id
    except NumberError as refused:
        form.add_error("temporary", str(AGAINST[refused.code]))
        return None
