"""The life of an appeal: every lawful move, and the norm that permits it.

The only place where transitions live. A move whose norm is missing from an
edition does not exist under that edition: no clause, no move.
"""

from dataclasses import dataclass
from enum import StrEnum

from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.norms.completeness import Duplicate
from qabyldau.regulation.norms.control import (
    Distribution,
    FinalAnswer,
    InstructionControl,
    Minutes,
    ReceptionList,
)
from qabyldau.regulation.norms.deadlines import (
    AnswerDeadline,
    Completion,
    ExtensionCap,
    HearingNotice,
    Redirection,
    ReferenceNote,
)
from qabyldau.regulation.norms.reception import VideoOnly
from qabyldau.regulation.norms.refusal import Ground, NoAuthor, NoMatterStated, Withdrawal
from qabyldau.regulation.norms.schedule import SameDayReception
from qabyldau.regulation.unlawful import UnlawfulMoveError


class State(StrEnum):
    """Where an appeal stands."""

    REGISTERED = "registered"
    DATA_ASKED = "data_asked"
    MERGED = "merged"
    REVIEW = "review"
    DECISION = "decision"
    APPROVED = "approved"
    APPOINTED = "appointed"
    WAITING = "waiting"
    HELD = "held"
    MISSED = "missed"
    LEFT = "left"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    CHECKING = "checking"


FINAL = frozenset({State.LEFT, State.REFUSED, State.REDIRECTED, State.WITHDRAWN, State.CLOSED})
# Only the final answer can still be doubted by the applicant: then it is checked whether it was kept.
FOR_GOOD = FINAL - {State.CLOSED}
# Nothing is owed here any more; a joined appeal can still be parted from the other.
AT_REST = FINAL | {State.MERGED}


class Action(StrEnum):
    """What may be done to an appeal."""

    LEAVE = "leave"
    LEAVE_ANONYMOUS = "leave_anonymous"
    ASK_DATA = "ask_data"
    SUPPLY_DATA = "supply_data"
    TURN_BACK = "turn_back"
    REDIRECT = "redirect"
    MERGE = "merge"
    SEPARATE = "separate"
    TAKE_UP = "take_up"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    REFUSE = "refuse"
    EXTEND = "extend"
    HEAR = "hear"
    RECEIVE_TODAY = "receive_today"
    DECLINE_TODAY = "decline_today"
    APPOINT = "appoint"
    MOVE_HOUR = "move_hour"
    TURN_TO_VIDEO = "turn_to_video"
    RELEASE = "release"
    HOLD = "hold"
    MISS = "miss"
    CLOSE = "close"
    REOPEN = "reopen"
    CONFIRM_DONE = "confirm_done"
    PUT_BACK = "put_back"
    WITHDRAW = "withdraw"


class Notice(StrEnum):
    """What the applicant must be told, and no move may forget."""

    REGISTERED = "registered"
    LEFT = "left"
    DATA_REQUEST = "data_request"
    DATA_RECEIVED = "data_received"
    REDIRECTION = "redirection"
    MERGER = "merger"
    UNREACHED = "unreached"
    REFUSAL = "refusal"
    EXTENSION = "extension"
    CENTRAL_NOTICE = "central_notice"
    HEARING = "hearing"
    TODAY_DECLINED = "today_declined"
    APPOINTMENT = "appointment"
    MOVED = "moved"
    BY_VIDEO = "by_video"
    HOUR_CANCELLED = "hour_cancelled"
    OFFER = "offer"
    WITHDRAWAL = "withdrawal"
    FINAL_ANSWER = "final_answer"
    CHECK_BEGUN = "check_begun"
    CHECK_OVER = "check_over"


@dataclass(frozen=True, slots=True)
class Move:
    """One permitted step. `under` permits it; `tells` is the notice it owes, None: nobody waits for one."""

    action: Action
    source: State
    target: State
    under: type[Norm]
    tells: Notice | None = None


