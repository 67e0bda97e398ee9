"""The page that goes on without us: itself, what keeps it on the device, and what makes it installable."""

from __future__ import annotations

import json

from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from qabyldau.calls import queries as calls
from qabyldau.web.calls.form import CallForm
from qabyldau.web.staff.page import StaffRequest, language, office_of, show, today

# What the page needs to stand by itself.
KEPT = (
    "ui/base.css",
    "ui/staff.css",
    "ui/work.css",
    "ui/calls.css",
    "ui/print.css",
    "ui/mark.svg",
    "ui/sprite.svg",
    "ui/calls-box.js",
    "ui/calls-line.js",
    "ui/calls.js",
    "fonts/onest-kk.woff2",
)


@ensure_csrf_cookie
@require_safe
def operator(request: StaffRequest) -> HttpResponse:
    """Names nobody: the page is kept on a device that several people may use."""
    office = office_of(request)
    day = today(office)
    context = {
        "form": CallForm(office, day),
        "office": office,
        "prefix": calls.PREFIX,
        "emergency": calls.emergency_on(office.pk, day),
    }
    return show(request, "calls/operator.html", context)


@require_safe
def worker(_request: StaffRequest) -> HttpResponse:
    """A few lines that change with every release; the program itself is a file like all others."""
    kept = json.dumps([static(name) for name in KEPT])
    page, program = json.dumps(reverse("staff:calls")), json.dumps(static("ui/calls-worker.js"))
    script = f"const PAGE = {page};\nconst KEPT = {kept};\nimportScripts({program});\n"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@require_safe
def manifest(_request: StaffRequest) -> JsonResponse:
    page = reverse("staff:calls")
    described = {
        "id": page,
        "start_url": page,
        "scope": page,
        "name": gettext("Calls without a network"),
        "short_name": gettext("Calls"),
        "lang": language(),
        "display": "standalone",
        "background_color": "#f3f6f9",
        "theme_color": "#062b45",
        "icons": [{"src": static("ui/mark.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(described, content_type="application/manifest+json")
