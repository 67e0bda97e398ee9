"""What helps to find: earlier appeals ranked by likeness, and whose matter it may be. A person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from qabyldau.competence import suggest
from qabyldau.likeness import Kind, Reason, Span
from qabyldau.reception import queries as reception
from qabyldau.registry import queries as registry
from qabyldau.review import queries as review
from qabyldau.web.staff.acts.form import Case
from qabyldau.web.staff.words import CHARACTERS, OUTCOMES

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from qabyldau.reception.models import FinalAnswer
    from qabyldau.registry.models import Appeal

KINDS: dict[Kind, _StrPromise] = {
    Kind.SAME: pgettext_lazy("likeness", "the same word"),
    Kind.FORM: pgettext_lazy("likeness", "another form"),
    Kind.MEANING: pgettext_lazy("likeness", "the same meaning"),
    Kind.SPELLING: pgettext_lazy("likeness", "another spelling"),
    Kind.PLACE: pgettext_lazy("likeness", "the same place"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `found` when it is one of the words that made it alike."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier appeal as the page shows it: how like, why, and what came of it."""

    appeal: Appeal
    percent: int
    likely: bool
    pieces: tuple[Piece, ...]
    reasons: tuple[tuple[Reason, _StrPromise], ...]
    outcome: object
    answer: FinalAnswer | None
    character: object


def gather(case: Case) -> dict[str, object]:
    """Of the earlier appeals only those that this person may read."""
    repeats = review.same_matter(case.appeal)
    wanted = [repeat.appeal.pk for repeat in repeats]
    readable = set(registry.visible_to(case.actor).filter(pk__in=wanted).values_list("pk", flat=True))
    return {
        "evidence": True,
        "before": [_before(repeat) for repeat in repeats if repeat.appeal.pk in readable],
        "suggested": suggest(case.appeal.substance),
        "redirection": review.redirection(case.appeal),
    }


def _before(repeat: review.Repeat) -> Before:
    appeal, match = repeat.appeal, repeat.match
    decision, answer = review.latest_decision(appeal), reception.final_answer(appeal)
    return Before(
        appeal=appeal,
        percent=round(100 * match.score),
        likely=match.likely,
        pieces=tuple(pieces(appeal.substance, match.there)),
        reasons=tuple((reason, KINDS[reason.kind]) for reason in match.reasons),
        outcome=OUTCOMES.get(decision.outcome, "") if decision else "",
        answer=answer,
        character=CHARACTERS.get(answer.character, "") if answer else "",
    )


def pieces(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """The whole text, cut at the words found."""
    at = 0
    for span in sorted(spans):
        if at < span.start:
            yield Piece(text[at : span.start], found=False)
        yield Piece(text[span.start : span.end], found=True)
        at = span.end
    if at < len(text):
        yield Piece(text[at:], found=False)
