"""Find appeals by what a person remembers of them, in a time that does not grow with the table.

Every word stands for all that begin with it. Only the latest are looked up: who finds too many says more.
"""

from __future__ import annotations

import re

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from qabyldau.people import queries as people
from qabyldau.people.identifiers import cleaned
from qabyldau.registry.models import Appeal

LATEST = 500
WORD = re.compile(r"[^\W_]+")
PHONE_DIGITS, COUNTRY = 10, "+7"
# Word for word the expression of the index, see migration 0006.
DOCUMENT = (
    "replace(registry_appeal.number, '-', ' ') || ' ' || replace(registry_appeal.external_number, '-', ' ') "
    "|| ' ' || registry_appeal.folded_name || ' ' || registry_appeal.folded_substance"
)
ON_POSTGRESQL = f"to_tsvector('simple'::regconfig, {DOCUMENT}) @@ to_tsquery('simple'::regconfig, %s)"
ON_SQLITE = "SELECT rowid FROM registry_words WHERE registry_words MATCH %s"


def latest(appeals: QuerySet[Appeal], office_id: int, typed: str) -> list[int]:
    """Keys of the latest of these appeals that have all of these words, or this number of a person."""
    words = WORD.findall(typed.casefold())
    if not words:
        return []
    keys = set(_by_words(appeals, words)[:LATEST]) | set(_by_digits(appeals, office_id, typed)[:LATEST])
    return sorted(keys, reverse=True)[:LATEST]


def _by_words(appeals: QuerySet[Appeal], words: list[str]) -> QuerySet[Appeal, int]:
    if connection.vendor == "postgresql":
        asked = " & ".join(f"'{word}':*" for word in words)
        having = appeals.filter(RawSQL(ON_POSTGRESQL, [asked], output_field=BooleanField()))  # noqa: S611  a parameter
    else:
        asked = " ".join(f'"{word}"*' for word in words)
        having = appeals.filter(pk__in=RawSQL(ON_SQLITE, [asked]))  # noqa: S611  a parameter
    return having.order_by("-pk").values_list("pk", flat=True)


def _by_digits(appeals: QuerySet[Appeal], office_id: int, typed: str) -> QuerySet[Appeal, int]:
    """A telephone, or the number of a person or company: whole, or not at all."""
    digits = cleaned(typed).lstrip("+")
    if len(digits) < PHONE_DIGITS or not digits.isdigit():
        return appeals.none().values_list("pk", flat=True)
    owners = list(people.applicants_with(office_id, digits).values_list("pk", flat=True))
    by_phone = Q(phone__in=[f"+{digits}", COUNTRY + digits[-PHONE_DIGITS:]])
    return appeals.filter(by_phone | Q(applicant__in=owners)).order_by("-pk").values_list("pk", flat=True)
