"""Names of what the consideration speaks of."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.regulation.norms.deadlines import HearingNotice, ReferenceNote
from qabyldau.review.kinds import HearingState, Position

POSITIONS: dict[str, Promise] = {
    Position.AGREED: pgettext_lazy("agreement", "Agreed"),
    Position.REMARKS: pgettext_lazy("agreement", "Agreed with remarks"),
    Position.DECLINED: pgettext_lazy("agreement", "Not agreed"),
}
SILENT = pgettext_lazy("agreement", "No answer yet")
HEARINGS: dict[str, Promise] = {
    HearingState.INVITED: pgettext_lazy("hearing", "Invited"),
    HearingState.HEARD: pgettext_lazy("hearing", "Came and was heard"),
    HearingState.WROTE: pgettext_lazy("hearing", "Wrote objections instead of coming"),
    HearingState.ABSENT: pgettext_lazy("hearing", "Did not come"),
}
ACTS: dict[str, Promise] = {
    "keep_note": pgettext_lazy("act", "Write the note"),
    "ask_material": pgettext_lazy("act", "Ask for materials"),
    "ask_agreement": pgettext_lazy("act", "Ask for agreement"),
    "agree": pgettext_lazy("act", "Say what you think of the note"),
    "invite": pgettext_lazy("act", "Invite to be heard"),
    "object_to": pgettext_lazy("act", "Take down objections"),
    "record_hearing": pgettext_lazy("act", "Record the hearing"),
}
EFFECTS: dict[str, Promise] = {
    "keep_note": _("The version is kept: colleagues see it, and it stays as it is."),
    "ask_material": _("A numbered request goes to the unit; it must answer by the day you name."),
    "ask_agreement": _("Those you choose are asked about the last version of the note that was kept."),
    "agree": _("The head reads your opinion beside the note. Whoever has given one does not decide on it."),
    "invite": _("The applicant is invited to be heard before a decision against them."),
    "object_to": _("What the applicant objects stands beside the note before it is decided."),
    "record_hearing": _("It is recorded what came of the hearing; after that it may be decided."),
}
DONE: dict[str, Promise] = {
    "keep_note": _("The version is kept."),
    "ask_material": _("The request is sent."),
    "ask_agreement": _("They are asked."),
    "agree": _("Your opinion is recorded."),
    "invite": _("The invitation is on its way."),
    "object_to": _("The objections are recorded."),
    "record_hearing": _("The hearing is recorded."),
}
STEPS: dict[str, Promise] = {
    "keep_note": pgettext_lazy("step", "Version of the note kept"),
    "ask_agreement": pgettext_lazy("step", "Agreement to the note asked"),
    "agree": pgettext_lazy("step", "Opinion about the note given"),
    "ask_material": pgettext_lazy("step", "Materials asked for"),
    "answer_material": pgettext_lazy("step", "Request for materials answered"),
    "ask_more_time": pgettext_lazy("step", "More time for materials asked"),
    "grant_time": pgettext_lazy("step", "More time for materials given"),
    "deny_time": pgettext_lazy("step", "More time for materials not given"),
    "withdraw_material": pgettext_lazy("step", "Request for materials withdrawn"),
    "material_overdue": pgettext_lazy("step", "Request for materials overdue: the head sees it"),
    "hear": pgettext_lazy("step", "Applicant invited to be heard"),
    "object_to": pgettext_lazy("step", "Objections recorded"),
    "record_hearing": pgettext_lazy("step", "Hearing recorded"),
}
NOTICES: dict[str, Promise] = {
    "hearing": pgettext_lazy("letter", "Invitation to be heard"),
    "material_request": pgettext_lazy("letter", "Request for materials"),
}
FLAGS: dict[str, Promise] = {
    "extension_notice_overdue": _("The applicant did not learn of the longer term in time"),
}
TERMS: dict[str, Promise] = {"extension_notice": pgettext_lazy("term", "Notice of the longer term")}
UNDER: dict[str, type[Norm]] = {
    "ask_material": BindingRequests,
    "keep_note": ReferenceNote,
    "ask_agreement": ReferenceNote,
    "agree": ReferenceNote,
    "object_to": HearingNotice,
    "record_hearing": HearingNotice,
}
