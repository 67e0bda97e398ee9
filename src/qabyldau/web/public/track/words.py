"""Where an appeal stands, in plain words: what is, and what comes next."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.lifecycle import Action, State
from qabyldau.web.control import words as control
from qabyldau.web.screening import words as screening


@dataclass(frozen=True, slots=True)
class Standing:
    """One state as the applicant reads it. `ahead`: the steps still to come, in order."""

    heading: Promise
    means: Promise
    ahead: tuple[Promise, ...] = ()


ANSWER = _("The office names the day and hour of the reception, or refuses and gives the reasons")
RECEPTION = _("Reception")
FINAL = _("Final answer")

STANDINGS: dict[State, Standing] = {
    State.REGISTERED: Standing(
        _("Your appeal is registered"),
        _("The appeals department will check whether the question is stated and belongs to our competence."),
        (ANSWER, RECEPTION, FINAL),
    ),
    State.DATA_ASKED: Standing(*screening.DATA_ASKED, (ANSWER, RECEPTION, FINAL)),
    State.MERGED: Standing(*screening.MERGED),
    State.REDIRECTED: Standing(*screening.REDIRECTED),
    State.REVIEW: Standing(
        _("Your appeal is being considered"),
        _("The department collects materials and prepares a note for the head of the office."),
        (ANSWER, RECEPTION, FINAL),
    ),
    State.DECISION: Standing(
        _("A decision is being made"),
        _("The materials are ready; the head of the office decides whether and when you will be received."),
        (ANSWER, RECEPTION, FINAL),
    ),
    State.APPROVED: Standing(
        _("You will be received"),
        _("The decision is made. The hour is being chosen in the order of the queue; we will tell you."),
        (ANSWER, RECEPTION, FINAL),
    ),
    State.APPOINTED: Standing(
        _("The reception is appointed"),
        _("Come ten minutes early and bring an identity document."),
        (RECEPTION, FINAL),
    ),
    State.WAITING: Standing(
        _("Another time is awaited"),
        _("The appointed time was cancelled, your place in the order is kept. We will offer another time."),
        (RECEPTION, FINAL),
    ),
    State.HELD: Standing(
        _("You have been received"),
        _("The instructions given at the reception are being carried out. A final answer will follow."),
        (FINAL,),
    ),
    State.MISSED: Standing(
        _("The reception did not take place: you did not come"),
        _("Call the office: another hour may be given. Otherwise a written answer will follow."),
        (FINAL,),
    ),
    State.LEFT: Standing(
        _("The appeal was left without consideration"),
        screening.LEFT,
    ),
    State.REFUSED: Standing(
        _("The reception was refused"),
        _("The reasons, and how to complain, stand below."),
    ),
    State.WITHDRAWN: Standing(
        _("You have taken the appeal back"),
        _("It is not considered any more. You may apply again at any time."),
    ),
    State.CLOSED: Standing(
        _("The final answer has been given"),
        _("The answer stands below."),
    ),
    State.CHECKING: Standing(*control.CHECKING, (FINAL,)),
}

HAPPENED: dict[str, Promise] = {
    **screening.HAPPENED,
    **control.HAPPENED,
    "register": _("The appeal was registered"),
    "note_external_number": _("The appeal got its number in e-Otinish"),
    "add_files": _("Documents were added"),
    "recount": _("The term was recounted by the changed calendar"),
    Action.LEAVE: _("The appeal was left without consideration"),
    Action.TAKE_UP: _("The appeal was taken up for consideration"),
    Action.SUBMIT: _("The materials were prepared and handed to the head of the office"),
    Action.RETURN: _("The head of the office asked for more materials"),
    Action.APPROVE: _("It was decided to receive you"),
    Action.REFUSE: _("The reception was refused"),
    Action.EXTEND: _("The term was extended"),
    Action.APPOINT: _("The day and hour were appointed"),
    Action.MOVE_HOUR: _("The day or hour was changed"),
    Action.TURN_TO_VIDEO: _("The reception was turned to video"),
    Action.RELEASE: _("The appointed time was cancelled"),
    "offer": _("Times were offered to you"),
    "take_offered": _("You chose one of the offered times"),
    "decline_offer": _("You declined the offered times"),
    "offer_expired": _("The term of the offer ran out"),
    Action.HOLD: _("You were received"),
    Action.MISS: _("You did not come to the reception"),
    Action.CLOSE: _("The final answer was sent"),
    Action.WITHDRAW: _("You took the appeal back"),
}
