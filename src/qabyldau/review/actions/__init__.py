"""Acts of the review, one file each group: screening, note, decision, list and hour."""

from qabyldau.review.actions.agree import Opinion, agree, agree_for_body, ask_agreement
from qabyldau.review.actions.appoint import Distribution, appoint, distribute, retire, send_list
from qabyldau.review.actions.decide import approve, extend, refuse, send_back
from qabyldau.review.actions.hearing import Invitation, invite, object_to, record_hearing
from qabyldau.review.actions.note import Earlier, Material, Proposed, keep_draft, keep_note, submit
from qabyldau.review.actions.prepare import Findings, leave, screen, take_up

__all__ = [
    "Distribution",
    "Earlier",
    "Findings",
    "Invitation",
    "Material",
    "Opinion",
    "Proposed",
    "agree",
    "agree_for_body",
    "appoint",
    "approve",
    "ask_agreement",
    "distribute",
    "extend",
    "invite",
    "keep_draft",
    "keep_note",
    "leave",
    "object_to",
    "record_hearing",
    "refuse",
    "retire",
    "screen",
    "send_back",
    "send_list",
    "submit",
    "take_up",
]
