"""Show the whole number, once, for a reason that the journal keeps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qabyldau.web.staff.acts.form import ActForm
from qabyldau.web.staff.words import REVEALS, choices


class RevealForm(ActForm):
    """Why it is needed."""

    reason = forms.ChoiceField(
        label=_("Why do you need the whole number?"),
        choices=choices(REVEALS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why you need it")},
    )
