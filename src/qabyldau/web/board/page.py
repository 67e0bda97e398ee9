"""The board for a television: drawn by the server, kept fresh by a stream, by polling, or by reloading."""

from __future__ import annotations

import hashlib
import json

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qabyldau import voice
from qabyldau.reception import queries
from qabyldau.regulation.words import Language
from qabyldau.web.board import snapshot, words
from qabyldau.web.public.chrome import now, the_office

A_DAY = 86_400


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    office = the_office()
    taken = snapshot.taken(office, now())
    context = {
        "office": office,
        "words": words,
        "board": taken,
        "few": queries.LAST_CALLS,
        "next": [(one["ticket"], _in(one["minutes"])) for one in taken["next"]],
        "last": {str(each): words.LAST[each].format(minutes=taken["minutes"]) for each in Language},
        "trial": snapshot.address(voice.trial()),
    }
    return _fresh(render(request, "board/board.html", context))


def _in(minutes: int) -> str:
    """About when; nothing for whoever may be called at any moment."""
    return f"≈ {words.MINUTES.kk.format(minutes=minutes)}" if minutes else ""


@require_safe
def state(request: HttpRequest) -> HttpResponse:
    """The same as plain data, for a television that has lost the stream."""
    body = json.dumps(snapshot.taken(the_office(), now()), ensure_ascii=False)
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:16]}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    response = _fresh(HttpResponse(body, content_type="application/json"))
    response["ETag"] = tag
    return response


@require_safe
def clip(_request: HttpRequest, language: str, name: str) -> HttpResponse | FileResponse:
    """One word of a call; a recording of a person goes before the made one."""
    found = snapshot.shelf().find(language, name)
    if found is None:
        raise Http404
    response = FileResponse(found.open("rb"), content_type="audio/wav")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response


def _fresh(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
