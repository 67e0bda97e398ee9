"""What stands against a paper, a text or a rule of numbers, for pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AGAINST: Mapping[str, Promise] = {
    "paper_replaced": _("This paper was replaced before: the newer one is replaced, not this one."),
    "paper_not_edited": _("Papers of this kind are not edited."),
    "wording_stale": _("There is a newer version, or this one is approved already: look at the list again."),
    "wording_too_early": _("A text comes into force today or later."),
    "wording_own": _("Whoever wrote the text does not approve it."),
    "number_form": _(
        "A number has the fields {index} and {counter}, once each, parted by a sign; {year} and {prefix} may "
        "stand too. Around them: letters, digits and the signs . - / № ( )."
    ),
}
