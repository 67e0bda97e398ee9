"""What a note quotes: earlier appeals with their answers, and what bodies answered, as they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.materials import queries as materials
from qabyldau.materials.kinds import RequestState
from qabyldau.reception import queries as reception
from qabyldau.registry import queries as registry
from qabyldau.review.actions import Earlier, Material

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qabyldau.materials.models import MaterialRequest
    from qabyldau.registry.models import Appeal

MATTER, ANSWER = 600, 1200


def history(appeal: Appeal, ids: Sequence[int] | None = None) -> tuple[Earlier, ...]:
    """Of these earlier appeals of the applicant, or of all; the newest first."""
    before = registry.earlier(appeal)
    chosen = before if ids is None else before.filter(pk__in=ids)
    return tuple(_earlier(one) for one in chosen)


def _earlier(one: Appeal) -> Earlier:
    answer = reception.final_answer(one)
    return Earlier(
        appeal_id=one.pk,
        number=one.number,
        on=one.registered_on.isoformat(),
        matter=shortened(one.substance, MATTER),
        state=one.state,
        answer=shortened(answer.text, ANSWER) if answer else "",
    )


def collected(appeal: Appeal, ids: Sequence[int] | None = None) -> tuple[Material, ...]:
    """Of these answered requests, or of all."""
    found = materials.answered(appeal, None if ids is None else tuple(ids))
    return tuple(_material(one) for one in found)


def _material(one: MaterialRequest) -> Material:
    return Material(
        request_id=one.pk,
        body_id=one.body_id,
        number=one.number,
        body_kk=one.body.name_kk,
        body_ru=one.body.name_ru,
        question=one.question,
        text=one.answer.text,
        on=one.answer.at.date().isoformat(),
        unable=one.state == RequestState.UNABLE,
        files=tuple(file.name for file in one.answer.files.all()),
    )


def shortened(text: str, length: int) -> str:
    """At a word, with a sign that there is more."""
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0]} …"
