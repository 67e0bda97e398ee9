"""The API as one thing: its door, its operations, its problems and its own description."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from qabyldau.api import appeals, doing, problems, refusals, registration
from qabyldau.api.description import finished
from qabyldau.api.door import Bearer
from qabyldau.api.routes import router

DESCRIPTION = """Personal receptions of an akim's office, for other systems.

Every request carries `Authorization: Bearer …`; the token is made by `qabyldau token USERNAME` and may do
what that person may do. `Accept-Language` (kk or ru) chooses the language of problems and reasons.
A request that writes may carry an `Idempotency-Key`: sent again, it gives the same answer and acts once.
Errors are problem documents of RFC 9457; where the law speaks they name its `clause` and `edition`."""


# Each of these hangs its operations on the router when it is imported.
ROOMS = (registration, appeals, doing)


class Service(NinjaAPI):
    """Ninja's API with problem documents in its description."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:  # noqa: ANN401  passed on to ninja
        return finished(super().get_openapi_schema(**given))


api = Service(
    title="Qabyldau",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    auth=Bearer(),
    urls_namespace="api",
)
refusals.register(api)
api.add_router("", router)


def missing(request: HttpRequest, path: str = "") -> HttpResponse:  # noqa: ARG001  named by the address
    """Any other address under /api/: a problem document, not a page."""
    return problems.answer(request, problems.NOT_FOUND)
