"""Words of the desk: reasons of a place, what became of a visit, what each press did."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.desk import Visit as Stage

IN_TURN = _("in the order of the requests")
EARLY = _("came before the hour that was told")
GONE = {
    Stage.DONE: pgettext_lazy("visit", "received"),
    Stage.ABSENT: pgettext_lazy("visit", "called, did not come in"),
    Stage.LEFT: pgettext_lazy("visit", "went home"),
}
DONE = {
    DeskAct.ARRIVE: _("№ %(ticket)s is checked in."),
    DeskAct.CALL: _("№ %(ticket)s is called: the board and the voice say it."),
    DeskAct.CALL_AGAIN: _("№ %(ticket)s is called once more."),
    DeskAct.START: _("№ %(ticket)s is with the official."),
    DeskAct.FINISH: _("№ %(ticket)s was received."),
    DeskAct.ABSENT: _("№ %(ticket)s did not come in: another hour may be given."),
    DeskAct.LEAVE: _("№ %(ticket)s went home: another hour may be given."),
    DeskAct.RECALL: _("The call of № %(ticket)s is undone."),
    DeskAct.STEP_BACK: _("№ %(ticket)s is called, and not inside yet."),
    DeskAct.CANCEL: _("The check-in of № %(ticket)s is undone."),
}
