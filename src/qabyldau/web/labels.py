"""Short names of closed sets, for every page: topics, kinds of applicant, modes, stages, channels."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from qabyldau.regulation.lifecycle import State
from qabyldau.web.control import words as control
from qabyldau.web.screening import words as screening

Label = str | Promise

TOPICS: dict[str, Label] = {
    "water": pgettext_lazy("topic", "Water supply"),
    "roads": pgettext_lazy("topic", "Roads and yards"),
    "housing": pgettext_lazy("topic", "Housing"),
    "land": pgettext_lazy("topic", "Land"),
    "benefits": pgettext_lazy("topic", "Benefits and social protection"),
    "education": pgettext_lazy("topic", "Education"),
    "utilities": pgettext_lazy("topic", "Heating, light, gas, rubbish"),
    "health": pgettext_lazy("topic", "Health care"),
    "employment": pgettext_lazy("topic", "Work and employment"),
    "transport": pgettext_lazy("topic", "Public transport"),
    "ecology": pgettext_lazy("topic", "Environment"),
    "business": pgettext_lazy("topic", "Business"),
    "order": pgettext_lazy("topic", "Law and order"),
    "other": pgettext_lazy("topic", "Another matter"),
}
KINDS: dict[str, Label] = {
    "citizen": pgettext_lazy("kind of applicant", "Citizen of Kazakhstan"),
    "company": pgettext_lazy("kind of applicant", "Company or organisation"),
    "foreigner": pgettext_lazy("kind of applicant", "Foreign citizen"),
    "stateless": pgettext_lazy("kind of applicant", "Stateless person"),
}
MODES: dict[str, Label] = {
    "in_person": pgettext_lazy("mode", "In person"),
    "video": pgettext_lazy("mode", "By video"),
}
STATES: dict[str, Label] = {
    State.REGISTERED: pgettext_lazy("state", "Registered"),
    State.DATA_ASKED: screening.STATES[State.DATA_ASKED],
    State.REVIEW: pgettext_lazy("state", "Under consideration"),
    State.DECISION: pgettext_lazy("state", "Awaiting decision"),
    State.APPROVED: pgettext_lazy("state", "Approved, awaiting a day"),
    State.APPOINTED: pgettext_lazy("state", "Reception appointed"),
    State.WAITING: pgettext_lazy("state", "Awaiting another hour"),
    State.HELD: pgettext_lazy("state", "Received"),
    State.MISSED: pgettext_lazy("state", "Did not come"),
    State.LEFT: pgettext_lazy("state", "Left without consideration"),
    State.REFUSED: pgettext_lazy("state", "Reception refused"),
    State.REDIRECTED: screening.STATES[State.REDIRECTED],
    State.MERGED: screening.STATES[State.MERGED],
    State.WITHDRAWN: pgettext_lazy("state", "Withdrawn"),
    State.CLOSED: pgettext_lazy("state", "Closed"),
    State.CHECKING: control.STATES[State.CHECKING],
}
