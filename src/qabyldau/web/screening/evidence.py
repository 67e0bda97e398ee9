"""What helps to find: earlier appeals ranked by likeness, and whose matter it may be. A person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from qabyldau.competence import Suggestion, subject_of, suggest
from qabyldau.likeness import Kind, Reason, Span
from qabyldau.reception import queries as reception
from qabyldau.registry import queries as registry
from qabyldau.registry.sameness import Sighting, Why
from qabyldau.regulation.norms.refusal import RepeatWithoutNews
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
WHY: dict[Why, _StrPromise] = {
    Why.NUMBER: pgettext_lazy("person", "the same IIN or BIN"),
    Why.NAME: pgettext_lazy("person", "the same name"),
    Why.SPELLING: pgettext_lazy("person", "the same name in another spelling"),
    Why.SLIP: pgettext_lazy("person", "the name differs by a letter or two"),
    Why.PART: pgettext_lazy("person", "a part of the name is the same"),
    Why.BIRTH: pgettext_lazy("person", "the same date of birth"),
    Why.PHONE: pgettext_lazy("person", "the same phone"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `found` when it is one of the words that made it alike."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier appeal as the page shows it: how like, why, whose it is, and what came of it."""

    appeal: Appeal
    percent: int
    likely: bool
    here: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    reasons: tuple[tuple[Reason, _StrPromise], ...]
    person: Sighting
    why: tuple[_StrPromise, ...]
    outcome: object
    answer: FinalAnswer | None
    character: object


@dataclass(frozen=True, slots=True)
class Guess:
    """A suggested subject with the text in which its words are marked."""

    suggestion: Suggestion
    pieces: tuple[Piece, ...]


def gather(case: Case) -> dict[str, object]:
    """Of the earlier appeals only those that this person may read."""
    repeats = review.same_matter(case.appeal)
    wanted = [repeat.appeal.pk for repeat in repeats]
    readable = set(registry.visible_to(case.actor).filter(pk__in=wanted).values_list("pk", flat=True))
    shown = [_before(case.appeal, repeat) for repeat in repeats if repeat.appeal.pk in readable]
    return {"evidence": True, "of_matter": True, "before": shown, **of_competence(case)}


def of_competence(case: Case) -> dict[str, object]:
    """Whose matter it probably is, with the words that led to it; and the subject chosen before."""
    appeal = case.appeal
    return {
        "evidence": True,
        "of_competence": True,
        "guesses": [
            Guess(one, tuple(pieces(appeal.substance, one.spans)))
            for one in suggest(appeal.substance, case.today)
        ],
        "chosen": subject_of(appeal.subject) if appeal.subject else None,
        "redirection": review.redirection(appeal),
        "news_citation": appeal.edition.cite(RepeatWithoutNews),
        "today": case.today,
    }


def _before(mine: Appeal, repeat: review.Repeat) -> Before:
    appeal, match = repeat.appeal, repeat.match
    decision, answer = review.latest_decision(appeal), reception.final_answer(appeal)
    return Before(
        appeal=appeal,
        percent=round(100 * match.score),
        likely=match.likely,
        here=tuple(pieces(mine.substance, match.here)),
        pieces=tuple(pieces(appeal.substance, match.there)),
        reasons=tuple((reason, KINDS[reason.kind]) for reason in match.reasons),
        person=repeat.person,
        why=tuple(WHY[one] for one in repeat.person.why),
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
