"""Pages of the schedule are made once for each state of the schedule, and served from memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from qabyldau.schedule import queries as schedule
from qabyldau.web.public.chrome import language, the_office, today
from qabyldau.web.templatetags.look import VIEW_COOKIE

if TYPE_CHECKING:
    from qabyldau.people.models import Office

View = Callable[..., HttpResponse]
KEPT_SECONDS, FRESH_SECONDS = 300, 60


def kept(view: View) -> View:
    """ETag and Cache-Control from the state of the schedule; a page once made waits in memory.

    The view is handed the office as well: it is asked for once.
    """

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> HttpResponse:  # noqa: ANN401  parts of the address
        office = the_office()
        key = _key(request, office)
        if f'"{key}"' in request.headers.get("If-None-Match", ""):
            return _marked(HttpResponseNotModified(), key)
        pages = caches["pages"]
        found: tuple[bytes, dict[str, str]] | None = pages.get(key)
        if found is None:
            made = view(request, office, **named)
            if made.status_code != 200:  # noqa: PLR2004  only what was found is kept
                return made
            found = made.content, dict(made.headers)
            pages.set(key, found, KEPT_SECONDS)
        content, headers = found
        return _marked(HttpResponse(content, headers=headers), key)

    return answer


def _key(request: HttpRequest, office: Office) -> str:
    """Everything that a page of the schedule depends on."""
    parts = (
        schedule.stamp(office.pk),
        today(office).isoformat(),
        language(),
        request.COOKIES.get(VIEW_COOKIE, ""),
        request.get_host(),
        request.get_full_path(),
    )
    return sha256("|".join(parts).encode()).hexdigest()[:40]


def _marked(answer: HttpResponse, key: str) -> HttpResponse:
    answer["ETag"] = f'"{key}"'
    answer["Cache-Control"] = f"public, max-age={FRESH_SECONDS}, must-revalidate"
    patch_vary_headers(answer, ["Cookie"])
    return answer
