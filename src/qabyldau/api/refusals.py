"""Which problem each exception becomes: one table for the whole API."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pydantic
from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig
from django.core.signals import got_request_exception
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.log import log_response
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from qabyldau.acts import UnknownActError
from qabyldau.acts.words import FILES, law_message
from qabyldau.api import problems
from qabyldau.api.problems import FieldError, Kind, Said, answer, language_of
from qabyldau.people.actor import PermissionDeniedError
from qabyldau.registry.errors import AskedDifferentlyError, FileRefusedError, StaleError
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.editions import NoLawError
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.actions import SlotTakenError

Handler = Callable[[HttpRequest, Any], HttpResponse]

PLAIN: dict[type[Exception], Kind] = {
    AuthenticationError: problems.NOT_SIGNED_IN,
    PermissionDeniedError: problems.NO_RIGHT,
    Http404: problems.NOT_FOUND,
    UnknownActError: problems.NOT_FOUND,
    RequestDataTooBig: problems.TOO_LARGE,
    ObjectDoesNotExist: problems.UNKNOWN_REFERENCE,
    CalendarUnknownError: problems.CALENDAR_UNKNOWN,
    NoLawError: problems.NO_LAW,
    AskedDifferentlyError: problems.ASKED_DIFFERENTLY,
    SlotTakenError: problems.SLOT_TAKEN,
    StaleError: problems.STALE,
    OperationalError: problems.DATABASE_AWAY,
}

# What pydantic found, by its code, in the caller's language; what was sent is never repeated.
FOUND: dict[str, Promise] = {
    "missing": _("This field is missing."),
    "extra_forbidden": _("There is no such field."),
    "string_too_long": _("The text is too long."),
    "value_error": _("Control characters are not taken."),
    "string_too_short": _("This field may not be empty."),
    "enum": _("Choose one of the allowed values."),
    "literal_error": _("Choose one of the allowed values."),
    "date_from_datetime_parsing": _("Write the day as 2026-03-02."),
    "date_parsing": _("Write the day as 2026-03-02."),
    "datetime_parsing": _("Write the moment as 2026-03-02T09:15:00+05:00."),
    "timezone_aware": _("Write the moment with its time zone: 2026-03-02T09:15:00+05:00."),
    "iin_not_digits": _("The IIN consists of 12 digits."),
    "iin_length": _("The IIN consists of 12 digits."),
    "iin_check_digit": _("The IIN has a mistake in a digit. Compare it with the document."),
    "bin_not_digits": _("The BIN consists of 12 digits."),
    "bin_length": _("The BIN consists of 12 digits."),
    "bin_check_digit": _("The BIN has a mistake in a digit. Compare it with the document."),
    "document_missing": _("Name the kind of document that the number belongs to."),
    "phone": _("Write the phone as +77010000000."),
    "email": _("The e-mail should look like name@example.kz"),
    "received_later": _("The moment of receipt lies in the future."),
    "file_content": _("Send the content of the file in base64."),
    "version": _("Send the version of the appeal as you have read it."),
    "cursor": _("Take the cursor from the field “next” of the page before."),
}
# Parameters that are shapes: their own names stand in no request.
SHAPES = frozenset({"sent", "given", "filters"})
OTHERWISE = _("This value cannot be taken.")


def field_errors(found: Sequence[Mapping[str, Any]]) -> list[FieldError]:
    """Where and why, from pydantic's or ninja's list."""
    return [_field_error(one) for one in found]


def _field_error(found: Mapping[str, Any]) -> FieldError:
    code = str(found["type"])
    return FieldError(pointer=_pointer(found["loc"]), code=code, detail=str(FOUND.get(code, OTHERWISE)))


def _pointer(place: Sequence[str | int]) -> str:
    return "".join(f"/{step}" for step in place) or "/"


def _plainly(kind: Kind) -> Handler:
    def handler(request: HttpRequest, _raised: Any) -> HttpResponse:  # noqa: ANN401  ninja gives any
        return answer(request, kind)

    return handler


def _unlawful(request: HttpRequest, raised: UnlawfulError) -> HttpResponse:
    words = law_message(raised, language_of(request))
    return answer(request, problems.LAWFUL, Said(raised.code, words, raised.citation))


def _file_refused(request: HttpRequest, raised: FileRefusedError) -> HttpResponse:
    words = FILES[raised.code][language_of(request)]
    return answer(request, problems.FILE_REFUSED, Said(f"file_{raised.code}", words))


def _bad_request(request: HttpRequest, raised: ValidationError) -> HttpResponse:
    """Ninja's own finding: its places begin with where the value came from, and the parameter's name."""
    if any(one["loc"][0] == "path" for one in raised.errors):
        return answer(request, problems.NOT_FOUND)
    inner = [{**one, "loc": _inside(one["loc"])} for one in raised.errors]
    return answer(request, problems.BAD_INPUT, Said(errors=field_errors(inner)))


def _inside(place: Sequence[str | int]) -> Sequence[str | int]:
    return place[2:] if len(place) > 1 and place[1] in SHAPES else place[1:]


def _bad_input(request: HttpRequest, raised: pydantic.ValidationError) -> HttpResponse:
    found = raised.errors(include_url=False, include_context=False, include_input=False)
    return answer(request, problems.BAD_INPUT, Said(errors=field_errors(found)))


def _http_error(request: HttpRequest, _raised: HttpError) -> HttpResponse:
    return answer(request, problems.BAD_JSON)


def _broken(request: HttpRequest, raised: Exception) -> HttpResponse:
    """Nobody foresaw it: logged as Django logs, answered without a word of what it was."""
    got_request_exception.send(sender=None, request=request)
    response = answer(request, problems.BROKEN)
    log_response(
        "%s: %s", type(raised).__name__, request.path, response=response, request=request, exception=raised
    )
    return response


OWN: dict[type[Exception], Handler] = {
    UnlawfulError: _unlawful,
    FileRefusedError: _file_refused,
    ValidationError: _bad_request,
    pydantic.ValidationError: _bad_input,
    HttpError: _http_error,
    Exception: _broken,
}


def register(api: NinjaAPI) -> None:
    """Hang every handler on the API."""
    plain = {raised: _plainly(kind) for raised, kind in PLAIN.items()}
    for raised, handler in (plain | OWN).items():
        api.add_exception_handler(raised, handler)
