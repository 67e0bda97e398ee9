"""All that answers for a clause: its text, norms and where they live, moves, notices, tests."""

import inspect
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qabyldau.regulation.canonical import numbers_of
from qabyldau.regulation.edition import Context, Edition, Excluded, Feature, NoNormError, Norm, Unknown
from qabyldau.regulation.lifecycle import MOVES, Move
from qabyldau.regulation.proofs import proofs
from qabyldau.regulation.texts import Paragraph, act_of
from qabyldau.regulation.words import Words

SOURCES = Path(__file__).parents[2]


class AnswerKind(StrEnum):
    """In what way a row of the table answers for its clause."""

    NORM = "norm"
    FEATURE = "to come"
    CONTEXT = "context"
    EXCLUDED = "struck out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """One norm or marker of a row. `words`: what a marker says; None for a norm."""

    kind: AnswerKind
    name: str
    says: str
    numbers: str
    file: str
    line: int
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A clause with everything that hangs on it. `paragraph` None: the act's text is not held."""

    number: str
    paragraph: Paragraph | None
    answers: tuple[Answer, ...]
    moves: tuple[Move, ...]
    tests: tuple[str, ...]


def explain(edition: Edition, number: str) -> Explained:
    """Everything about one clause; an unknown number is an error."""
    row = edition.clause(number)
    kinds = tuple(type(norm) for norm in row.norms)
    return Explained(
        number=number,
        paragraph=_paragraph(edition, number),
        answers=tuple(_answer(norm) for norm in row.norms),
        moves=tuple(move for move in MOVES if any(issubclass(kind, move.under) for kind in kinds)),
        tests=tuple(proofs().get(number, ())) if edition.unit == "п." else (),
    )


def explain_all(edition: Edition) -> tuple[Explained, ...]:
    return tuple(explain(edition, row.number) for row in edition.clauses)


def _paragraph(edition: Edition, number: str) -> Paragraph | None:
    try:
        return act_of(edition).paragraph(number)
    except NoNormError:
        return None


def _answer(norm: Norm) -> Answer:
    kind, words = _marked(norm)
    return Answer(
        kind=kind,
        name=type(norm).__name__,
        says=inspect.getdoc(type(norm)) or "",
        numbers=numbers_of(norm) if words is None else "",
        file=Path(inspect.getfile(type(norm))).relative_to(SOURCES.parent).as_posix(),
        line=inspect.getsourcelines(type(norm))[1],
        words=words,
    )


def _marked(norm: Norm) -> tuple[AnswerKind, Words | None]:
    match norm:
        case Feature(to_come=words):
            return AnswerKind.FEATURE, words
        case Context(why=words):
            return AnswerKind.CONTEXT, words
        case Excluded(by=words):
            return AnswerKind.EXCLUDED, words
        case Unknown(why=words):
            return AnswerKind.UNKNOWN, words
    return AnswerKind.NORM, None
