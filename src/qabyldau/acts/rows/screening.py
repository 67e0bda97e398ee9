"""Acts of screening beside the findings: completion, redirection, doubles, names, tries to reach somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qabyldau.acts import screening as inputs
from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import Nothing
from qabyldau.people.roles import Right
from qabyldau.registry import queries as appeals
from qabyldau.registry.amending import Added, Named
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.norms.completeness import Duplicate
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review.actions import prepare
from qabyldau.screening import actions as screening
from qabyldau.screening.actions import Lack, Passing, Supplied, Tried

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked


def _ask_data(appeal: Appeal, given: inputs.AskDataInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    lack = Lack(frozenset(given.missing), given.until, given.remark)
    return screening.ask_data(appeal.pk, lack=lack, asked=asked)


def _supply_data(appeal: Appeal, given: inputs.SupplyDataInput, asked: Asked) -> Any:  # noqa: ANN401
    added = Added(**given.model_dump(exclude={"brought"}))
    return screening.supply_data(appeal.pk, supplied=Supplied(added, frozenset(given.brought)), asked=asked)


def _passing(given: inputs.RedirectInput, part: str = "") -> Passing:
    return Passing(given.body_id, Words(kk=given.body_kk, ru=given.body_ru), given.motive, part)


def _redirect(appeal: Appeal, given: inputs.RedirectInput, asked: Asked) -> Any:  # noqa: ANN401
    return screening.redirect(appeal.pk, passing=_passing(given), asked=asked)


def _redirect_part(appeal: Appeal, given: inputs.RedirectPartInput, asked: Asked) -> Any:  # noqa: ANN401
    return screening.redirect_part(appeal.pk, passing=_passing(given, given.part), asked=asked)


def _merge(appeal: Appeal, given: inputs.MergeInput, asked: Asked) -> Any:  # noqa: ANN401
    earlier = appeals.numbered(appeal.office_id, given.earlier_number)
    if earlier is None:
        raise UnlawfulError("not_the_earlier", appeal.edition.cite(Duplicate))
    return screening.merge(appeal.pk, earlier_id=earlier.pk, asked=asked)


def _name(appeal: Appeal, given: inputs.NameCoApplicantsInput, asked: Asked) -> Any:  # noqa: ANN401
    names = tuple(Named(one.name, one.signed) for one in given.names)
    return screening.name_co_applicants(appeal.pk, names=names, asked=asked)


def _note_contact(appeal: Appeal, given: inputs.NoteContactInput, asked: Asked) -> Any:  # noqa: ANN401
    return screening.note_contact(appeal.pk, tried=Tried(**given.model_dump()), asked=asked)


ROWS = (
    Act("ask_data", Right.ASK_DATA, Action.ASK_DATA, inputs.AskDataInput, _ask_data),
    Act("supply_data", Right.SUPPLY_DATA, Action.SUPPLY_DATA, inputs.SupplyDataInput, _supply_data),
    Act("turn_back", Right.LEAVE, Action.TURN_BACK, Nothing, plain(screening.turn_back)),
    Act("leave_anonymous", Right.LEAVE, Action.LEAVE_ANONYMOUS, Nothing, plain(prepare.leave_anonymous)),
    Act("redirect", Right.REDIRECT, Action.REDIRECT, inputs.RedirectInput, _redirect),
    Act("redirect_part", Right.REDIRECT, None, inputs.RedirectPartInput, _redirect_part),
    Act("merge", Right.MERGE, Action.MERGE, inputs.MergeInput, _merge),
    Act("separate", Right.MERGE, Action.SEPARATE, Nothing, plain(screening.separate)),
    Act("name_co_applicants", Right.NAME_TOGETHER, None, inputs.NameCoApplicantsInput, _name),
    Act("note_contact", Right.NOTE_CONTACT, None, inputs.NoteContactInput, _note_contact),
)
