"""Names of what replanning speaks of."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.replanning.kinds import Cause, OfferKind, OptionKind, VideoAnswer

ACTS: dict[str, Promise] = {
    "confirm_hour": pgettext_lazy("act", "Applicant confirms the hour"),
    "move_hour": pgettext_lazy("act", "Give another hour"),
    "release": pgettext_lazy("act", "Cancel the hour, keep the appeal"),
    "wish_earlier": pgettext_lazy("act", "Applicant wants an earlier hour"),
    "offer_hours": pgettext_lazy("act", "Offer hours to choose from"),
    "take_offered": pgettext_lazy("act", "Applicant chose an offered hour"),
    "decline_offer": pgettext_lazy("act", "Applicant declines the offer"),
    "answer_video": pgettext_lazy("act", "Record the answer about video"),
}
EFFECTS: dict[str, Promise] = {
    "confirm_hour": _("It is recorded that the applicant will come."),
    "move_hour": _("The old hour is offered to the next in the line; a letter with the new one goes."),
    "release": _("The hour goes to the next in the line; the appeal keeps its place and waits for another."),
    "wish_earlier": _("Earlier hours that become free are offered to this person in the order of the law."),
    "offer_hours": _("The hours are held for this person until they choose; a letter with the term goes."),
    "take_offered": _("The hour is given, the other held ones are free, and a letter goes."),
    "decline_offer": _("The held hours are free; the person keeps the place in the order."),
    "answer_video": _("The answer is the consent to video; with a refusal another hour is awaited."),
}
DONE: dict[str, Promise] = {
    "confirm_hour": _("It is recorded: the applicant will come."),
    "move_hour": _("The hour is changed; the letter is on its way."),
    "release": _("The hour is cancelled, the appeal waits; the letter is on its way."),
    "wish_earlier": _("It is recorded: earlier hours will be offered."),
    "offer_hours": _("The hours are held; the letter is on its way."),
    "take_offered": _("The chosen hour is given; the letter is on its way."),
    "decline_offer": _("It is recorded; the hours are free."),
    "answer_video": _("The answer is recorded."),
}
CAUSES: dict[str, Promise] = {
    Cause.ILLNESS: pgettext_lazy("absence", "Illness"),
    Cause.TRIP: pgettext_lazy("absence", "Business trip"),
    Cause.LEAVE: pgettext_lazy("absence", "Leave"),
    Cause.OTHER: pgettext_lazy("absence", "Another reason"),
}
OPTIONS: dict[str, Promise] = {
    OptionKind.SUBSTITUTE: _("The same hours, another official of the group"),
    OptionKind.OTHER_DAY: _("Other days of the same official"),
    OptionKind.VIDEO: _("By video, who consented; the rest on other days"),
    OptionKind.OTHER_OFFICIAL: _("Other days of another official of the group"),
}
OFFERS: dict[str, Promise] = {
    OfferKind.CARRIED: pgettext_lazy("offer", "hours to choose from"),
    OfferKind.EARLIER: pgettext_lazy("offer", "an hour that became free"),
}
ANSWERS: dict[str, Promise] = {
    VideoAnswer.OWN: pgettext_lazy("video", "From an own device"),
    VideoAnswer.PLACE: pgettext_lazy("video", "From a place of the office with equipment"),
    VideoAnswer.NO: pgettext_lazy("video", "Not by video: waits for another hour"),
}
