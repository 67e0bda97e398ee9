"""The script of a recording: every word that the board says, its file, and who says it now."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau import voice
from qabyldau.acts import voicing
from qabyldau.regulation.words import Language
from qabyldau.schedule import queries as schedule
from qabyldau.voice.recordings import RecordingError
from qabyldau.web.board import snapshot
from qabyldau.web.recordings.words import AGAINST
from qabyldau.web.staff.page import StaffRequest, now, office_of, show, today

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from qabyldau.people.models import Office

# Places of the days that come are said too.
AHEAD = timedelta(days=31)
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Row:
    """Words, the file they are recorded into, who says them now, and where that is heard."""

    clip: voice.Clip
    recorded: bool
    address: str


@require_http_methods(["GET", "HEAD", "POST"])
def recordings(request: StaffRequest) -> HttpResponse:
    """The list; files sent to it are taken by their names."""
    clips = _clips(office_of(request))
    if request.method == "POST":
        _take(request, clips)
        return redirect("staff:recordings")
    shelf = snapshot.shelf()
    groups = [(each, [_row(shelf, one) for one in clips if one.language is each]) for each in Language]
    return show(request, "recordings/page.html", {"groups": groups})


@require_POST
def drop(request: StaffRequest, language: str, name: str) -> HttpResponse:
    shelf = snapshot.shelf()
    found = [one for one in _clips(office_of(request)) if (one.language, one.name) == (language, name)]
    if not found or not shelf.is_recorded(found[0]):
        raise Http404
    voicing.drop_recording(found[0], shelf=shelf, by=request.actor, at=now())
    messages.success(request, gettext("The made voice says it again."))
    return redirect("staff:recordings")


def _clips(office: Office) -> list[voice.Clip]:
    """Every word once: the fixed ones, and places of the days that come."""
    first = today(office)
    places = schedule.places(office.pk, first, first + AHEAD)
    said = [*voice.fixed(), *(voice.place(one, each) for one in places for each in Language)]
    return list({(one.language, one.name): one for one in said}.values())


def _row(shelf: voice.Shelf, clip: voice.Clip) -> Row:
    there = shelf.find(clip.language, clip.name) is not None
    return Row(clip, shelf.is_recorded(clip), snapshot.address(clip) if there else "")


def _take(request: StaffRequest, clips: list[voice.Clip]) -> None:
    """Each file for itself: one that is wrong stops none of the others."""
    known = {_folded(one.file): one for one in clips}
    taken = 0
    for sent in request.FILES.getlist("recordings")[:AT_ONCE]:
        against = _against(request, sent, known.get(_folded(sent.name or "")))
        taken += not against
        if against:
            messages.error(request, AGAINST[against] % {"file": sent.name})
    if taken:
        words = ngettext("%(count)s recording is taken.", "%(count)s recordings are taken.", taken)
        messages.success(request, words % {"count": taken})


def _against(request: StaffRequest, sent: UploadedFile[bytes], clip: voice.Clip | None) -> str:
    """Why a file was not taken; empty: it was."""
    if clip is None:
        return "unknown"
    try:
        voicing.record_clip(clip, sent.read(), shelf=snapshot.shelf(), by=request.actor, at=now())
    except RecordingError as wrong:
        return wrong.code
    return ""


def _folded(name: str) -> str:
    """Some systems write й as и with a sign."""
    return unicodedata.normalize("NFC", name).casefold()
