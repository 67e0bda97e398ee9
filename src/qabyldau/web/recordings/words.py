"""Words of the recordings' page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MENU = pgettext_lazy("menu", "Voice of the board")
STEPS = {
    "record_clip": pgettext_lazy("step", "A recording for the board taken"),
    "drop_recording": pgettext_lazy("step", "A recording for the board taken away"),
}
AGAINST = {
    "unknown": _("%(file)s: no words bear this name. Name the file as the list says."),
    "too_large": _("%(file)s: the file is larger than 2 MB."),
    "not_wav": _("%(file)s: this is not a WAV file."),
    "not_plain": _("%(file)s: save it as WAV of 16 bits, 8 to 48 kHz, without compression."),
    "length": _("%(file)s: it should last from a tenth of a second to ten seconds."),
    "silent": _("%(file)s: nothing is heard in it."),
}
