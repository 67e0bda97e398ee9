"""What control does when an appeal is answered or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.control import recusal
from qabyldau.control.actions.steps import also, take
from qabyldau.control.kinds import ON_CONTROL, Stage
from qabyldau.control.models import Instruction
from qabyldau.people.actor import Actor
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.norms.control import FinalAnswer
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.reception.events import AnswerSigned
    from qabyldau.registry.events import AppealWithdrawn

STANDING = (Stage.DRAFT, *ON_CONTROL)


def take_off(event: AnswerSigned) -> None:
    """The final answer takes off control what was carried out; while something was not, there is none."""
    appeal, asked = event.appeal, event.asked
    recusal.check_official(appeal, event.signed_by)
    rows = list(_standing(appeal.pk))
    waiting = sum(row.stage != Stage.FULFILLED for row in rows)
    if waiting:
        raise UnlawfulError("instructions_open", appeal.edition.cite(FinalAnswer), count=waiting)
    for row in rows:
        row.off_on = local_day(appeal.office, asked.at)
        take(row, ControlAct.TAKE_OFF, also(asked))


def release(event: AppealWithdrawn) -> None:
    """Nobody waits for the answer any more: nothing is left to control."""
    office_id = registry.get(event.appeal_id).office_id
    asked = Asked(by=Actor.system("withdrawal", office_id), at=event.at)
    for row in _standing(event.appeal_id):
        take(row, ControlAct.RELEASE, asked)


def _standing(appeal_id: int) -> list[Instruction]:
    rows = Instruction.objects.select_for_update(of=("self",)).select_related("appeal__office", "office")
    return list(rows.filter(appeal_id=appeal_id, stage__in=STANDING).order_by("pk"))
