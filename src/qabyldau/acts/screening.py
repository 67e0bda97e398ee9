"""What acts of screening ask for, and what stands against them before they are asked for."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from qabyldau.acts.inputs import Id, Input, Plain, Reasons, Short
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.norms.deadlines import Redirection
from qabyldau.regulation.norms.refusal import NoAuthor, anonymous
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.screening.actions.redirect import PART_FROM
from qabyldau.screening.kinds import Reached, Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.norms.refusal import Assessment

Remark = Annotated[str, Field(max_length=5000), Plain]
Name = Annotated[str, Field(min_length=2, max_length=200), Plain]
BodyName = Annotated[str, Field(max_length=300), Plain]
Number = Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")]
Address = Annotated[str, Field(max_length=300), Plain]
MOST_NAMES = 2000


class AskDataInput(Input):
    """What is missing; without a day, by the day that the office usually gives."""

    missing: Annotated[list[Missing], Field(max_length=len(Missing))]
    until: date | None = None
    remark: Remark = ""


class SupplyDataInput(Input):
    """What came. `brought`: papers that were shown or came as files (`signature`, `authority`, `names`)."""

    name: Short = ""
    number: Number = ""
    address: Address = ""
    matter: Remark = ""
    brought: Annotated[list[Missing], Field(max_length=len(Missing))] = []


class RedirectInput(Input):
    """The competent body: one that the office keeps, or its name in both languages; and why it is."""

    body_id: Id | None = None
    body_kk: BodyName = ""
    body_ru: BodyName = ""
    motive: Reasons


class RedirectPartInput(RedirectInput):
    """`part`: which part, in words that the applicant and the body both read."""

    part: Reasons


class MergeInput(Input):
    """The number of the earlier appeal."""

    earlier_number: Annotated[str, Field(min_length=1, max_length=40), Plain]


class NamedInput(Input):
    """One of those who appeal together."""

    name: Name
    signed: bool


class NameCoApplicantsInput(Input):
    """Everybody but the applicant, who stands before the list; it takes the place of the one before."""

    names: Annotated[list[NamedInput], Field(max_length=MOST_NAMES)]


class NoteContactInput(Input):
    """`tried_at`: when it was tried, if not just now."""

    way: Way
    result: Reached
    tried_at: datetime | None = None
    remark: Short = ""


def against(name: str, appeal: Appeal, found: Assessment) -> UnlawfulError | None:
    """None: nothing does, or it is no act of ours. What hangs on the day, the act itself says."""
    check = CHECKS.get(name)
    return check(appeal, found) if check else None


def _leave_anonymous(appeal: Appeal, found: Assessment) -> UnlawfulError | None:
    try:
        anonymous(found, appeal.edition)
    except UnlawfulError as unlawful:
        return unlawful
    return None


def _redirect(appeal: Appeal, found: Assessment) -> UnlawfulError | None:
    alarm = found.authored is False and found.tells_of_crime
    if alarm or found.within_competence is False:
        return None
    return UnlawfulError("redirect_what_is_ours", appeal.edition.cite(Redirection))


def _redirect_part(appeal: Appeal, found: Assessment) -> UnlawfulError | None:
    basis = appeal.edition.cite(Redirection)
    if appeal.stage not in PART_FROM:
        code = "already_over" if appeal.stage in FINAL else "act_not_now"
        return UnlawfulError(code, basis, action="redirect_part", state=appeal.state)
    ours = found.within_competence is True
    return None if ours else UnlawfulError("part_of_what_is_not_ours", basis)


def _take_up(appeal: Appeal, found: Assessment) -> UnlawfulError | None:
    if found.authored is False:
        return UnlawfulError("without_author", appeal.edition.cite(NoAuthor))
    return None


CHECKS: dict[str, Callable[[Appeal, Assessment], UnlawfulError | None]] = {
    "leave_anonymous": _leave_anonymous,
    "redirect": _redirect,
    "redirect_part": _redirect_part,
    "take_up": _take_up,
}
