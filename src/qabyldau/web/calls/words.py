"""Names of what the call-centre speaks of."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.calls.kinds import Kept

KEPT: dict[Kept, Promise] = {
    Kept.DEVICE: pgettext_lazy("kept call", "on a device"),
    Kept.PAPER: pgettext_lazy("kept call", "on a form"),
}
AGAINST: dict[str, Promise] = {
    "unknown": _("No form with this number was ever printed"),
    "differently": _("Another request came in under this number: compare it with the form."),
}
STEPS: dict[str, Promise] = {
    "reserve_numbers": pgettext_lazy("step", "Temporary numbers given ahead"),
    "take_in": pgettext_lazy("step", "Taken without the system, entered with its time of receipt"),
    "declare_emergency": pgettext_lazy("step", "Emergency mode declared"),
    "end_emergency": pgettext_lazy("step", "Emergency mode ended"),
}
