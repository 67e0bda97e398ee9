"""Acts of participation, one file each group: invitations, answers, refusals, central bodies, foreigners."""

from qabyldau.participation.actions.answer import Said, attend, reply
from qabyldau.participation.actions.central import (
    CentralSaid,
    extend_for_central,
    record_central_answer,
    request_central,
    tell_central,
)
from qabyldau.participation.actions.foreign import (
    approve_regime,
    ask_interpreter,
    confirm_interpreter,
    note_treaty,
)
from qabyldau.participation.actions.invite import Guest, invite, recall, retell
from qabyldau.participation.actions.refusals import Sent, flag_overdue, make_report, record_sent
from qabyldau.participation.actions.remind import tick

__all__ = [
    "CentralSaid",
    "Guest",
    "Said",
    "Sent",
    "approve_regime",
    "ask_interpreter",
    "attend",
    "confirm_interpreter",
    "extend_for_central",
    "flag_overdue",
    "invite",
    "make_report",
    "note_treaty",
    "recall",
    "record_central_answer",
    "record_sent",
    "reply",
    "request_central",
    "retell",
    "tell_central",
    "tick",
]
