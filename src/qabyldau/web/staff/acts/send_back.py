"""Send the note back to the department for more work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qabyldau.web.staff.acts.form import ActForm, text_area


class SendBackForm(ActForm):
    """What is missing, in words."""

    motive = forms.CharField(
        label=_("What is missing in the note?"),
        max_length=5000,
        widget=text_area(),
        error_messages={"required": _("Write what the department should add")},
    )
