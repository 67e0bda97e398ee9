"""Facts spelled out in one language, as the named fields of the templates.

A fact `new` of type date becomes `{new}` and `{new.short}`: `spelling` says which parts each type has.
"""

from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING

from qabyldau.letters.facts import Body, Heading, Refusal
from qabyldau.letters.spelling import Parts, prose, spell
from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.deadlines import ComplaintAnswer, ComplaintTerm, Within
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.norms.refusal import Complaint
from qabyldau.regulation.wording import term_words
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PROSE = frozenset({"motive", "reason", "text", "intended", "facts", "conclusion", "question"})
MENTIONED: dict[str, type[Norm]] = {
    "precedence": Precedence,
    "identity": IdentityShown,
    "complaint": Complaint,
    "complaint_term": ComplaintTerm,
    "complaint_answer": ComplaintAnswer,
}


def fields_of(heading: Heading, body: Body, language: Language) -> Parts:
    """Every field a template of this notice may name."""
    mentioned_too = mentioned(by_code(heading.citation.edition), language)
    return (
        spelled(heading, language)
        | spelled(body, language)
        | mentioned_too
        | _grounds(heading, body, language)
    )


def spelled(facts: "DataclassInstance", language: Language) -> Parts:
    """The fields of any facts, each with the parts of its type."""
    found: Parts = {}
    for field in dataclass_fields(facts):
        found |= _named(field.name, _spelled(field.name, getattr(facts, field.name), language))
    return found


def _spelled(name: str, value: object, language: Language) -> Parts:
    return {"": prose(value)} if name in PROSE and isinstance(value, str) else spell(value, language)


def _named(name: str, parts: Parts) -> Parts:
    return {f"{name}.{part}" if part else name: text for part, text in parts.items()}


def mentioned(law: Edition, language: Language) -> Parts:
    """Clauses that letters mention beside their own; empty where the edition has none."""
    found: Parts = {}
    for name, kind in MENTIONED.items():
        found |= _named(name, _clause(law, kind, language) if law.has(kind) else {"": "", "term": ""})
    return found


def _clause(law: Edition, kind: type[Norm], language: Language) -> Parts:
    norm = law.get(kind)
    term = term_words(norm.within, language) if isinstance(norm, Within) else ""
    return {"": law.cite(kind).words[language], "term": term}


def _grounds(heading: Heading, body: Body, language: Language) -> Parts:
    """The clauses of a refusal, its own ground first, each once."""
    if not isinstance(body, Refusal):
        return {}
    both = (body.ground.words[language], heading.citation.words[language])
    return {"grounds": "; ".join(dict.fromkeys(both))}
