"""One text in one language: read, edited in boxes, looked at as it will be printed, kept as a version."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.papers import choosing, previews, sample, wordings
from qabyldau.papers.checking import Parts, parts_of, problems, tidy
from qabyldau.papers.templates import built_in_source, is_notice, notices, papers
from qabyldau.people.roles import Right
from qabyldau.regulation.words import Language
from qabyldau.web.papers.names import name_of
from qabyldau.web.papers.text_form import TextForm
from qabyldau.web.papers.versions import ApproveForm
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.papers.models import Wording


def known(name: str, spoken: str) -> Language:
    if name not in (*notices(), *papers()) or spoken not in set(Language):
        raise Http404
    return Language(spoken)


@require_http_methods(["GET", "HEAD", "POST"])
def text(request: StaffRequest, template: str, spoken: str) -> HttpResponse:
    name, language = template, known(template, spoken)
    may_write = request.actor.may(Right.WRITE_TEXTS)
    last = wordings.versions(request.actor.office_id, name, language).last()
    start = parts_of(name, (last.source if last else "") or built_in_source(name, language))
    form = TextForm(name, start, request.POST if request.method == "POST" and may_write else None)
    drawn = ""
    if form.is_valid():
        found = problems(name, language, tidy(form.parts()))
        form.show(found)
        if not found and "keep" in request.POST:
            return _kept(request, name, language, form.parts())
        drawn = _drawn(request, name, language, form.parts()) if not found else ""
    return _page(request, name, language, form, drawn)


def _kept(request: StaffRequest, name: str, language: Language, parts: Parts) -> HttpResponse:
    version = wordings.write(office_of(request), name, language, parts, by=request.actor, at=now())
    words = gettext("Version %(number)s is kept. It comes into force when another person approves it.")
    messages.success(request, words % {"number": version.version})
    return redirect("staff:texts_text", name, language)


def _drawn(request: StaffRequest, name: str, language: Language, parts: Parts) -> str:
    """The first page as a picture inside the page itself: nothing is kept for it."""
    picture = previews.png(office_of(request), name, language, tidy(parts))
    return base64.b64encode(picture).decode()


def _page(request: StaffRequest, name: str, language: Language, form: TextForm, drawn: str) -> HttpResponse:
    office = office_of(request)
    versions = list(wordings.versions(office.pk, name, language).select_related("by_user", "approved_by"))
    last = versions[-1] if versions else None
    context = {
        "form": form,
        "template": name,
        "name": name_of(name),
        "spoken": language,
        "other": next(one for one in Language if one is not language),
        "of_notice": is_notice(name),
        "fields": sample.fields(name, language).items(),
        "versions": versions[::-1],
        "own": choosing.in_force(office, name, language, today(office)),
        "may_write": request.actor.may(Right.WRITE_TEXTS),
        "waits": last if last and last.approved_at is None else None,
        "approve_form": _approve_form(request, last),
        "drawn": drawn,
    }
    return show(request, "papers/text.html", context, status=UNPROCESSABLE if form.errors else 200)


def _approve_form(request: StaffRequest, last: Wording | None) -> ApproveForm | None:
    """Only for whoever may approve the version that waits: they wrote nothing of it."""
    if last is None or last.approved_at is not None or not request.actor.may(Right.APPROVE_TEXTS):
        return None
    if request.actor.user_id in wordings.writers(last):
        return None
    return ApproveForm(initial={"since": today(office_of(request)).isoformat()})


@require_POST
def back(request: StaffRequest, template: str, spoken: str) -> HttpResponse:
    """A version that says: our own text again. It too is approved by another person."""
    language = known(template, spoken)
    wordings.write(office_of(request), template, language, None, by=request.actor, at=now())
    messages.success(request, gettext("The return to the built-in text is kept and waits for approval."))
    return redirect("staff:texts_text", template, language)
