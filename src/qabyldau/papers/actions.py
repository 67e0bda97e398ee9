"""Issue a paper: number it, write it in each language, and keep what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau import rows
from qabyldau.journal import actions as journal
from qabyldau.journal.actions import Happened
from qabyldau.papers import choosing, numbering
from qabyldau.papers.codes import code_of
from qabyldau.papers.content import content
from qabyldau.papers.errors import PaperReplacedError
from qabyldau.papers.kinds import KINDS, LETTER, PaperKind
from qabyldau.papers.models import Paper
from qabyldau.papers.text import Around, name_of, version_of
from qabyldau.people.actor import Actor
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.papers.facts import Facts, Told
    from qabyldau.people.models import Office


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper of many; `about` is "kind:id"."""

    about: str
    languages: tuple[Language, ...]
    facts: Facts | Told


def issue(
    office: Office,
    kind: PaperKind,
    *,
    about: str,
    languages: tuple[Language, ...],
    facts: Facts | Told,
    by: Actor,
    at: datetime,
    replaces: Paper | None = None,
) -> Paper:
    """In the transaction of the act that owes the paper; `about` is "kind:id"."""
    (paper,) = issue_all(office, kind, [Wanted(about, languages, facts)], by=by, at=at)
    if replaces is not None:
        _replace(replaces, paper)
    return paper


def issue_all(
    office: Office, kind: PaperKind, wanted: Sequence[Wanted], *, by: Actor, at: datetime
) -> list[Paper]:
    """Papers of one kind, numbered in this order, by a few statements for all of them."""
    # The chain first, the counter second, always: whoever did it the other way could wait for us for ever.
    journal.hold(office.pk)
    day = at.astimezone(ZoneInfo(office.zone)).date()
    numbers = numbering.take(office, kind, day, len(wanted))
    papers = [_written(office, kind, *pair, day) for pair in zip(numbers, wanted, strict=True)]
    for paper in papers:
        paper.issued_at, paper.by_user_id = at, by.user_id
    rows.insert_all(papers)
    happened = [
        Happened(one.about, said.facts.citation, _said(one)) for one, said in zip(papers, wanted, strict=True)
    ]
    journal.write_all("issue_paper", happened, by=by, at=at)
    return papers


def _written(office: Office, kind: PaperKind, number: numbering.Number, wanted: Wanted, day: date) -> Paper:
    facts, name = wanted.facts, name_of(kind, wanted.facts)
    around = Around(number.text, day, office.name, office.address, office.phone)
    templates = {language: choosing.template(office, name, language, day) for language in wanted.languages}
    paper = Paper(
        office=office,
        kind=kind,
        index=number.index,
        year=number.year,
        counter=number.counter,
        number=number.text,
        about=wanted.about,
        issued_on=day,
        data=content(around, templates, facts, own_layout=KINDS[kind].layout != LETTER),
        templates={language: version_of(template) for language, template in templates.items()},
        key=facts.key,
        code=code_of(f"paper|{office.code}|{number.index}|{number.year}|{number.counter}"),
    )
    paper.sha256 = digest(paper)
    return paper


def _said(paper: Paper) -> dict[str, object]:
    return {"paper": paper.pk, "kind": str(paper.kind), "number": paper.number, "sha256": paper.sha256}


def digest(paper: Paper) -> str:
    """Of everything the paper says: the same words under the same number have the same digest."""
    said = [paper.kind, paper.number, paper.issued_on.isoformat(), paper.data]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _replace(old: Paper, new: Paper) -> None:
    if not Paper.objects.filter(pk=old.pk, replaced_by=None).update(replaced_by=new):
        raise PaperReplacedError(old.number)
    old.replaced_by = new
