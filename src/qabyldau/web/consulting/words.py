"""Words of consulting: kinds, outcomes, answers, steps of the journal."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.consulting.kinds import Answer, Kind, Outcome

KINDS: dict[str, Promise] = {
    Kind.LAWYER: pgettext_lazy("consultant", "lawyer"),
    Kind.PSYCHOLOGIST: pgettext_lazy("consultant", "psychologist"),
    Kind.SOCIAL_WORKER: pgettext_lazy("consultant", "social worker"),
    Kind.VOLUNTEER: pgettext_lazy("consultant", "volunteer"),
}
OUTCOMES: dict[str, Promise] = {
    Outcome.REQUEST_DRAWN_UP: pgettext_lazy("consultation", "The request was drawn up"),
    Outcome.EXPLAINED: pgettext_lazy("consultation", "The question was explained"),
    Outcome.SENT_ON: pgettext_lazy("consultation", "Told where to turn"),
    Outcome.DECLINED_TO_BOOK: pgettext_lazy("consultation", "Declined to book a reception"),
}
ANSWERS: dict[str, Promise] = {
    Answer.ASKED: pgettext_lazy("employee", "asked"),
    Answer.CAME: pgettext_lazy("employee", "came"),
    Answer.REFUSED: pgettext_lazy("employee", "did not come"),
}
MARKS: dict[str, str] = {Answer.ASKED: "", Answer.CAME: "tag--good", Answer.REFUSED: "tag--bad"}
STEPS: dict[str, Promise] = {
    "put_on_roster": pgettext_lazy("step", "Consultant put on the roster"),
    "take_off_roster": pgettext_lazy("step", "Consultant taken off the roster"),
    "consult": pgettext_lazy("step", "Consultation given"),
    "call_in": pgettext_lazy("step", "Employee called in to the applicant"),
    "answer_call_in": pgettext_lazy("step", "Employee came or refused"),
    "agree_hour": pgettext_lazy("step", "Talk with an official agreed on"),
}
NAME_WANTED = _("Write the full name")
HOUR_WRONG = _("The hour should look like 09:30")
