"""Names of what participation speaks of: acts, steps of the journal, letters, answers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.participation.kinds import Answer, CentralAnswer, Ready, Way

ACTS: dict[str, Promise] = {
    "request_central": pgettext_lazy("act", "Ask a central body to take part"),
    "extend_for_central": pgettext_lazy("act", "Extend because of a central body"),
    "tell_central": pgettext_lazy("act", "Tell the applicant of the request"),
    "record_central_answer": pgettext_lazy("act", "Record the answer of a central body"),
    "approve_regime": pgettext_lazy("act", "Record the approval by the rules of secrecy"),
    "ask_interpreter": pgettext_lazy("act", "Name the interpreter"),
    "confirm_interpreter": pgettext_lazy("act", "Record the interpreter's answer"),
    "note_treaty": pgettext_lazy("act", "Note what a treaty says"),
}
EFFECTS: dict[str, Promise] = {
    "request_central": _(
        "A numbered letter goes to the first head of the body. Within the term of the law the applicant "
        "must be told of it and of the extension: the head decides on the new day."
    ),
    "extend_for_central": _(
        "The term of the answer becomes longer; one letter tells of the request and of the new day."
    ),
    "tell_central": _(
        "The applicant is told of the request; the term of the answer stays. "
        "If the head is about to extend it, wait: one letter will tell of both."
    ),
    "record_central_answer": _("The answer is kept. A refusal must be reported within the term of the law."),
    "approve_regime": _("Without this approval the reception of a foreigner cannot start."),
    "ask_interpreter": _("The interpreter stands on the appeal and in the readiness of the day."),
    "confirm_interpreter": _("The readiness of the day shows whether the interpreter comes."),
    "note_treaty": _("The note stands on the appeal, for whoever decides and receives."),
}
DONE: dict[str, Promise] = {
    "request_central": _("The letter to the central body is on its way. Now the applicant must be told."),
    "extend_for_central": _("The term is extended; the applicant is told of the request and of the new day."),
    "tell_central": _("The applicant is told of the request."),
    "record_central_answer": _("The answer of the central body is recorded."),
    "approve_regime": _("The approval is recorded."),
    "ask_interpreter": _("The interpreter is named."),
    "confirm_interpreter": _("The interpreter's answer is recorded."),
    "note_treaty": _("The note is kept."),
}
STEPS: dict[str, Promise] = {
    "request_central": pgettext_lazy("step", "Central body asked to take part"),
    "extend_for_central": pgettext_lazy("step", "Term extended because of a central body"),
    "tell_central": pgettext_lazy("step", "Applicant told of the request to a central body"),
    "record_central_answer": pgettext_lazy("step", "Central body answered"),
    "approve_regime": pgettext_lazy("step", "Approved by the rules of secrecy"),
    "ask_interpreter": pgettext_lazy("step", "Interpreter named"),
    "confirm_interpreter": pgettext_lazy("step", "Interpreter answered"),
    "note_treaty": pgettext_lazy("step", "Treaty noted"),
    "invite_body": pgettext_lazy("step", "Body invited"),
    "retell_body": pgettext_lazy("step", "Body told of other matters"),
    "recall_invitation": pgettext_lazy("step", "Invitation taken back"),
    "answer_invitation": pgettext_lazy("step", "Body answered an invitation"),
    "note_presence": pgettext_lazy("step", "Presence of a body noted"),
    "open_refusal": pgettext_lazy("step", "Refusal to take part: to be reported"),
    "take_back_refusal": pgettext_lazy("step", "Refusal to take part taken back"),
    "report_refusal": pgettext_lazy("step", "Refusal to take part reported"),
}
NOTICES: dict[str, Promise] = {
    "invitation": pgettext_lazy("letter", "Invitation to a reception"),
    "reminder": pgettext_lazy("letter", "Reminder of an invitation"),
    "recalled": pgettext_lazy("letter", "Invitation taken back"),
    "central_request": pgettext_lazy("letter", "Request to a central body"),
    "central_notice": pgettext_lazy("letter", "Notice of a request to a central body"),
}
FLAGS: dict[str, Promise] = {
    "central_notice_overdue": _("The applicant was not told in time of the request to a central body"),
}
TERMS: dict[str, Promise] = {
    "central_notice": _("Tell of the request to a central body"),
}
ANSWERS: dict[str, Promise] = {
    Answer.SILENT: pgettext_lazy("body", "no answer"),
    Answer.CONFIRMED: pgettext_lazy("body", "comes"),
    Answer.DECLINED: pgettext_lazy("body", "declined"),
}
CENTRAL: dict[str, Promise] = {
    CentralAnswer.WAITING: pgettext_lazy("central body", "waits for an answer"),
    CentralAnswer.AGREED: pgettext_lazy("central body", "agreed"),
    CentralAnswer.DECLINED: pgettext_lazy("central body", "declined"),
    CentralAnswer.SILENT: pgettext_lazy("central body", "did not answer"),
}
READY: dict[str, Promise] = {
    Ready.ASKED: pgettext_lazy("interpreter", "asked"),
    Ready.CONFIRMED: pgettext_lazy("interpreter", "confirmed"),
    Ready.DECLINED: pgettext_lazy("interpreter", "cannot come"),
}
MARKS: dict[str, str] = {
    Answer.CONFIRMED: "tag--good",
    Answer.DECLINED: "tag--bad",
    Answer.SILENT: "",
    CentralAnswer.AGREED: "tag--good",
    CentralAnswer.WAITING: "",
}
WAYS: dict[str, Promise] = {
    Way.SED: _("By the state's exchange of documents"),
    Way.EMAIL: pgettext_lazy("report", "By e-mail"),
    Way.POST: pgettext_lazy("report", "By post"),
    Way.COURIER: pgettext_lazy("report", "By courier"),
}
