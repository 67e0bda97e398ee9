"""Names of what the schedule speaks of: stages, kinds of day, steps of the journal."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.schedule.kinds import EVERY, LAST, DayKind, OnDayOff, Speech, Stage

STAGES: dict[str, Promise] = {
    Stage.DRAFT: pgettext_lazy("schedule", "Draft"),
    Stage.CHECKED: pgettext_lazy("schedule", "Checked, before the akim"),
    Stage.APPROVED: pgettext_lazy("schedule", "Approved by the akim"),
    Stage.POSTED: pgettext_lazy("schedule", "Posted"),
}
KINDS: dict[str, Promise] = {
    DayKind.SCHEDULED: pgettext_lazy("day", "by the schedule"),
    DayKind.OFF_SCHEDULE: pgettext_lazy("day", "off schedule, on the akim's instruction"),
    DayKind.AFTER_MEETING: pgettext_lazy("day", "after a meeting with the population"),
    DayKind.SAME_DAY: pgettext_lazy("day", "on the day of the request, by consent"),
}
SPEECHES: dict[str, Promise] = {
    Speech.BOTH: pgettext_lazy("speech", "Kazakh and Russian"),
    Speech.KK: pgettext_lazy("speech", "Kazakh"),
    Speech.RU: pgettext_lazy("speech", "Russian"),
}
WHICH: dict[int, Promise] = {
    EVERY: pgettext_lazy("series", "every week"),
    1: pgettext_lazy("series", "the first of the month"),
    2: pgettext_lazy("series", "the second of the month"),
    3: pgettext_lazy("series", "the third of the month"),
    4: pgettext_lazy("series", "the fourth of the month"),
    LAST: pgettext_lazy("series", "the last of the month"),
}
ON_DAY_OFF: dict[str, Promise] = {
    OnDayOff.SKIP: pgettext_lazy("series", "leave it out"),
    OnDayOff.NEXT: pgettext_lazy("series", "the next working day"),
}
MARKS: dict[str, Promise] = {
    "posted": pgettext_lazy("mark", "posted"),
    "draft": pgettext_lazy("mark", "draft"),
    "changed": pgettext_lazy("mark", "changes with the next version"),
    "going": pgettext_lazy("mark", "is taken off with the next version"),
    "past": pgettext_lazy("mark", "was"),
}
# What a cell of the grid says aloud.
CELL = _("%(day)s, %(weekday)s, %(opens)s: %(name)s, %(mode)s, places: %(places)s, %(mark)s")
SIGNS: dict[str, Promise] = {
    "came": pgettext_lazy("difference", "added"),
    "went": pgettext_lazy("difference", "taken off"),
    "changed": pgettext_lazy("difference", "changed"),
}
ASSUMED: dict[str, Promise] = {
    "arrivals": _("how many people ask on a working day"),
    "season": _("how the months of the year differ"),
    "priority": _("how many go out of turn"),
    "absent": _("how many do not come"),
    "refused": _("how many are refused"),
    "minutes": _("how long a reception takes"),
    "lag": _("how long it takes from the request to an hour"),
}
STEPS: dict[str, Promise] = {
    "change_day": pgettext_lazy("step", "Day of reception changed"),
    "remove_day": pgettext_lazy("step", "Day of reception taken off"),
    "keep_day": pgettext_lazy("step", "Wish to change a day dropped"),
    "check_schedule": pgettext_lazy("step", "Schedule of a month checked"),
    "reopen_schedule": pgettext_lazy("step", "Schedule of a month is a draft again"),
    "approve_schedule": pgettext_lazy("step", "Schedule of a month approved by the akim"),
    "return_schedule": pgettext_lazy("step", "Schedule of a month returned for more work"),
    "publish_schedule": pgettext_lazy("step", "Schedule of a month posted"),
    "add_room": pgettext_lazy("step", "Place of reception entered"),
    "close_room": pgettext_lazy("step", "Place of reception closed"),
    "note_meeting": pgettext_lazy("step", "Meeting with the population noted"),
    "rehearse_schedule": pgettext_lazy("step", "Schedule of a month rehearsed"),
    "ask_today": pgettext_lazy("step", "Official asked to receive today"),
    "decline_today": pgettext_lazy("step", "Official declined to receive today"),
    "receive_today": pgettext_lazy("step", "Official agreed to receive today"),
}
