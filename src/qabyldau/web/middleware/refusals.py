"""What an act refused becomes a page in the person's language: caught here, once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pydantic
from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from qabyldau.acts import UnknownActError
from qabyldau.acts.words import DAYS, FILES
from qabyldau.people.actor import PermissionDeniedError
from qabyldau.registry.errors import AskedDifferentlyError, FileRefusedError, StaleError
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.editions import NoLawError
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.actions import DayError, SlotTakenError
from qabyldau.web import errors, problems
from qabyldau.web.errors import Problem
from qabyldau.web.middleware import record
from qabyldau.web.texts import law_message

Answer = Callable[[HttpRequest, Any], HttpResponse]


class RefusalsMiddleware:
    """The law's refusals, missing rights and stale pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, raised: Exception) -> HttpResponse | None:
        for kind, answer in ANSWERS.items():
            if isinstance(raised, kind):
                return answer(request, raised)
        return None


def way_back(request: HttpRequest) -> str:
    """The page the form came from, if it was ours."""
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
    return came_from if came_from and ours else request.path


def _page(problem: Problem) -> Answer:
    def answer(request: HttpRequest, _raised: Exception) -> HttpResponse:
        return errors.page(request, problem, way_back(request))

    return answer


def _unlawful(request: HttpRequest, raised: UnlawfulError) -> HttpResponse:
    return errors.unlawful(request, law_message(raised), raised.citation, way_back(request))


def _denied(request: HttpRequest, raised: PermissionDeniedError) -> HttpResponse:
    record.refusal(request, raised.right)
    return errors.denied(request)


def _file_refused(request: HttpRequest, raised: FileRefusedError) -> HttpResponse:
    words = FILES[raised.code][get_language() or "kk"]
    return errors.page(request, replace(problems.FILE_REFUSED, happened=words), way_back(request))


def _day_impossible(request: HttpRequest, raised: DayError) -> HttpResponse:
    words = DAYS[raised.code][get_language() or "kk"]
    return errors.page(request, replace(problems.DAY_IMPOSSIBLE, happened=words), way_back(request))


def _unavailable(_request: HttpRequest, _raised: Exception) -> HttpResponse:
    return errors.unavailable()


ANSWERS: Mapping[type[Exception], Answer] = {
    UnlawfulError: _unlawful,
    PermissionDeniedError: _denied,
    StaleError: _page(problems.STALE),
    SlotTakenError: _page(problems.SLOT_TAKEN),
    AskedDifferentlyError: _page(problems.ASKED_DIFFERENTLY),
    FileRefusedError: _file_refused,
    DayError: _day_impossible,
    CalendarUnknownError: _page(problems.CALENDAR_UNKNOWN),
    NoLawError: _page(problems.NO_LAW),
    UnknownActError: _page(errors.MISSING),
    ObjectDoesNotExist: _page(problems.NO_SUCH_CHOICE),
    pydantic.ValidationError: _page(problems.BAD_INPUT),
    OperationalError: _unavailable,
    InterfaceError: _unavailable,
}
