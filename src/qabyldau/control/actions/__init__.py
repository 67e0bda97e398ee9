"""Acts on instructions: dictate, carry out, judge, give another day, remind, check again."""

from qabyldau.control.actions.checks import confirm_done, put_back, reopen
from qabyldau.control.actions.days import deny_day, grant_day, move_day, wish_day
from qabyldau.control.actions.dictate import Order, change, dictate, drop, put_on_control
from qabyldau.control.actions.hands import Known, note_earlier_hand
from qabyldau.control.actions.judge import accept_report, mark_empty, send_back
from qabyldau.control.actions.remind import remind
from qabyldau.control.actions.work import Given, accept, answer_meanwhile, give_task, hand_on, report

__all__ = [
    "Given",
    "Known",
    "Order",
    "accept",
    "accept_report",
    "answer_meanwhile",
    "change",
    "confirm_done",
    "deny_day",
    "dictate",
    "drop",
    "give_task",
    "grant_day",
    "hand_on",
    "mark_empty",
    "move_day",
    "note_earlier_hand",
    "put_back",
    "put_on_control",
    "remind",
    "reopen",
    "report",
    "send_back",
    "wish_day",
]
