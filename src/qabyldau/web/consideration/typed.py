"""What is typed of a note, by field: of a version as it stands, and of a form as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import QueryDict

    from qabyldau.review.models import Note

LINES = ("language", "facts", "conclusion", "facts_other", "conclusion_other")
CHOICES = ("proposal", "official_id", "day_id", "mode", "ground")
MANY = {"history": "appeal_id", "materials": "request_id"}
LONGEST = 20_000


def as_typed(note: Note) -> dict[str, object]:
    """The fields of the form as this version would fill them."""
    lines: dict[str, object] = {name: getattr(note, name) for name in LINES}
    chosen: dict[str, object] = {name: getattr(note, name) or "" for name in CHOICES}
    quoted: dict[str, object] = {
        name: [str(one[key]) for one in getattr(note, name)] for name, key in MANY.items()
    }
    return {**lines, **chosen, **quoted}


def typed(data: QueryDict) -> dict[str, object]:
    """Everything typed, as it was typed: a draft is checked by nobody."""
    said: dict[str, object] = {name: data.get(name, "")[:LONGEST] for name in (*LINES, *CHOICES)}
    return said | {name: data.getlist(name)[:100] for name in MANY}
