"""What is wrong with a wording before it may be kept: each finding with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qabyldau.letters.sms import ALLOWED, segments
from qabyldau.letters.template import CONDITION, FIELD, Template, parsed
from qabyldau.papers import sample
from qabyldau.papers.templates import headers_of, kind_of
from qabyldau.papers.templates import is_notice as of_notice
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language

LONGEST = 20_000
BRACES = re.compile(r"\{[^{}\n]*\}?|\}")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# What a letter to an applicant must say, whatever the office writes around it.
MUST: Mapping[Notice, tuple[str, ...]] = {
    Notice.REGISTERED: ("number", "respond_by", "secret"),
    Notice.LEFT: ("number", "citation", "complaint"),
    Notice.REFUSAL: ("number", "grounds", "motive", "complaint", "complaint_term"),
    Notice.EXTENSION: ("number", "citation", "old", "new", "reason"),
    Notice.APPOINTMENT: ("number", "starts_at", "official", "identity"),
    Notice.WITHDRAWAL: ("number",),
    Notice.FINAL_ANSWER: ("number", "text", "complaint", "complaint_term"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """`what` is the field, `box` the part of the text; line and column count from one, 0: all of it."""

    code: str
    box: str = "text"
    what: str = ""
    line: int = 0
    column: int = 0


class WordingRefusedError(ValueError):
    """The text cannot be kept; `problems` say why and where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Parts:
    """A wording as it is edited: each part in a box of its own. `sms` and `sms_also` only for notices."""

    subject: str
    text: str
    sms: str = ""
    sms_also: str = ""

    def source(self, name: str) -> str:
        """As a template is written down."""
        values = {"subject": self.subject, "sms": self.sms, "sms also": self.sms_also}
        head = "\n".join(f"{header}: {values[header]}" for header in headers_of(name))
        return f"{head}\n\n{self.text.strip()}\n"


def parts_of(name: str, source: str) -> Parts:
    template = parsed(name, source, headers_of(name))
    return Parts(
        template.subject, "\n\n".join(template.paragraphs), sms=template.sms, sms_also=template.sms_also
    )


def tidy(parts: Parts) -> Parts:
    """Line ends of any system, and no spaces nobody sees."""
    text = parts.text.replace("\r\n", "\n").replace("\r", "\n")
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    heads = (" ".join(one.split()) for one in (parts.subject, parts.sms, parts.sms_also))
    subject, sms, also = heads
    return Parts(subject, re.sub(r"\n{3,}", "\n\n", lines).strip(), sms, also)


def problems(name: str, language: Language, parts: Parts) -> list[Problem]:
    """Nothing: the text may be kept."""
    boxes = {"subject": parts.subject, "text": parts.text}
    if of_notice(name):
        boxes |= {"sms": parts.sms, "sms_also": parts.sms_also}
    allowed = sample.fields(name, language)
    found = [replace(one, box=box) for box, said in boxes.items() for one in _of_a_box(box, said, allowed)]
    return found or [*_missing(name, boxes), *_long(name, language, parts)]


def _of_a_box(box: str, said: str, allowed: Mapping[str, str]) -> Iterator[Problem]:
    if not said and box != "sms_also":
        yield Problem("wording_empty")
    if len(said) > LONGEST:
        yield Problem("wording_too_long")
    for one in CONTROL.finditer(said):
        yield _problem("wording_control", "", said, one.start())
    for one in BRACES.finditer(said):
        field = FIELD.fullmatch(one[0])
        if field is None or field[1] not in allowed:
            code = "wording_unknown_field" if field else "wording_brace"
            yield _problem(code, one[0], said, one.start())
    yield from _conditions(said, allowed)


def _conditions(said: str, allowed: Mapping[str, str]) -> Iterator[Problem]:
    at = 0
    for paragraph in said.split("\n\n"):
        condition = CONDITION.match(paragraph)
        for field in condition[1].split() if condition else ():
            if field not in allowed:
                yield _problem("wording_unknown_field", f"[{field}]", said, at)
        at += len(paragraph) + 2


def _problem(code: str, what: str, said: str, at: int) -> Problem:
    before = said[:at]
    line, column = before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
    return Problem(code, what=what, line=line, column=column)


def _missing(name: str, boxes: Mapping[str, str]) -> Iterator[Problem]:
    """Without these a letter would not say what the law asks of it."""
    if not of_notice(name):
        return
    named = {field.partition(".")[0] for field in FIELD.findall(" ".join((boxes["subject"], boxes["text"])))}
    for field in MUST.get(Notice(kind_of(name, Notice)), ("number",)):
        if field not in named:
            yield Problem("wording_lacks_field", what=f"{{{field}}}")


def _long(name: str, language: Language, parts: Parts) -> Iterator[Problem]:
    if of_notice(name) and segments(filled(name, language, parts.sms)) > ALLOWED:
        yield Problem("wording_sms_long", "sms")


def filled(name: str, language: Language, text: str) -> str:
    """A line with its fields, from sample facts."""
    return Template(name, text, "", "", ()).fill(text, sample.fields(name, language))
