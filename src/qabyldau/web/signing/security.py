"""Pages that sign may speak to NCALayer on the person's own machine; no other page may."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse

from qabyldau.signatures import verifying

NCALAYER = "wss://127.0.0.1:13579"
View = Callable[..., HttpResponse]


def may_sign(view: View) -> View:
    """Where nobody verifies signatures the page stays as strict as all others."""
    opened = cast(View, csp_update({"connect-src": [NCALAYER]})(view))

    @wraps(view)
    def chosen(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:  # noqa: ANN401  any view's own
        return (opened if verifying.is_connected() else view)(request, *args, **named)

    return chosen
