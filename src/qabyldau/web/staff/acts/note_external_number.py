"""Keep the number that e-Otinish gave."""

from django import forms
from django.utils.translation import gettext_lazy as _

from qabyldau.web.public.request.forms import LineInput
from qabyldau.web.staff.acts.form import ActForm


class ExternalNumberForm(ActForm):
    """A number typed wrongly is typed anew; both stay in the journal."""

    number = forms.CharField(
        label=_("Number in e-Otinish"),
        max_length=40,
        widget=LineInput("twenty", autocomplete="off"),
        error_messages={"required": _("Enter the number that e-Otinish gave")},
    )

    def start(self) -> dict[str, object]:
        return {"number": self.case.appeal.external_number}
