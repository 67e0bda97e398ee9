"""Letters that a person must carry: printed, handed over or posted, and marked so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau import documents
from qabyldau.documents import LetterheadFacts
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages_out
from qabyldau.outbox.actions import SettledError
from qabyldau.outbox.kinds import CARRIED, Channel
from qabyldau.papers import queries as papers
from qabyldau.registry import contacts
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact
from qabyldau.regulation.words import Language
from qabyldau.web.delivery.rows import ABOUT, Row, rows
from qabyldau.web.papers.files import pdf_answer
from qabyldau.web.public.request.contact import normal_phone
from qabyldau.web.public.request.forms import LineInput
from qabyldau.web.staff.page import PER_PAGE, UNPROCESSABLE, StaffRequest, now, office_of, show

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message
    from qabyldau.registry.models import Appeal


class HandOverForm(forms.Form):
    """How it reached the applicant."""

    use_required_attribute = False
    receipt = forms.CharField(
        label=_("How was it handed over?"),
        help_text=_("For example: in person, against signature; by registered post, number of the receipt"),
        max_length=200,
        error_messages={"required": _("Say how the letter was handed over")},
    )


class ResendForm(forms.Form):
    """The same words once more, to the address as corrected."""

    use_required_attribute = False
    again = forms.BooleanField(widget=forms.HiddenInput, initial=True)
    address = forms.CharField(
        label=_("Number or address"),
        max_length=254,
        widget=LineInput("forty", autocomplete="off"),
        error_messages={"required": _("Enter the number or address")},
    )
    keep = forms.BooleanField(label=_("Send all later letters there, too"), required=False, initial=True)

    def __init__(self, message: Message, data: QueryDict | None = None) -> None:
        self.channel = message.channel
        super().__init__(data, initial={"address": message.address})
        is_sms = message.channel == Channel.SMS
        self.fields["address"].label = gettext("Mobile phone") if is_sms else gettext("E-mail")
        if not message.about.startswith(ABOUT):
            del self.fields["keep"]

    def clean_address(self) -> str:
        typed = str(self.cleaned_data["address"]).strip()
        if self.channel == Channel.SMS:
            return normal_phone(typed)
        words = _("The e-mail should look like name@example.kz")
        return str(forms.EmailField(error_messages={"invalid": words}).clean(typed))


@require_safe
def letters(request: StaffRequest) -> HttpResponse:
    waiting = messages_out.for_a_person(request.actor.office_id)
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    return show(request, "letters.html", {"page": page, "rows": rows(list(page), request.actor)})


def _letter(request: StaffRequest, message_id: int) -> Row:
    """What is about an appeal is shown to who may see it; what is about anything else, to all of them."""
    waiting = messages_out.for_a_person(request.actor.office_id)
    row = rows([get_object_or_404(waiting, pk=message_id)], request.actor)[0]
    if row.message.about.startswith(ABOUT) and row.appeal is None:
        raise Http404
    return row


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: StaffRequest, message_id: int) -> HttpResponse:
    """The letter as it will be printed; sent anew, or marked as handed over."""
    row = _letter(request, message_id)
    typed = request.POST if request.method == "POST" else None
    may_resend = row.message.channel in CARRIED
    again = ResendForm(row.message, typed if typed and "again" in typed else None) if may_resend else None
    form = HandOverForm(typed if typed and "again" not in typed else None)
    try:
        if again and again.is_valid():
            return _sent_anew(request, row, again)
        if form.is_valid():
            return _handed_over(request, row, form.cleaned_data["receipt"])
    except SettledError:
        messages.warning(request, gettext("Somebody took care of this message before you; nothing was done."))
        return redirect("staff:letters")
    wrong = form.errors or (again and again.errors)
    context = {"row": row, "message": row.message, "appeal": row.appeal, "form": form, "again": again}
    return show(request, "letter.html", context, status=UNPROCESSABLE if wrong else 200)


def _handed_over(request: StaffRequest, row: Row, receipt: str) -> HttpResponse:
    outbox.hand_over(row.message.pk, receipt=receipt, by=request.actor, at=now())
    messages.success(request, gettext("The letter is marked as handed over."))
    return redirect("staff:letters")


@transaction.atomic
def _sent_anew(request: StaffRequest, row: Row, form: ResendForm) -> HttpResponse:
    at, address = now(), str(form.cleaned_data["address"])
    outbox.resend(row.message.pk, address=address, by=request.actor, at=at)
    if row.appeal and form.cleaned_data.get("keep"):
        _keep_address(row.appeal, row.message.channel, address, Asked(by=request.actor, at=at))
    messages.success(request, gettext("The message is on its way to the corrected address."))
    return redirect("staff:letters")


def _keep_address(appeal: Appeal, channel: str, address: str, asked: Asked) -> None:
    """Nothing is written where it already stands so."""
    preferred = Channel(appeal.preferred) if appeal.preferred else None
    stated = Contact(appeal.phone, appeal.email, appeal.address, preferred)
    is_sms = channel == Channel.SMS
    changed = replace(stated, phone=address) if is_sms else replace(stated, email=address)
    if changed != stated:
        contacts.change_contact(appeal.pk, contact=changed, language=Language(appeal.language), asked=asked)


@require_safe
def letter_paper(request: StaffRequest, message_id: int) -> HttpResponse:
    """The numbered paper of this letter; of one that is none, its words on the letterhead of the office."""
    row = _letter(request, message_id)
    message, appeal = row.message, row.appeal
    if appeal is None:
        raise Http404
    if message.paper_id is not None:
        return pdf_answer(papers.paper(message.office_id, message.paper_id), Language(message.language))
    office, language = office_of(request), Language(message.language)
    facts = LetterheadFacts(
        office=office.name,
        office_address=office.address,
        office_phone=office.phone,
        number=appeal.number,
        written_on=message.created_at.astimezone(ZoneInfo(office.zone)).date(),
        addressee=appeal.representative or appeal.applicant_name,
        addressee_address=appeal.address,
        signature=None,
        verify_url=f"{settings.PUBLIC_URL}/{message.language}/track/",
    )
    answer = HttpResponse(documents.letter_pdf(message, facts, language), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{appeal.number}.pdf"'
    return answer
