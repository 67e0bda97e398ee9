"""What went wrong, as RFC 9457 problem documents in the language of the caller."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field

from qabyldau.regulation.edition import Citation
from qabyldau.regulation.words import Language

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "30"
Sentence = str | Promise


class FieldError(BaseModel):
    """One field that was not taken; what was sent is never repeated."""

    pointer: str = Field(description="JSON pointer into the request", examples=["/applicant/number"])
    code: str
    detail: str


class Problem(BaseModel):
    """A problem document. `clause` and `edition` are there where the law speaks."""

    type: str = Field(description="URN of this kind of problem; `code` is its last part")
    title: str
    status: int
    detail: str
    instance: str
    code: str
    clause: str | None = Field(None, description="number of the paragraph")
    edition: str | None = Field(None, description="code of the edition that the paragraph stands in")
    basis: str | None = Field(None, description="the paragraph in words, in the caller's language")
    errors: list[FieldError] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its status, its title, and what to do."""

    code: str
    status: int
    title: Sentence
    detail: Sentence
    headers: Mapping[str, str] = field(default_factory=dict)


LAWFUL = Kind(
    "unlawful", 409, _("The law does not permit this act now"), _("See the paragraph that is named.")
)
NOT_SIGNED_IN = Kind(
    "not_signed_in",
    401,
    _("A valid token is needed"),
    _("Send the header “Authorization: Bearer …” with a token that has not expired."),
    {"WWW-Authenticate": "Bearer"},
)
NO_RIGHT = Kind(
    "no_right",
    403,
    _("Your role does not allow this act"),
    _("If you need it for your work, ask the administrator of the office for the role."),
)
NOT_FOUND = Kind(
    "not_found", 404, _("There is no such thing here"), _("Check the address and the number of the appeal.")
)
BAD_JSON = Kind("bad_json", 400, _("The request could not be read"), _("Send one JSON document in UTF-8."))
TOO_LARGE = Kind(
    "too_large", 413, _("What you sent is too large"), _("Send smaller files, or bring them in later.")
)
BAD_INPUT = Kind("bad_input", 422, _("Some fields cannot be taken"), _("Correct the fields that are listed."))
UNKNOWN_REFERENCE = Kind(
    "unknown_reference",
    422,
    _("The request names something that does not exist"),
    _("Check the identifiers of officials, days and hours."),
)
CALENDAR_UNKNOWN = Kind(
    "calendar_unknown",
    422,
    _("The working calendar of that year is not entered yet"),
    _("The administrator of the office enters it; until then no term can be counted in that year."),
)
NO_LAW = Kind(
    "no_law", 422, _("No regulation of this office is known for that day"), _("Check the day of receipt.")
)
FILE_REFUSED = Kind(
    "file_refused", 422, _("A file cannot be taken"), _("Up to five files are taken: PDF, JPEG, PNG, DOCX.")
)
ASKED_DIFFERENTLY = Kind(
    "asked_differently",
    422,
    _("This Idempotency-Key was already used for another request"),
    _("Use a new key for a new request, and the same key only to repeat the same one."),
)
SLOT_TAKEN = Kind(
    "slot_taken", 409, _("Somebody else was given this hour first"), _("Choose another free hour of the day.")
)
STALE = Kind(
    "stale",
    412,
    _("The appeal has changed since you read it"),
    _("Read it again and decide anew; nothing was done."),
)
DATABASE_AWAY = Kind(
    "database_away",
    503,
    _("The service is unavailable for a while"),
    _("Repeat the request in half a minute with the same Idempotency-Key."),
    {"Retry-After": RETRY_SECONDS},
)
BROKEN = Kind(
    "broken",
    500,
    _("Something broke on our side"),
    _("The error was recorded. Repeating with the same Idempotency-Key is safe."),
)
KINDS = {
    kind.code: kind
    for kind in (
        LAWFUL, NOT_SIGNED_IN, NO_RIGHT, NOT_FOUND, BAD_JSON, TOO_LARGE, BAD_INPUT, UNKNOWN_REFERENCE,
        CALENDAR_UNKNOWN, NO_LAW, FILE_REFUSED, ASKED_DIFFERENTLY, SLOT_TAKEN, STALE, DATABASE_AWAY, BROKEN,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What one occurrence adds to its kind: a narrower code, its own words, the clause, the fields."""

    code: str = ""
    detail: Sentence = ""
    citation: Citation | None = None
    errors: list[FieldError] | None = None


def language_of(request: HttpRequest) -> Language:
    return Language(getattr(request, "LANGUAGE_CODE", Language.KK))


def problem(request: HttpRequest, kind: Kind, said: Said | None = None) -> Problem:
    said = said or Said()
    citation, code = said.citation, said.code or kind.code
    return Problem(
        type=f"urn:qabyldau:problem:{code}",
        title=str(kind.title),
        status=kind.status,
        detail=str(said.detail or kind.detail),
        instance=request.path,
        code=code,
        clause=citation.number if citation else None,
        edition=citation.edition if citation else None,
        basis=citation.words[language_of(request)] if citation else None,
        errors=said.errors,
    )


def answer(request: HttpRequest, kind: Kind, said: Said | None = None) -> HttpResponse:
    body = problem(request, kind, said).model_dump(exclude_none=True)
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return HttpResponse(content, status=kind.status, content_type=MEDIA_TYPE, headers=dict(kind.headers))
