"""Names of what control adds to the workplace and to tracking: acts, steps, states, letters, stages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.bodies.kinds import BodyKind
from qabyldau.control.kinds import Level, Outcome, ReplyKind, Stage, Verdict
from qabyldau.regulation.instructions import ControlAct
from qabyldau.regulation.lifecycle import Action, State

ACTS: dict[str, Promise] = {
    "hand_on": pgettext_lazy("act", "Name who carries an instruction out"),
    "note_earlier_hand": pgettext_lazy("act", "Note who resolved this before"),
    "reopen": pgettext_lazy("act", "Record that nothing was done"),
    "confirm_done": pgettext_lazy("act", "Confirm that it was done"),
    "put_back": pgettext_lazy("act", "Put back on control"),
}
EFFECTS: dict[str, Promise] = {
    "hand_on": _("This person of the body carries the instruction out from now on."),
    "note_earlier_hand": _("This person is not given the matter again, by whatever way."),
    "reopen": _("The answer is checked again; the applicant is told by when."),
    "confirm_done": _("The appeal is closed again; the applicant reads what the check found."),
    "put_back": _("Its instructions are on control again under their old days, until a new final answer."),
}
DONE: dict[str, Promise] = {
    "hand_on": _("The person is named."),
    "note_earlier_hand": _("It is noted: this person is not given the matter."),
    "reopen": _("The check is open; the applicant is told."),
    "confirm_done": _("The check is over; the applicant is told."),
    "put_back": _("The instructions are on control again; the applicant is told."),
}
STEPS: dict[str, Promise] = {
    ControlAct.ACCEPT: pgettext_lazy("step", "Instruction accepted by its executor"),
    ControlAct.HAND_ON: pgettext_lazy("step", "Named who carries the instruction out"),
    ControlAct.GIVE_TASK: pgettext_lazy("step", "Task given to a co-executor"),
    ControlAct.ANSWER_MEANWHILE: pgettext_lazy("step", "Interim answer of the executor"),
    ControlAct.REPORT_PART: pgettext_lazy("step", "Co-executor reported a task"),
    ControlAct.REPORT: pgettext_lazy("step", "Executor reported it done"),
    ControlAct.SEND_BACK: pgettext_lazy("step", "Report sent back"),
    ControlAct.ACCEPT_REPORT: pgettext_lazy("step", "Report accepted"),
    ControlAct.WISH_DAY: pgettext_lazy("step", "Executor asked for another day"),
    ControlAct.MOVE_DAY: pgettext_lazy("step", "Day of an instruction changed"),
    "deny_day": pgettext_lazy("step", "Day of an instruction left as it was"),
    "mark_empty": pgettext_lazy("step", "Marked: an answer without action"),
    ControlAct.REMIND: pgettext_lazy("step", "Executor reminded"),
    "tell_late": pgettext_lazy("step", "Told higher up: not done in time"),
    ControlAct.TAKE_OFF: pgettext_lazy("step", "Instruction taken off control"),
    ControlAct.RESTORE: pgettext_lazy("step", "Instruction back on control"),
    ControlAct.RELEASE: pgettext_lazy("step", "Instruction released: the appeal was withdrawn"),
    "note_earlier_hand": pgettext_lazy("step", "Noted who resolved this before"),
    Action.REOPEN: pgettext_lazy("step", "The applicant says: not done"),
    Action.CONFIRM_DONE: pgettext_lazy("step", "Checked: done"),
    Action.PUT_BACK: pgettext_lazy("step", "Checked: not done, back on control"),
}
STATES: dict[str, Promise] = {State.CHECKING: pgettext_lazy("state", "Being checked again")}
STILL: dict[str, Promise] = {State.CHECKING: pgettext_lazy("still", "Whether it was done is checked")}
NOTICES: dict[str, Promise] = {
    "instruction": pgettext_lazy("letter", "Letter to an executor"),
    "check_begun": pgettext_lazy("letter", "It is checked whether it was done"),
    "check_over": pgettext_lazy("letter", "Outcome of the check"),
}
HAPPENED: dict[str, Promise] = {
    Action.REOPEN: _("You told us that what was promised is not done; it is being checked"),
    Action.CONFIRM_DONE: _("The check found that it was done"),
    Action.PUT_BACK: _("The check found that it was not done; it is on control again"),
}
# On the tracking page: what is, and what it means.
CHECKING = (
    _("What was promised is being checked"),
    _("The department looks whether it was done, and tells you by the day named in the letter."),
)
STAGES: dict[str, Promise] = {
    Stage.DRAFT: pgettext_lazy("instruction", "Draft"),
    Stage.OPEN: pgettext_lazy("instruction", "Given"),
    Stage.IN_WORK: pgettext_lazy("instruction", "In work"),
    Stage.REPORTED: pgettext_lazy("instruction", "Awaiting acceptance"),
    Stage.FULFILLED: pgettext_lazy("instruction", "Done, final answer awaited"),
    Stage.DONE: pgettext_lazy("instruction", "Off control"),
    Stage.DROPPED: pgettext_lazy("instruction", "Dropped"),
}
REPLIES: dict[str, Promise] = {
    ReplyKind.INTERIM: pgettext_lazy("reply", "Interim answer"),
    ReplyKind.PART: pgettext_lazy("reply", "Task reported"),
    ReplyKind.REPORT: pgettext_lazy("reply", "Report: done"),
}
VERDICTS: dict[str, Promise] = {
    Verdict.ACCEPTED: pgettext_lazy("verdict", "Accepted"),
    Verdict.RETURNED: pgettext_lazy("verdict", "Sent back"),
    Verdict.EMPTY: pgettext_lazy("verdict", "Answer without action"),
}
LEVELS: dict[str, Promise] = {
    Level.BODY: pgettext_lazy("level", "Head of the body"),
    Level.HEAD_OF_OFFICE: pgettext_lazy("level", "Head of the office"),
    Level.AKIM: pgettext_lazy("level", "Akim"),
}
OUTCOMES: dict[str, Promise] = {
    Outcome.CONFIRMED: pgettext_lazy("check", "Done, as the check found"),
    Outcome.RESTORED: pgettext_lazy("check", "Not done: back on control"),
}
KINDS: dict[str, Promise] = {
    BodyKind.UNIT: pgettext_lazy("body", "Units of the office"),
    BodyKind.TERRITORIAL: pgettext_lazy("body", "Territorial bodies"),
    BodyKind.CENTRAL: pgettext_lazy("body", "Central bodies"),
}
