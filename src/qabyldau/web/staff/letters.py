"""Letters that a person must carry: printed, handed over or posted, and marked so."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau import documents
from qabyldau.documents import LetterheadFacts
from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries as messages_out
from qabyldau.registry import queries as registry
from qabyldau.regulation.words import Language
from qabyldau.web.staff.page import PER_PAGE, UNPROCESSABLE, StaffRequest, now, office_of, show
from qabyldau.web.staff.words import NOTICES, WAYS

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


@require_safe
def letters(request: StaffRequest) -> HttpResponse:
    waiting = messages_out.for_a_person(request.actor.office_id)
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    by_key = _appeals(request, list(page))
    rows = [(one, by_key.get(one.about), NOTICES.get(one.notice, one.notice)) for one in page]
    return show(request, "letters.html", {"page": page, "rows": rows, "ways": WAYS})


def _appeals(request: StaffRequest, waiting: list[Message]) -> dict[str, Appeal]:
    ids = [int(one.about.partition(":")[2]) for one in waiting if one.about.startswith("appeal:")]
    found = registry.visible_to(request.actor).filter(pk__in=ids)
    return {appeal.key: appeal for appeal in found}


def _letter(request: StaffRequest, message_id: int) -> tuple[Message, Appeal]:
    waiting = messages_out.for_a_person(request.actor.office_id)
    message = get_object_or_404(waiting, pk=message_id)
    return message, get_object_or_404(
        registry.visible_to(request.actor), pk=int(message.about.partition(":")[2])
    )


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: StaffRequest, message_id: int) -> HttpResponse:
    """The letter as it will be printed, and the mark that it was handed over."""
    message, appeal = _letter(request, message_id)
    form = HandOverForm(request.POST or None)
    if form.is_valid():
        _handed_over(request, message, form.cleaned_data["receipt"])
        messages.success(request, gettext("The letter is marked as handed over."))
        return redirect("staff:letters")
    context = {"message": message, "appeal": appeal, "form": form, "notice": NOTICES.get(message.notice, "")}
    return show(request, "letter.html", context, status=UNPROCESSABLE if form.errors else 200)


def _handed_over(request: StaffRequest, message: Message, receipt: str) -> None:
    outbox.hand_over(message.pk, receipt=receipt, by=request.actor, at=now())


@require_safe
def letter_paper(request: StaffRequest, message_id: int) -> HttpResponse:
    """The letter on the letterhead of the office, to be printed."""
    message, appeal = _letter(request, message_id)
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
