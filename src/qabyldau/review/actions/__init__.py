"""Acts of the review, one file each group: screening, note, decision, list and hour."""

from qabyldau.review.actions.appoint import Distribution, appoint, distribute, retire, send_list
from qabyldau.review.actions.decide import approve, extend, refuse, send_back
from qabyldau.review.actions.prepare import Findings, Proposed, leave, screen, submit, take_up

__all__ = [
    "Distribution",
    "Findings",
    "Proposed",
    "appoint",
    "approve",
    "distribute",
    "extend",
    "leave",
    "refuse",
    "retire",
    "screen",
    "send_back",
    "send_list",
    "submit",
    "take_up",
]
