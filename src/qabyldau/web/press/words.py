"""Words of the press: kinds of items, where they stand, steps of the journal."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from qabyldau.press.kinds import Kind, Stage

KINDS: dict[str, Promise] = {
    Kind.ANNOUNCEMENT: pgettext_lazy("press", "Announcement"),
    Kind.REPORT: pgettext_lazy("press", "Report"),
}
STAGES: dict[str, Promise] = {
    Stage.DRAFT: pgettext_lazy("press", "draft"),
    Stage.PUBLISHED: pgettext_lazy("press", "published"),
    Stage.TAKEN_DOWN: pgettext_lazy("press", "taken down"),
}
MARKS = {Stage.DRAFT: "tag--brand", Stage.PUBLISHED: "tag--good", Stage.TAKEN_DOWN: ""}
STEPS: dict[str, Promise] = {
    "draft_press": pgettext_lazy("step", "Item for the press drafted"),
    "word_press": pgettext_lazy("step", "Item for the press worded anew"),
    "press_consent": pgettext_lazy("step", "Consent to be shown recorded"),
    "publish_press": pgettext_lazy("step", "Item for the press published"),
    "ask_take_down": pgettext_lazy("step", "Asked to take an item down"),
    "take_down_press": pgettext_lazy("step", "Item for the press taken down"),
}
