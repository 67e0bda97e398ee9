"""How the room answers what was sent: to a plain form with a page, to the page's script with a few words.

A key that already did something does nothing more: what was kept here may come twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect

from qabyldau.journal import actions as journal_actions
from qabyldau.journal import queries as journal
from qabyldau.registry.errors import AskedDifferentlyError, StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.room import page
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, language, now
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from django import forms

    from qabyldau.schedule.models import ReceptionDay

Do = Callable[[Asked], object]
KEY_LENGTH = 80


def asked(request: StaffRequest) -> Asked:
    """With the key of the request, and the digest of what it says."""
    said = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    digest = journal_actions.digest({"to": request.path, "said": said})
    return Asked(by=request.actor, at=now(), once=request.POST.get("once", "")[:KEY_LENGTH], digest=digest)


def once(given: Asked, do: Do) -> bool:
    """Do it, unless this key did it already; whether it was done now."""
    if _before(given):
        return False
    try:
        with transaction.atomic():
            do(given)
    except (IntegrityError, StaleError, UnlawfulError):
        # The same request may have come twice at once, and its twin was first.
        if _before(given):
            return False
        raise
    return True


def _before(given: Asked) -> bool:
    found = journal.asked_before(given.by.office_id, given.once)
    if found is not None and found.asked != given.digest:
        raise AskedDifferentlyError(given.once)
    return found is not None


def done(request: StaffRequest, day: ReceptionDay, words: object) -> HttpResponse:
    if page.is_script(request):
        return JsonResponse({"done": str(words)})
    messages.success(request, str(words))
    return redirect("staff:room_day", day.pk)


def refused(
    request: StaffRequest, day: ReceptionDay, unlawful: UnlawfulError, typed: dict[str, object] | None = None
) -> HttpResponse:
    """With its clause; the forms come back as they were typed."""
    words, clause = law_message(unlawful), unlawful.citation
    if page.is_script(request):
        said = f"{words} ({clause.words[language()]})" if clause else words
        return JsonResponse({"against": said}, status=UNPROCESSABLE)
    typed = {**(typed or {}), "against": words, "against_clause": clause}
    return page.shown(request, day, typed, UNPROCESSABLE)


def faulty(request: StaffRequest, day: ReceptionDay, name: str, form: forms.Form) -> HttpResponse:
    """A field was left empty or cannot be read."""
    if page.is_script(request):
        return JsonResponse({"against": " ".join(_errors(form))}, status=UNPROCESSABLE)
    return page.shown(request, day, {name: form}, UNPROCESSABLE)


def _errors(form: forms.Form) -> list[str]:
    return [str(one) for errors in form.errors.values() for one in errors]


def conflict(
    request: StaffRequest, day: ReceptionDay, theirs: str, version: int, typed: dict[str, object]
) -> HttpResponse:
    """Somebody else changed it meanwhile: both wordings, side by side, and a choice."""
    if page.is_script(request):
        return JsonResponse({"theirs": theirs, "version": version}, status=CONFLICT)
    return page.shown(request, day, {**typed, "theirs": theirs}, CONFLICT)
