"""Names of what the register speaks of."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.bodies.kinds import BodyCode, BodyKind

KINDS: dict[str, Promise] = {
    BodyKind.UNIT: _("Unit of the office or of the akimat"),
    BodyKind.TERRITORIAL: _("Territorial unit of a central body"),
    BodyKind.CENTRAL: _("Central state body"),
}
HEADINGS: dict[str, Promise] = {
    BodyKind.UNIT: _("Units"),
    BodyKind.TERRITORIAL: _("Territorial bodies"),
    BodyKind.CENTRAL: _("Central bodies"),
}
CODES: dict[str, Promise] = {
    BodyCode.PROSECUTORS: _("Prosecutors"),
    BodyCode.INTERIOR: _("Ministry of Internal Affairs"),
    BodyCode.ANTI_CORRUPTION: _("Anti-Corruption Agency"),
    BodyCode.JUDICIAL_ADMINISTRATION: _("Judicial Administration"),
    BodyCode.SECRECY: _("Approves by the rules of secrecy"),
    BodyCode.ADMINISTRATION: _("Department of the President's Administration for control over appeals"),
}
AGAINST = {
    "twice": _("There already is a body known as this: end that one first"),
    "before_start": _("It cannot end before it began"),
}
SEAT_AGAINST = {
    "twice": _("This person already speaks for this body"),
    "before_start": _("It cannot end before it began"),
}
STEPS: dict[str, Promise] = {
    "enter_body": pgettext_lazy("step", "Body entered"),
    "change_body": pgettext_lazy("step", "What is known of a body changed"),
    "end_body": pgettext_lazy("step", "Body ended"),
    "seat": pgettext_lazy("step", "Representative of a body entered"),
    "unseat": pgettext_lazy("step", "Representative of a body ended"),
}
