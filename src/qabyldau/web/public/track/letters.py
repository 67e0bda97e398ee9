"""The box of letters: read here, and by which way the next ones shall come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.outbox import actions as outbox
from qabyldau.outbox import queries
from qabyldau.outbox.kinds import Channel
from qabyldau.people.actor import Actor
from qabyldau.registry import contacts
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.request.forms import languages
from qabyldau.web.public.track.find import opened
from qabyldau.web.public.ways import NEEDS, PREFERRED, PreferredField

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message
    from qabyldau.people.models import Office
    from qabyldau.registry.models import Appeal


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it lies in the box. `read_at` is None when it is seen for the first time."""

    message: Message
    read_at: datetime | None


def box(office: Office, found: Appeal) -> list[Letter]:
    """Letters the office wrote, each once; the first one told the code and is not repeated here."""
    copies: dict[str, list[Message]] = {}
    for message in queries.about(office.pk, found.key):
        if message.notice != Notice.REGISTERED:
            copies.setdefault(message.stem, []).append(message)
    return [_letter(same) for same in copies.values()]


def _letter(copies: list[Message]) -> Letter:
    """The copy that says most, whichever of them was read first."""
    read = [one.read_at for one in copies if one.read_at]
    return Letter(max(copies, key=lambda one: len(one.text)), min(read) if read else None)


def note_reading(office: Office, found: Appeal, at: datetime) -> None:
    """Whoever reads it here need not be told it a second time. What still waits goes all the same."""
    unread = queries.about(office.pk, found.key).filter(read_at=None).exclude(channel=Channel.PAPER)
    shown = unread.exclude(notice=Notice.REGISTERED).exclude(sent_at=None, given_up_at=None)
    outbox.mark_read([one.pk for one in shown], at=at)


class LettersForm(forms.Form):
    """By which of the ways that were left, and in which language."""

    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput)
    preferred = PreferredField()
    language = forms.ChoiceField(
        label=_("In which language shall we answer you?"),
        choices=languages,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language of the answer")},
    )

    def __init__(self, found: Appeal, data: object = None) -> None:
        start = {"version": found.version, "preferred": found.preferred, "language": found.language}
        super().__init__(data, initial=start)  # type: ignore[arg-type]  # what a form was sent with
        left = [way for way in PREFERRED if way not in NEEDS or getattr(found, NEEDS[Channel(way)])]
        self.fields["preferred"] = PreferredField(tuple(left))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest) -> HttpResponse:
    """The applicant's own choice for all later letters."""
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    form = LettersForm(found, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _chosen(request, found, form)
    context = {"appeal": found, "form": form}
    status = 422 if form.errors else 200
    return show(request, "public/track/letters.html", office, context, status)


def _chosen(request: HttpRequest, found: Appeal, form: LettersForm) -> HttpResponse:
    given = form.cleaned_data
    by = Actor.applicant(found.office_id, found.pk)
    asked = Asked(by=by, at=now(), version=given["version"])
    preferred = Channel(given["preferred"]) if given["preferred"] else None
    try:
        contacts.choose_way(found.pk, preferred=preferred, language=Language(given["language"]), asked=asked)
    except StaleError:
        words = gettext("The appeal has changed since you opened the page. Look at it once more.")
        messages.warning(request, words)
        return redirect("public:track_appeal")
    messages.success(request, gettext("All later letters come this way."))
    return redirect("public:track_appeal")
