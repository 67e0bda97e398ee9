"""Register an appeal that reached another system: never refused, numbered at once, given a talon."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja.errors import ValidationError
from ninja.responses import Status
from pydantic import BaseModel, Field

from qabyldau.api import examples
from qabyldau.api.door import Caller, caller
from qabyldau.api.problems import Problem
from qabyldau.api.reading import IdempotencyKey, once_of
from qabyldau.api.routes import router
from qabyldau.api.shapes import WordsOut
from qabyldau.api.statement import AppealIn
from qabyldau.people import queries as people
from qabyldau.registry import actions as registry
from qabyldau.registry.actions import Talon
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.wording import arithmetic
from qabyldau.regulation.words import Language


class TalonOut(BaseModel):
    """What the applicant leaves with. `secret` opens the tracking page; it is kept nowhere in clear."""

    number: str = Field(examples=["ZKO-2026-000123"])
    secret: str = Field(examples=["7KQ2M4XD"])
    registered_on: date
    respond_by: date = Field(description="the last lawful day of the answer")
    respond_target: date = Field(description="the office's own last day")
    arithmetic: WordsOut
    track_url: str
    warnings: list[str] = Field(description="codes of what is odd, and was taken all the same")


@router.post(
    "/appeals",
    operation_id="register_appeal",
    tags=["appeals"],
    summary="Register an appeal",
    response={201: TalonOut, 400: Problem, 401: Problem, 403: Problem, 409: Problem, 413: Problem,
              422: Problem, 503: Problem},
    openapi_extra=examples.REGISTER,
)  # fmt: skip
def register_appeal(
    request: HttpRequest, response: HttpResponse, sent: AppealIn, idempotency_key: IdempotencyKey
) -> Status[TalonOut]:
    """Gives the number, the day of the answer and the code of the tracking page."""
    by = caller(request)
    _check(sent, by)
    once = once_of(by, idempotency_key)
    talon = registry.register(by.office, sent.statement(), by=by.actor, at=by.at, once=once)
    response["Location"] = f"{request.path}/{talon.appeal.number}"
    if not talon.new:
        response["Idempotency-Replayed"] = "true"
    return Status(201, _talon(talon, sent))


def _check(sent: AppealIn, by: Caller) -> None:
    """What the shape alone cannot know: the present moment, our officials, the law of video."""
    if sent.received_at and sent.received_at > by.at:
        raise ValidationError([{"type": "received_later", "loc": ("body", "sent", "received_at")}])
    if sent.wish.official_id is not None:
        people.official(by.office.pk, sent.wish.official_id)
    if sent.wish.mode is Mode.VIDEO and not sent.wish.video_consent:
        law = governing(by.office.code, timezone.localdate(by.at)).edition
        raise UnlawfulError("video_without_consent", law.cite(VideoByConsent))


def _talon(talon: Talon, sent: AppealIn) -> TalonOut:
    appeal, answer = talon.appeal, talon.answer
    return TalonOut(
        number=appeal.number,
        secret=talon.secret,
        registered_on=appeal.registered_on,
        respond_by=answer.on,
        respond_target=answer.target,
        arithmetic=WordsOut(kk=arithmetic(answer, Language.KK), ru=arithmetic(answer, Language.RU)),
        track_url=f"{settings.PUBLIC_URL}/{appeal.language}/track/",
        warnings=sent.applicant.warnings(),
    )
