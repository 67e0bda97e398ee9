"""What a check-in asks for, on the desk and on the page of an appeal alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.norms.queue import Standing
from qabyldau.web.staff.acts.form import SOMETIMES
from qabyldau.web.staff.page import language
from qabyldau.web.staff.words import DOCUMENTS, choices
from qabyldau.web.templatetags.words import in_words

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

MOTIVE = _("Why is this person called before their turn?")


class ArrivalFields(forms.Form):
    """The kind of a document is recorded and its last signs, never its copy."""

    document = forms.ChoiceField(
        label=_("Which identity document was shown?"),
        choices=choices(DOCUMENTS),
        required=False,
        widget=forms.RadioSelect(attrs={"data-columns": "two"}),
    )
    document_end = forms.CharField(
        label=_("Last four signs of its number"),
        help_text=_("Enough to tell later which document it was; no more is kept."),
        max_length=4,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 6}),
    )
    authority_shown = forms.BooleanField(
        label=_("The document of the representative's authority was shown"), required=False
    )
    standing = forms.ChoiceField(
        label=pgettext_lazy("queue", "Out of turn"),
        help_text=_("Only with the document that shows it."),
        required=False,
    )
    standing_proof = forms.CharField(
        label=_("Document that shows it: kind and number"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )

    def registered(self, appeal: Appeal) -> dict[str, object]:
        """What the appeal says already."""
        return {"standing": appeal.standing, "standing_proof": appeal.standing_proof}

    def fit(self, appeal: Appeal) -> None:
        """Ask only what this appeal leaves open, in the words of this person's language."""
        standing = self.fields["standing"]
        if isinstance(standing, forms.ChoiceField):
            named = [(one.value, one.words[language()]) for one in Standing]
            standing.choices = [("", gettext("in the order of the requests")), *named]
        if not appeal.representative:
            del self.fields["authority_shown"]
            return
        words = gettext("%(name)s: %(authority)s") % {
            "name": appeal.representative,
            "authority": appeal.authority,
        }
        until = gettext("valid until %(day)s") % {"day": in_words(appeal.authority_until)}
        self.fields["authority_shown"].help_text = f"{words}, {until}" if appeal.authority_until else words

    def typed(self, appeal: Appeal) -> dict[str, object]:
        """As the act takes it: an emptied standing means that what was registered was not shown."""
        said = self.cleaned_data
        return {
            "document": said["document"],
            "document_end": said["document_end"],
            "authority_shown": said.get("authority_shown", False),
            "standing": said["standing"] or None,
            "standing_proof": said["standing_proof"],
            "ordinary": bool(appeal.standing) and not said["standing"],
        }
