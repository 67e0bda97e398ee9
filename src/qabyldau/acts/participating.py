"""What the acts of participation ask for, and what stands against them before they are asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from qabyldau.acts.inputs import Id, Input, Plain, Reasons
from qabyldau.participation import queries
from qabyldau.participation.actions.central import ASKED_IN
from qabyldau.participation.kinds import CentralAnswer
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms import reception
from qabyldau.regulation.norms.deadlines import CentralRequestNotice
from qabyldau.regulation.norms.reception import CentralRequest, Citizenship, SecrecyRegime
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal

Named = Annotated[str, Field(min_length=1, max_length=200), Plain]


class RequestCentralInput(Input):
    """Which central body, and what it is asked: why the territorial units cannot settle the matter."""

    body_id: Id
    question: Reasons


class ExtendForCentralInput(Input):
    """The new last day and why more time is needed; the same letter tells of the request."""

    until: date
    reason: Reasons


class CentralAnswerInput(Input):
    """What a central body answered. `declined` says why in `text`; `agreed_for`: the day they agreed to."""

    request_id: Id
    answer: CentralAnswer
    answered_on: date
    agreed_for: date | None = None
    text: Annotated[str, Field(max_length=5000), Plain] = ""


class ApproveRegimeInput(Input):
    """Number, day and author of the approval by the rules of secrecy."""

    number: Annotated[str, Field(min_length=1, max_length=60), Plain]
    approved_on: date
    approved_by: Annotated[str, Field(min_length=1, max_length=300), Plain]


class AskInterpreterInput(Input):
    """Who is asked to interpret, and from which language."""

    language: Annotated[str, Field(min_length=1, max_length=100), Plain]
    name: Named


class ConfirmInterpreterInput(Input):
    """Whether the interpreter who was asked comes."""

    comes: bool


class NoteTreatyInput(Input):
    """What an international treaty says otherwise."""

    text: Reasons


Check = Callable[["Appeal", str], UnlawfulError | None]


def against(name: str, appeal: Appeal, _: Actor) -> UnlawfulError | None:
    check = CHECKS.get(name)
    return check(appeal, name) if check else None


def _request(appeal: Appeal, name: str) -> UnlawfulError | None:
    if appeal.stage in ASKED_IN:
        return None
    code = "already_over" if appeal.stage in FINAL else "act_not_now"
    return UnlawfulError(code, appeal.edition.cite(CentralRequest), action=name, state=appeal.state)


def _asked(appeal: Appeal, _: str) -> UnlawfulError | None:
    if any(one.told_on is None or one.answer == CentralAnswer.WAITING for one in queries.central(appeal)):
        return None
    return UnlawfulError("no_central_request", appeal.edition.cite(CentralRequestNotice))


def _untold(appeal: Appeal, _: str) -> UnlawfulError | None:
    asked = queries.central(appeal)
    if any(one.told_on is None for one in asked):
        return None
    waits = any(one.answer == CentralAnswer.WAITING for one in asked)
    code = "central_already_told" if waits else "no_central_request"
    return UnlawfulError(code, appeal.edition.cite(CentralRequestNotice))


def _to_answer(appeal: Appeal, _: str) -> UnlawfulError | None:
    open_ones = {CentralAnswer.WAITING, CentralAnswer.SILENT}
    if any(one.answer in open_ones for one in queries.central(appeal)):
        return None
    return UnlawfulError("no_central_request", appeal.edition.cite(CentralRequest))


def _foreigner(appeal: Appeal, name: str) -> UnlawfulError | None:
    clause = appeal.edition.cite(SecrecyRegime)
    if queries.citizenship(appeal) is Citizenship.CITIZEN:
        return UnlawfulError("not_a_foreigner", clause)
    if appeal.stage in FINAL:
        return UnlawfulError("already_over", clause, action=name, state=appeal.state)
    return None


def _interpreted(appeal: Appeal, name: str) -> UnlawfulError | None:
    unasked = UnlawfulError("interpreter_not_asked", appeal.edition.cite(reception.Interpreter))
    return _foreigner(appeal, name) or (None if queries.interpreter(appeal) else unasked)


CHECKS: dict[str, Check] = {
    "request_central": _request,
    "extend_for_central": _asked,
    "tell_central": _untold,
    "record_central_answer": _to_answer,
    "approve_regime": _foreigner,
    "ask_interpreter": _foreigner,
    "confirm_interpreter": _interpreted,
    "note_treaty": _foreigner,
}
# Acts that most appeals never need: shown only where they may be done.
RARE = frozenset(CHECKS) - {"request_central"}
