"""Words of the minutes: steps of the journal, letters, and hints for whoever dictates."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.minutes.smart import Hint

STEPS: dict[str, Promise] = {
    "answer_on_the_spot": pgettext_lazy("step", "Answered at the reception"),
    "sign_minutes": pgettext_lazy("step", "Minutes of the reception signed"),
    "add_to_minutes": pgettext_lazy("step", "Addendum to the minutes signed"),
    "dictate": pgettext_lazy("step", "Instruction dictated"),
    "change_instruction": pgettext_lazy("step", "Instruction worded anew"),
    "drop_instruction": pgettext_lazy("step", "Instruction dropped from the minutes"),
    "put_on_control": pgettext_lazy("step", "Instruction put on control"),
}
NOTICES: dict[str, Promise] = {"extract": pgettext_lazy("letter", "Extract from the minutes")}
HINTS: dict[Hint, Promise] = {
    Hint.SHORT: _("Very short: will the executor know what to do?"),
    Hint.VAGUE: _("Vague: say what will be there when it is done"),
    Hint.NOT_MEASURED: _("Nothing to measure: name an amount, an address or a number"),
    Hint.NO_EXECUTOR: _("No executor: the minutes cannot be signed"),
    Hint.NO_DAY: _("No day: the minutes cannot be signed"),
    Hint.DAY_OFF: _("The day is not a working day"),
    Hint.VERY_SOON: _("The day is very near"),
    Hint.VERY_LATE: _("The day is further away than three months: is there a step before it?"),
}
EMPTY = _("Write what was answered.")
NO_TEXT = _("Write what is to be done.")
NOBODY = _("nobody yet")
DAY_WRONG = _("The day should look like 31.12.2026")
EMPTY_ADDENDUM = _("Write what is corrected.")
