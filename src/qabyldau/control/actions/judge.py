"""What the department says to an answer: accepted, sent back, or an answer without action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.control import letters
from qabyldau.control.actions.steps import locked, note, take
from qabyldau.control.kinds import ReplyKind, Verdict
from qabyldau.control.models import Reply
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.control.models import Instruction
    from qabyldau.registry.moves import Asked


@transaction.atomic
def accept_report(instruction_id: int, *, asked: Asked) -> Instruction:
    """It was done; on control it stays until the final answer to the applicant."""
    row = locked(instruction_id, asked)
    require(asked.by, Right.CONTROL, row.office_id)
    said = _waiting(row)
    take(row, ControlAct.ACCEPT_REPORT, asked, {"reply": said.pk if said else None})
    if said is not None:
        _judge(said, Verdict.ACCEPTED, "", asked)
    return row


@transaction.atomic
def send_back(
    instruction_id: int, *, remark: str, verdict: Verdict = Verdict.RETURNED, asked: Asked
) -> Instruction:
    """It is not done, or the answer tells of no action: the executor goes on, and is told why."""
    row = locked(instruction_id, asked)
    require(asked.by, Right.CONTROL, row.office_id)
    if not remark.strip():
        raise UnlawfulError("sent_back_without_reason", row.appeal.edition.cite(InstructionControl))
    said = _waiting(row)
    row.reported_on = None
    take(row, ControlAct.SEND_BACK, asked, {"reply": said.pk if said else None, "verdict": str(verdict)})
    if said is not None:
        _judge(said, verdict, remark, asked)
        letters.tell(row, "returned", at=asked.at, again=f"-{said.pk}", remark=remark)
    return row


@transaction.atomic
def mark_empty(reply_id: int, *, remark: str, asked: Asked) -> Reply:
    """An interim answer that tells of no action is marked so; the day of the instruction stays."""
    said = Reply.objects.get(pk=reply_id)
    row = locked(said.instruction_id, asked)
    require(asked.by, Right.CONTROL, row.office_id)
    law = row.appeal.edition.cite(InstructionControl)
    if not remark.strip():
        raise UnlawfulError("sent_back_without_reason", law)
    if said.kind == ReplyKind.REPORT or said.verdict:
        raise UnlawfulError("answer_judged", law)
    _judge(said, Verdict.EMPTY, remark, asked)
    note(row, "mark_empty", asked, law, {"reply": said.pk})
    letters.tell(row, "returned", at=asked.at, again=f"-{said.pk}", remark=remark)
    return said


def _waiting(row: Instruction) -> Reply | None:
    """The report that nobody has judged yet."""
    return row.replies.filter(kind=ReplyKind.REPORT, verdict="").order_by("-pk").first()


def _judge(said: Reply, verdict: Verdict, remark: str, asked: Asked) -> None:
    said.verdict, said.remark = verdict, remark.strip()
    said.judged_by_name, said.judged_at = asked.by.name, asked.at
    said.save(update_fields=["verdict", "remark", "judged_by_name", "judged_at"])
