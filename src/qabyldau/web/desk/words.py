"""Words of the desk: reasons of a place, what became of a visit, what each press did."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.desk import Visit as Stage

IN_TURN = _("in the order of the requests")
EARLY = _("came before the hour that was told")
UNAPPROVED = _("the approval by the rules of secrecy is missing")
UNINTERPRETED = _("the interpreter has not confirmed")
NO_CONSENT = _("no consent to video is recorded")
GONE = {
    Stage.DONE: pgettext_lazy("visit", "received"),
    Stage.ABSENT: pgettext_lazy("visit", "called, did not come in"),
    Stage.LEFT: pgettext_lazy("visit", "went home"),
    Stage.MOVED: pgettext_lazy("visit", "another time was agreed"),
}
DONE = {
    DeskAct.ARRIVE: _("№ %(ticket)s is checked in."),
    DeskAct.CALL: _("№ %(ticket)s is called: the board and the voice say it."),
    DeskAct.CALL_AGAIN: _("№ %(ticket)s is called once more."),
    DeskAct.START: _("№ %(ticket)s is with the official."),
    DeskAct.FINISH: _("№ %(ticket)s was received."),
    DeskAct.ABSENT: _("№ %(ticket)s did not come in: another hour may be given."),
    DeskAct.LEAVE: _("№ %(ticket)s went home: another hour may be given."),
    DeskAct.AGREE_TIME: _("Another time was agreed for № %(ticket)s."),
    DeskAct.RECALL: _("The call of № %(ticket)s is undone."),
    DeskAct.STEP_BACK: _("№ %(ticket)s is called, and not inside yet."),
    DeskAct.CANCEL: _("The check-in of № %(ticket)s is undone."),
}
ACTS = {
    DeskAct.ARRIVE.value: _("Check in"),
    DeskAct.CALL.value: pgettext_lazy("act", "Call"),
    DeskAct.CALL_AGAIN.value: _("Call again"),
    DeskAct.START.value: _("Came in"),
    DeskAct.FINISH.value: _("Received, finish"),
    DeskAct.ABSENT.value: _("Did not come in"),
    DeskAct.LEAVE.value: _("Went home"),
    DeskAct.AGREE_TIME.value: pgettext_lazy("act", "Agree another time"),
    DeskAct.RECALL.value: _("Undo the call"),
    DeskAct.STEP_BACK.value: _("Not inside yet"),
    DeskAct.CANCEL.value: _("Undo the check-in"),
}
EFFECTS = {
    DeskAct.ARRIVE.value: _("The person gets a number of the day and stands in the line of their official."),
    DeskAct.CALL.value: _("The board shows the number, and the voice says it in both languages."),
    DeskAct.CALL_AGAIN.value: _("The board and the voice say the number once more."),
    DeskAct.START.value: _("The time of the official runs from now on."),
    DeskAct.FINISH.value: _("It is recorded that the person was received."),
    DeskAct.ABSENT.value: _("It is recorded that the person did not come in; another hour may be given."),
    DeskAct.LEAVE.value: _("It is recorded that the person went home; another hour may be given."),
    DeskAct.AGREE_TIME.value: _(
        "The visit ends here; a letter with the agreed day and hour and the reason goes."
    ),
    DeskAct.RECALL.value: _("The person waits again, in the place that the order gives."),
    DeskAct.STEP_BACK.value: _("The person is called, and not inside yet."),
    DeskAct.CANCEL.value: _("The person is expected again, as if nobody had been checked in."),
}
ACT_DONE = {
    DeskAct.ARRIVE.value: _("The person is checked in."),
    DeskAct.CALL.value: _("The person is called."),
    DeskAct.CALL_AGAIN.value: _("The person is called once more."),
    DeskAct.START.value: _("The person is with the official."),
    DeskAct.FINISH.value: _("The reception is recorded."),
    DeskAct.ABSENT.value: _("It is recorded that the person did not come in."),
    DeskAct.LEAVE.value: _("It is recorded that the person went home."),
    DeskAct.AGREE_TIME.value: _("The other time is given; the letter is on its way."),
    DeskAct.RECALL.value: _("The call is undone."),
    DeskAct.STEP_BACK.value: _("The person is called, and not inside yet."),
    DeskAct.CANCEL.value: _("The check-in is undone."),
}
STEPS = {
    "announce": pgettext_lazy("step", "Said that they are in the hall"),
    "hand_in": pgettext_lazy("step", "Handed in another request at the reception"),
    "handed_in": pgettext_lazy("step", "Handed in at a reception by an earlier appeal"),
    DeskAct.ARRIVE.value: pgettext_lazy("step", "Came to the reception"),
    DeskAct.CALL.value: pgettext_lazy("step", "Called to the official"),
    DeskAct.CALL_AGAIN.value: pgettext_lazy("step", "Called once more"),
    DeskAct.START.value: pgettext_lazy("step", "Came in to the official"),
    DeskAct.FINISH.value: pgettext_lazy("step", "Reception of the person finished"),
    DeskAct.ABSENT.value: pgettext_lazy("step", "Called, did not come in"),
    DeskAct.LEAVE.value: pgettext_lazy("step", "Went home before the reception"),
    DeskAct.AGREE_TIME.value: pgettext_lazy("step", "Another time agreed with an official"),
    DeskAct.RECALL.value: pgettext_lazy("step", "Call undone"),
    DeskAct.STEP_BACK.value: pgettext_lazy("step", "Coming in undone"),
    DeskAct.CANCEL.value: pgettext_lazy("step", "Check-in undone"),
}