MOVES = (
    Move(Action.LEAVE, State.REGISTERED, State.LEFT, under=NoMatterStated, tells=Notice.LEFT),
    Move(Action.LEAVE_ANONYMOUS, State.REGISTERED, State.LEFT, under=NoAuthor, tells=Notice.LEFT),
    Move(Action.ASK_DATA, State.REGISTERED, State.DATA_ASKED, under=Completion, tells=Notice.DATA_REQUEST),
    Move(
        Action.SUPPLY_DATA, State.DATA_ASKED, State.REGISTERED, under=Completion, tells=Notice.DATA_RECEIVED
    ),
    Move(Action.TURN_BACK, State.DATA_ASKED, State.LEFT, under=Completion, tells=Notice.LEFT),
    Move(Action.REDIRECT, State.REGISTERED, State.REDIRECTED, under=Redirection, tells=Notice.REDIRECTION),
    Move(Action.REDIRECT, State.REVIEW, State.REDIRECTED, under=Redirection, tells=Notice.REDIRECTION),
    Move(Action.MERGE, State.REGISTERED, State.MERGED, under=Duplicate, tells=Notice.MERGER),
    Move(Action.MERGE, State.REVIEW, State.MERGED, under=Duplicate, tells=Notice.MERGER),
    Move(Action.SEPARATE, State.MERGED, State.REGISTERED, under=Duplicate, tells=Notice.MERGER),
    Move(Action.TAKE_UP, State.REGISTERED, State.REVIEW, under=ReferenceNote),
    Move(Action.SUBMIT, State.REVIEW, State.DECISION, under=ReferenceNote),
    Move(Action.RETURN, State.DECISION, State.REVIEW, under=ReceptionList),
    Move(Action.APPROVE, State.DECISION, State.APPROVED, under=ReceptionList),
    Move(Action.REFUSE, State.DECISION, State.REFUSED, under=Ground, tells=Notice.REFUSAL),
    Move(Action.EXTEND, State.REVIEW, State.REVIEW, under=ExtensionCap, tells=Notice.EXTENSION),
    Move(Action.EXTEND, State.DECISION, State.DECISION, under=ExtensionCap, tells=Notice.EXTENSION),
    Move(Action.EXTEND, State.APPROVED, State.APPROVED, under=ExtensionCap, tells=Notice.EXTENSION),
    Move(Action.HEAR, State.REVIEW, State.REVIEW, under=HearingNotice, tells=Notice.HEARING),
    Move(Action.HEAR, State.DECISION, State.DECISION, under=HearingNotice, tells=Notice.HEARING),
    Move(
        Action.RECEIVE_TODAY,
        State.REGISTERED,
        State.APPOINTED,
        under=SameDayReception,
        tells=Notice.APPOINTMENT,
    ),
    Move(
        Action.DECLINE_TODAY,
        State.REGISTERED,
        State.REGISTERED,
        under=SameDayReception,
        tells=Notice.TODAY_DECLINED,
    ),
    Move(
        Action.RECEIVE_TODAY,
        State.REVIEW,
        State.APPOINTED,
        under=SameDayReception,
        tells=Notice.APPOINTMENT,
    ),
    Move(
        Action.DECLINE_TODAY,
        State.REVIEW,
        State.REVIEW,
        under=SameDayReception,
        tells=Notice.TODAY_DECLINED,
    ),
    Move(Action.APPOINT, State.APPROVED, State.APPOINTED, under=AnswerDeadline, tells=Notice.APPOINTMENT),
    Move(Action.APPOINT, State.MISSED, State.APPOINTED, under=AnswerDeadline, tells=Notice.APPOINTMENT),
    Move(Action.APPOINT, State.WAITING, State.APPOINTED, under=AnswerDeadline, tells=Notice.APPOINTMENT),
    Move(Action.MOVE_HOUR, State.APPOINTED, State.APPOINTED, under=Distribution, tells=Notice.MOVED),
    Move(Action.TURN_TO_VIDEO, State.APPOINTED, State.APPOINTED, under=VideoOnly, tells=Notice.BY_VIDEO),
    Move(Action.RELEASE, State.APPOINTED, State.WAITING, under=Distribution, tells=Notice.HOUR_CANCELLED),
    Move(Action.HOLD, State.APPOINTED, State.HELD, under=Minutes),
    Move(Action.MISS, State.APPOINTED, State.MISSED, under=Minutes),
    Move(Action.CLOSE, State.HELD, State.CLOSED, under=FinalAnswer, tells=Notice.FINAL_ANSWER),
    Move(Action.CLOSE, State.MISSED, State.CLOSED, under=FinalAnswer, tells=Notice.FINAL_ANSWER),
    Move(Action.CLOSE, State.WAITING, State.CLOSED, under=FinalAnswer, tells=Notice.FINAL_ANSWER),
    Move(Action.REOPEN, State.CLOSED, State.CHECKING, under=InstructionControl, tells=Notice.CHECK_BEGUN),
    Move(
        Action.CONFIRM_DONE, State.CHECKING, State.CLOSED, under=InstructionControl, tells=Notice.CHECK_OVER
    ),
    Move(Action.PUT_BACK, State.CHECKING, State.HELD, under=InstructionControl, tells=Notice.CHECK_OVER),
    *(
        Move(Action.WITHDRAW, source, State.WITHDRAWN, under=Withdrawal, tells=Notice.WITHDRAWAL)
        for source in (
            State.REGISTERED,
            State.DATA_ASKED,
            State.REVIEW,
            State.DECISION,
            State.APPROVED,
            State.APPOINTED,
            State.WAITING,
            State.MISSED,
        )
    ),
)


def lawful(state: State, edition: Edition) -> tuple[Move, ...]:
    """The moves open from this state under this edition."""
    return tuple(move for move in MOVES if move.source is state and edition.has(move.under))


def take(action: Action, state: State, edition: Edition) -> Move:
    """The lawful move for this action, or an error that says what stands against it."""
    for move in lawful(state, edition):
        if move.action is action:
            return move
    raise _refusal(action, state, edition)


def _refusal(action: Action, state: State, edition: Edition) -> UnlawfulMoveError:
    kinds = {move.under for move in MOVES if move.action is action and edition.has(move.under)}
    if not kinds:
        return UnlawfulMoveError("not_in_this_edition", action=action, state=state, edition=edition.code)
    code = "already_over" if state in FINAL else "act_not_now"
    return UnlawfulMoveError(code, edition.cite(kinds.pop()), action=action, state=state)
