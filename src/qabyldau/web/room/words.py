"""Words of the official's page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MENU = pgettext_lazy("menu", "Reception room")
STEPS = {
    "enter_video": pgettext_lazy("step", "The video was entered"),
    "ask_phone": pgettext_lazy("step", "Could not connect, asks to be called"),
    "use_phone": pgettext_lazy("step", "Connected by telephone"),
}
ANSWERED = _("The answer is written into the minutes.")
DICTATED = _("The instruction is written into the minutes.")
CHANGED = _("The instruction is worded anew.")
DROPPED = _("The instruction is taken back.")
TELEPHONED = _("It is recorded that they were connected by telephone.")
DONE_BEFORE = _("This was already done.")
