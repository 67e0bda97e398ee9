"""The life of an instruction: what may be done with it, where, and the norm that permits it.

An instruction is off control by the final answer alone: an accepted report is not the end of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.norms.control import FinalAnswer, InstructionControl, Minutes
from qabyldau.regulation.norms.refusal import Withdrawal
from qabyldau.regulation.unlawful import UnlawfulMoveError


class Stage(StrEnum):
    """Where an instruction stands."""

    DRAFT = "draft"
    OPEN = "open"
    IN_WORK = "in_work"
    REPORTED = "reported"
    FULFILLED = "fulfilled"
    DONE = "done"
    DROPPED = "dropped"


# The executor still has it; the executor is ready with it; the department controls it.
AT_WORK = (Stage.OPEN, Stage.IN_WORK)
CARRIED_OUT = (Stage.REPORTED, Stage.FULFILLED, Stage.DONE)
ON_CONTROL = (*AT_WORK, Stage.REPORTED, Stage.FULFILLED)


class ControlAct(StrEnum):
    """What may be done with an instruction."""

    PUT_ON_CONTROL = "put_on_control"
    DROP = "drop_instruction"
    ACCEPT = "accept_instruction"
    HAND_ON = "hand_on"
    GIVE_TASK = "give_task"
    ANSWER_MEANWHILE = "answer_meanwhile"
    REPORT_PART = "report_part"
    REPORT = "report_done"
    SEND_BACK = "send_report_back"
    ACCEPT_REPORT = "accept_report"
    WISH_DAY = "wish_day"
    MOVE_DAY = "move_day"
    REMIND = "remind_executor"
    TAKE_OFF = "take_off_control"
    RESTORE = "put_back_on_control"
    RELEASE = "release_instruction"


@dataclass(frozen=True, slots=True)
class Step:
    """One permitted step of an instruction, and the norm that permits it."""

    act: ControlAct
    source: Stage
    target: Stage
    under: type[Norm]


def _staying(act: ControlAct, *stages: Stage) -> tuple[Step, ...]:
    return tuple(Step(act, stage, stage, under=InstructionControl) for stage in stages)


STEPS = (
    Step(ControlAct.PUT_ON_CONTROL, Stage.DRAFT, Stage.OPEN, under=Minutes),
    Step(ControlAct.DROP, Stage.DRAFT, Stage.DROPPED, under=Minutes),
    Step(ControlAct.ACCEPT, Stage.OPEN, Stage.IN_WORK, under=InstructionControl),
    *_staying(ControlAct.HAND_ON, *AT_WORK),
    *_staying(ControlAct.GIVE_TASK, *AT_WORK),
    *_staying(ControlAct.ANSWER_MEANWHILE, *AT_WORK),
    *_staying(ControlAct.REPORT_PART, *AT_WORK),
    *(Step(ControlAct.REPORT, stage, Stage.REPORTED, under=InstructionControl) for stage in AT_WORK),
    Step(ControlAct.SEND_BACK, Stage.REPORTED, Stage.IN_WORK, under=InstructionControl),
    Step(ControlAct.ACCEPT_REPORT, Stage.REPORTED, Stage.FULFILLED, under=InstructionControl),
    *_staying(ControlAct.WISH_DAY, *AT_WORK),
    *_staying(ControlAct.MOVE_DAY, *AT_WORK),
    *_staying(ControlAct.REMIND, *AT_WORK),
    Step(ControlAct.TAKE_OFF, Stage.FULFILLED, Stage.DONE, under=FinalAnswer),
    Step(ControlAct.RESTORE, Stage.DONE, Stage.OPEN, under=InstructionControl),
    *(
        Step(ControlAct.RELEASE, stage, Stage.DROPPED, under=Withdrawal)
        for stage in (Stage.DRAFT, *ON_CONTROL)
    ),
)


def step(act: ControlAct, source: Stage, edition: Edition) -> Step:
    """The permitted step, or an error that says what stands against it."""
    for row in STEPS:
        if (row.act, row.source) == (act, source) and edition.has(row.under):
            return row
    under = next(row.under for row in STEPS if row.act is act)
    raise UnlawfulMoveError("instruction_not_now", edition.cite(under), action=act, state=source)
