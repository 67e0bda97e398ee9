"""Act on an appeal: what may be done now and by which input, what not and why, and the doing itself."""

import re
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Body, Header
from ninja.errors import ValidationError
from pydantic import BaseModel, Field

from qabyldau.acts import ACTS, Offer, offers, perform
from qabyldau.acts.words import law_message
from qabyldau.api import examples
from qabyldau.api.door import caller
from qabyldau.api.names import ActName
from qabyldau.api.problems import Problem, language_of
from qabyldau.api.reading import IdempotencyKey, appeal, card, once_of
from qabyldau.api.routes import router
from qabyldau.api.shapes import AppealCard, CitationOut
from qabyldau.journal.actions import digest
from qabyldau.people.sealing import blind_index
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language

ETAG = re.compile(r'"?([0-9]{1,9})"?')
NO_RIGHT = "no_right"


class OfferOut(BaseModel):
    """One act. `why` and `reason` say what stands against it; `input` is the JSON schema of its body."""

    act: str
    allowed: bool
    why: str | None = Field(description="code of what stands against it; null: it may be done now")
    reason: str | None
    citation: CitationOut | None = Field(description="the paragraph that stands against it")
    href: str
    input: dict[str, Any]


class OffersOut(BaseModel):
    """`version` belongs into If-Match of the act."""

    number: str
    version: int
    acts: list[OfferOut]


class DoneOut(BaseModel):
    """The appeal after the act. `revealed`: the whole number, of the act `reveal` alone."""

    act: str
    appeal: AppealCard
    revealed: str | None


@router.get(
    "/appeals/{number}/acts",
    operation_id="list_acts",
    tags=["acts"],
    summary="What may be done now",
    response={200: OffersOut, 401: Problem, 404: Problem, 503: Problem},
    openapi_extra=examples.ACTS,
)
def list_acts(request: HttpRequest, number: str) -> OffersOut:
    """Every act: allowed with its input, or not, and why, under which paragraph."""
    by = caller(request)
    found = appeal(by, number)
    open_to = {offer.act.name: offer for offer in offers(found, by.actor)}
    shown = [_shown(name, open_to.get(name), request) for name in ACTS]
    return OffersOut(number=found.number, version=found.version, acts=shown)


def _shown(name: str, offer: Offer | None, request: HttpRequest) -> OfferOut:
    why = offer.why if offer else NO_RIGHT
    return OfferOut(
        act=name,
        allowed=not why,
        why=why or None,
        reason=_reason(offer, language_of(request)),
        citation=CitationOut.of(offer.citation) if offer and offer.citation else None,
        href=f"{request.path}/{name}",
        input=ACTS[name].input.model_json_schema(),
    )


def _reason(offer: Offer | None, language: Language) -> str | None:
    if offer is None:
        return _("Your role does not allow this act")
    if offer.allowed:
        return None
    return law_message(UnlawfulError(offer.why, offer.citation, **offer.facts), language)


@router.post(
    "/appeals/{number}/acts/{act}",
    operation_id="perform_act",
    tags=["acts"],
    summary="Do an act",
    response={200: DoneOut, 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem,
              412: Problem, 413: Problem, 422: Problem, 503: Problem},
    openapi_extra=examples.PERFORM,
)  # fmt: skip
def perform_act(
    request: HttpRequest,
    response: HttpResponse,
    number: str,
    act: ActName,
    idempotency_key: IdempotencyKey,
    if_match: Annotated[str | None, Header(None, alias="If-Match", description="version as read")],
    given: Annotated[dict[str, Any], Body(default_factory=dict)],
) -> DoneOut:
    """The same act as on the pages. With If-Match it is refused when the appeal has changed since."""
    by = caller(request)
    asked = Asked(
        by=by.actor,
        at=by.at,
        version=_version(if_match),
        once=once_of(by, idempotency_key),
        digest=blind_index(digest({"act": act, "given": given})),
    )
    came_of_it = perform(act, appeal(by, number), given, asked)
    after = card(by, number)
    response["ETag"] = f'"{after.version}"'
    return DoneOut(act=act, appeal=after, revealed=came_of_it if isinstance(came_of_it, str) else None)


def _version(if_match: str | None) -> int | None:
    if if_match is None or if_match.strip() == "*":
        return None
    found = ETAG.fullmatch(if_match.strip())
    if found is None:
        raise ValidationError([{"type": "version", "loc": ("header", "If-Match")}])
    return int(found.group(1))
