"""What the executors do: accept, name who does it, share it out, answer meanwhile, report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.bodies import queries as bodies
from qabyldau.control import recusal
from qabyldau.control.actions.steps import locked_part, take
from qabyldau.control.kinds import ReplyKind
from qabyldau.control.models import Reply, ReplyFile
from qabyldau.people.actor import PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry import files
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.bodies.models import Representative
    from qabyldau.control.models import Executor
    from qabyldau.registry.files import Upload


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: its words, its files, and the paper it came on, if the department enters it."""

    text: str
    uploads: tuple[Upload, ...] = ()
    paper: str = ""


@transaction.atomic
def accept(part_id: int, *, person_id: int | None = None, asked: Asked) -> Executor:
    """The body takes its part; without a name, whoever accepts it does it."""
    part = _mine(part_id, asked)
    one = _member(part, person_id, asked)
    if one is not None:
        recusal.check_person(part.instruction.appeal, one)
    act = ControlAct.ACCEPT if part.lead else ControlAct.HAND_ON
    part.person, part.accepted_at = one, asked.at
    part.save(update_fields=["person", "accepted_at"])
    take(part.instruction, act, asked, {"body": part.body_id, "person": part.person_id})
    return part


@transaction.atomic
def hand_on(part_id: int, *, person_id: int, asked: Asked) -> Executor:
    """Somebody else of the body does it; nobody who resolved the matter before."""
    part = _mine(part_id, asked)
    one = _member(part, person_id, asked)
    if one is None:
        raise UnlawfulError("executor_unknown", part.instruction.appeal.edition.cite(InstructionControl))
    recusal.check_person(part.instruction.appeal, one)
    part.person = one
    part.save(update_fields=["person"])
    take(part.instruction, ControlAct.HAND_ON, asked, {"body": part.body_id, "person": one.pk})
    return part


@transaction.atomic
def give_task(part_id: int, *, text: str, due_on: date, asked: Asked) -> Executor:
    """The leading body gives a co-executor a task of its own, with a day within that of the instruction."""
    part = locked_part(part_id, asked)
    row, law = part.instruction, part.instruction.appeal.edition.cite(InstructionControl)
    lead = row.executors.filter(lead=True).select_related("body").first()
    if part.lead or lead is None:
        raise UnlawfulError("task_of_the_lead", law)
    _speaks_for(lead, asked)
    if due_on < local_day(row.office, asked.at):
        raise UnlawfulError("instruction_date_past", law, day=due_on)
    if row.due_on and due_on > row.due_on:
        raise UnlawfulError("task_after_instruction", law, day=row.due_on)
    part.task, part.due_on, part.done_on = text.strip(), due_on, None
    part.save(update_fields=["task", "due_on", "done_on"])
    take(row, ControlAct.GIVE_TASK, asked, {"body": part.body_id, "due_on": due_on.isoformat()})
    return part


@transaction.atomic
def answer_meanwhile(part_id: int, *, given: Given, asked: Asked) -> Reply:
    """An interim answer: it is kept, and closes nothing."""
    part = _mine(part_id, asked)
    said = _reply(part, ReplyKind.INTERIM, given, asked)
    take(part.instruction, ControlAct.ANSWER_MEANWHILE, asked, {"reply": said.pk})
    return said


@transaction.atomic
def report(part_id: int, *, given: Given, asked: Asked) -> Reply:
    """It is done, says the executor; of the whole, the leading body says so, and the department looks."""
    part = _mine(part_id, asked)
    row, today = part.instruction, local_day(part.instruction.office, asked.at)
    if not part.lead:
        said = _reply(part, ReplyKind.PART, given, asked)
        part.done_on = today
        part.save(update_fields=["done_on"])
        take(row, ControlAct.REPORT_PART, asked, {"reply": said.pk, "body": part.body_id})
        return said
    said = _reply(part, ReplyKind.REPORT, given, asked)
    row.reported_on = today
    take(row, ControlAct.REPORT, asked, {"reply": said.pk, "late": said.late})
    return said


def _mine(part_id: int, asked: Asked) -> Executor:
    """The department, from paper; else whoever speaks for the body on that day."""
    part = locked_part(part_id, asked)
    _speaks_for(part, asked)
    return part


def _speaks_for(part: Executor, asked: Asked) -> None:
    row = part.instruction
    if asked.by.office_id == row.office_id and asked.by.may(Right.CONTROL):
        return
    require(asked.by, Right.CARRY_OUT, row.office_id)
    mine = bodies.of_user(row.office_id, asked.by.user_id, local_day(row.office, asked.at))
    if part.body_id not in {one.pk for one in mine}:
        raise PermissionDeniedError(Right.CARRY_OUT)


def _member(part: Executor, person_id: int | None, asked: Asked) -> Representative | None:
    """Who of the body is meant; None: the department entered it, and nobody was named."""
    members = bodies.members(part.body, local_day(part.instruction.office, asked.at))
    if person_id is None:
        return next((one for one in members if asked.by.user_id and one.user_id == asked.by.user_id), None)
    found = next((one for one in members if one.pk == person_id), None)
    if found is None:
        raise UnlawfulError("executor_unknown", part.instruction.appeal.edition.cite(InstructionControl))
    return found


def _reply(part: Executor, kind: ReplyKind, given: Given, asked: Asked) -> Reply:
    row = part.instruction
    if not given.paper:
        recusal.check_user(row.appeal, asked.by.user_id)
    files.check(given.uploads)
    due_on = part.due_on or row.due_on
    said = Reply.objects.create(
        instruction=row,
        part=part,
        kind=kind,
        text=given.text.strip(),
        paper=given.paper.strip(),
        late=bool(due_on and local_day(row.office, asked.at) > due_on),
        by_user_id=asked.by.user_id,
        by_name=asked.by.name,
        at=asked.at,
    )
    ReplyFile.objects.bulk_create(_files(said, given.uploads))
    return said


def _files(said: Reply, uploads: tuple[Upload, ...]) -> list[ReplyFile]:
    kept = [files.keep(one) for one in uploads]
    return [
        ReplyFile(
            reply=said, name=one.name, kind=one.kind, size=one.size, sha256=one.sha256, stored=one.stored
        )
        for one in kept
    ]
