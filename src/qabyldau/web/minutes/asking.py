"""One way of asking for all forms of these pages: the act, or in words why not; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.functional import Promise

from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.staff.page import CONFLICT, UNPROCESSABLE, StaffRequest, now, show
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from django import forms

    from qabyldau.regulation.edition import Citation

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Page:
    """A page with one form: what it is called, what it does and under which clause, where it leads back."""

    heading: Words
    effect: Words
    button: Words
    back: str
    back_words: Words
    clause: Citation | None = None


def asked(request: StaffRequest, form: forms.Form) -> Asked:
    return Asked(by=request.actor, at=now(), once=form.cleaned_data.get("once", ""))


def answered(
    request: StaffRequest, form: forms.Form, page: Page, do: Callable[[], object]
) -> HttpResponse | HttpResponseRedirect:
    """Show the form; sent and whole, do it and go back."""
    against: UnlawfulError | None = None
    if form.is_valid():
        try:
            do()
        except UnlawfulError as unlawful:
            against = unlawful
        except StaleError:
            return redirect(page.back)
        else:
            return redirect(page.back)
    context = {
        "form": form,
        "page": page,
        "against": law_message(against) if against else "",
        "against_clause": against.citation if against else None,
    }
    status = CONFLICT if against else UNPROCESSABLE if form.errors else 200
    return show(request, "minutes/form.html", context, status=status)
