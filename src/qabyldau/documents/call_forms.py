"""Printed forms for calls while there is no power: two on a page, each with its number given ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qabyldau.documents.papers import both, day
from qabyldau.documents.typeset import Data, typeset
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.words import Language, Words


@dataclass(frozen=True, slots=True)
class CallForms:
    """A pile of forms. `numbers` as they are said to the caller."""

    office: Words
    phone: str
    numbers: tuple[str, ...]
    topics: Sequence[Words]
    printed_on: date
    citation: Citation


def call_forms_pdf(facts: CallForms, language: Language) -> bytes:
    """In both languages, the operator's first."""
    data: dict[str, Data] = {
        "language": language,
        "office": both(facts.office),
        "phone": facts.phone,
        "numbers": list(facts.numbers),
        "topics": [both(one) for one in facts.topics],
        "printed_on": day(facts.printed_on),
        "clause": both(facts.citation.words),
    }
    return typeset("call_forms", data, dated=facts.printed_on)
