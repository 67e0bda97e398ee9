"""Which wording of a template an office uses on a day: its own approved one, or ours."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from qabyldau.letters.template import Template, parsed
from qabyldau.papers.models import Wording
from qabyldau.papers.templates import built_in, headers_of
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Approved:
    """`template` None: from this day on our own text again."""

    name: str
    language: str
    version: int
    since: date
    template: Template | None


def template(office: Office, name: str, language: Language, day: date) -> Template:
    """Costs no statement where the office has no wordings of its own, and seldom one where it has."""
    chosen = in_force(office, name, language, day)
    return (chosen.template if chosen else None) or built_in(name, language)


def in_force(office: Office, name: str, language: Language, day: date) -> Approved | None:
    """None: the office never approved a text of its own for that day."""
    if not office.texts:
        return None
    rows = [one for one in _approved(office.pk, office.texts) if (one.name, one.language) == (name, language)]
    return max(
        (one for one in rows if one.since <= day), key=lambda one: (one.since, one.version), default=None
    )


def digest(office_id: int) -> str:
    """Of every approved wording; the office's row carries it, so each process knows when to look again."""
    rows = Wording.objects.filter(office_id=office_id, approved_at__isnull=False)
    said = list(rows.values_list("name", "language", "version", "since", "source"))
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest() if said else ""


@lru_cache(maxsize=64)
def _approved(office_id: int, texts: str) -> tuple[Approved, ...]:  # noqa: ARG001  part of the key
    rows = Wording.objects.filter(office_id=office_id, approved_at__isnull=False)
    return tuple(
        Approved(one.name, one.language, one.version, one.since, _parsed(one)) for one in rows if one.since
    )


def _parsed(wording: Wording) -> Template | None:
    if not wording.source:
        return None
    title = f"{wording.language}/{wording.name} {wording.version}"
    return parsed(title, wording.source, headers_of(wording.name))
