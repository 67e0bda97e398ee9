"""The letter with which an appeal, or a part of one, goes to the body that is competent."""

from dataclasses import dataclass
from datetime import date

from qabyldau.letters.spelling import Prose
from qabyldau.papers.facts.base import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect(Facts):
    """Who wrote, where to answer, and what about. One of `whole`, `part` and `alarm` stands.

    `answered`: the body answers the applicant itself; nobody is answered whose name is not known.
    """

    appeal: str
    registered_on: date
    applicant: str
    contacts: str
    substance: Prose
    motive: Prose
    whole: bool = False
    part: Prose
    alarm: bool = False
    answered: bool = True
    files: int | None = None
