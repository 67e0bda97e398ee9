"""Columns of an appeal that later acts fill in: what was missing, and those who appeal together.

Callers hold the appeal locked and journal what they did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from qabyldau.people import actions as people
from qabyldau.people.actions import Person
from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import CoApplicant, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.norms.deadlines import Due


@dataclass(frozen=True, slots=True)
class Added:
    """What an applicant adds to an appeal; empty: nothing of it."""

    name: str = ""
    number: str = ""
    address: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """One of those who appeal together; `signed`: agreed by signing."""

    name: str
    signed: bool


def add(appeal: Appeal, added: Added) -> None:
    """The first words of the substance stay as they were; what came later stands behind them."""
    if added.name:
        appeal.applicant_name, appeal.folded_name = added.name, added.name.casefold()
    if added.address:
        appeal.address = added.address
    if added.matter:
        appeal.substance = "\n\n".join(part for part in (appeal.substance, added.matter) if part)
        appeal.folded_substance = appeal.substance.casefold()
    if added.name or added.number:
        _known_as(appeal, added)


def _known_as(appeal: Appeal, added: Added) -> None:
    """With a number it is that number's owner who appeals; a name alone makes a person of its own."""
    before = appeal.applicant
    if added.number:
        kind = ApplicantKind(before.kind)
        person = Person(kind=kind, name=appeal.applicant_name, number=added.number, born_on=before.born_on)
        appeal.applicant_id = people.known(appeal.office_id, person)
    elif not before.sealed_number:
        person = Person(kind=ApplicantKind(before.kind), name=appeal.applicant_name, born_on=before.born_on)
        appeal.applicant_id = people.known(appeal.office_id, person)


def owe_until(appeal: Appeal, kind: TermKind, found: Due, until: date) -> Term:
    """Something is owed by a day that a person named, under its clause."""
    return Term.objects.create(
        appeal=appeal,
        kind=kind,
        norm=found.kind,
        event_on=found.event,
        due_on=until,
        target_on=until,
        citation=found.citation.as_row(),
        calendar_version=found.calendar_version,
        set_by_hand=True,
    )


def run_answer_again(appeal: Appeal) -> None:
    """The last term of the answer is open again with the day it had: it was stopped by mistake."""
    term = appeal.terms.filter(kind=TermKind.ANSWER, replaced_by=None).order_by("-pk")[0]
    term.met_on = None
    term.save(update_fields=["met_on"])
    appeal.due_on, appeal.due_target = term.due_on, term.target_on


def name_together(appeal: Appeal, names: Sequence[Named], at: datetime) -> None:
    """The list as it is now; the applicant or the representative stands before it and is counted too."""
    CoApplicant.objects.filter(appeal=appeal).delete()
    CoApplicant.objects.bulk_create(
        CoApplicant(
            appeal=appeal,
            place=place,
            name=one.name,
            folded_name=one.name.casefold(),
            signed=one.signed,
            named_at=at,
        )
        for place, one in enumerate(names, start=1)
    )
    appeal.people_count = 1 + len(names)
