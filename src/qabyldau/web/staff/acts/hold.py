"""Record the reception: what was shown at the desk, and what was answered on the spot."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.web.staff.acts.form import ActForm, text_area
from qabyldau.web.staff.words import DOCUMENTS, choices
from qabyldau.web.templatetags.words import in_words


class HoldForm(ActForm):
    """The kind of the document is recorded, never its copy."""

    document = forms.ChoiceField(
        label=_("Which identity document was shown?"),
        help_text=_("Only its kind is recorded; no copy is kept."),
        choices=choices(DOCUMENTS),
        required=False,
        widget=forms.RadioSelect(attrs={"data-columns": "two"}),
    )
    authority_shown = forms.BooleanField(
        label=_("The document of the representative's authority was shown"), required=False
    )
    summary = forms.CharField(
        label=_("What was answered on the spot"), max_length=5000, required=False, widget=text_area()
    )

    def shape(self) -> None:
        appeal = self.case.appeal
        if not appeal.representative:
            del self.fields["authority_shown"]
            return
        words = gettext("%(name)s: %(authority)s") % {
            "name": appeal.representative,
            "authority": appeal.authority,
        }
        until = gettext("valid until %(day)s") % {"day": in_words(appeal.authority_until)}
        self.fields["authority_shown"].help_text = f"{words}, {until}" if appeal.authority_until else words
