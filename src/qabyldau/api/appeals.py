"""List the appeals one may see, and read one whole."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from qabyldau.api import examples
from qabyldau.api.cursors import LONGEST_PAGE, PAGE, cursor_of, known, row_of
from qabyldau.api.door import caller
from qabyldau.api.problems import Problem
from qabyldau.api.reading import card
from qabyldau.api.routes import router
from qabyldau.api.shapes import AppealCard, AppealRow
from qabyldau.registry import queries as appeals
from qabyldau.registry.kinds import Topic
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.intake import Channel


class Filters(BaseModel):
    """Everything given must hold."""

    model_config = ConfigDict(extra="ignore")

    state: list[State] = Field([], description="any of these")
    channel: list[Channel] = Field([], description="any of these")
    topic: list[Topic] = Field([], description="any of these")
    due_after: date | None = Field(None, description="answer due on this day or later")
    due_before: date | None = Field(None, description="answer due on this day or earlier")
    updated_since: AwareDatetime | None = Field(None, description="something was journaled since then")
    cursor: Annotated[str | None, AfterValidator(known)] = Field(None, description="from `next`")
    limit: int = Field(PAGE, ge=1, le=LONGEST_PAGE)


class Page(BaseModel):
    """Newest first. `next`: the cursor of the next page, null on the last."""

    items: list[AppealRow]
    next: str | None


@router.get(
    "/appeals",
    operation_id="list_appeals",
    tags=["appeals"],
    summary="List appeals",
    response={200: Page, 401: Problem, 403: Problem, 422: Problem, 503: Problem},
    openapi_extra=examples.LIST,
)
def list_appeals(request: HttpRequest, filters: Query[Filters]) -> Page:
    """Newest first, at most a hundred a page; only what the token's owner may see."""
    by = caller(request)
    given = {
        "state__in": filters.state,
        "channel__in": filters.channel,
        "topic__in": filters.topic,
        "due_on__gte": filters.due_after,
        "due_on__lte": filters.due_before,
        "pk__lt": row_of(filters.cursor) if filters.cursor else None,
    }
    found = appeals.visible_to(by.actor).filter(**{name: value for name, value in given.items() if value})
    if filters.updated_since:
        found = appeals.touched(found, by.office.pk, filters.updated_since)
    rows = list(found.order_by("-pk")[: filters.limit + 1])
    shown = rows[: filters.limit]
    more = len(rows) > filters.limit
    return Page(items=[AppealRow.of(row) for row in shown], next=cursor_of(shown[-1].pk) if more else None)


@router.get(
    "/appeals/{number}",
    operation_id="read_appeal",
    tags=["appeals"],
    summary="Read an appeal",
    response={200: AppealCard, 401: Problem, 404: Problem, 503: Problem},
    openapi_extra=examples.READ,
)
def read_appeal(request: HttpRequest, response: HttpResponse, number: str) -> AppealCard:
    """Whole, with each term, its paragraph and its arithmetic; the ETag is the version for If-Match."""
    found = card(caller(request), number)
    response["ETag"] = f'"{found.version}"'
    return found
