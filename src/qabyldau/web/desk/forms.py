"""What the desk types: what was shown at the check-in, and why somebody is called before their turn."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.reception.desk import Arrival
from qabyldau.regulation.norms.queue import Standing
from qabyldau.web.staff.acts.form import text_area
from qabyldau.web.staff.page import language
from qabyldau.web.staff.words import DOCUMENTS, choices
from qabyldau.web.templatetags.words import in_words

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


class ArrivalForm(forms.Form):
    """The kind of a document is recorded and its last signs, never its copy."""

    use_required_attribute = False
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
        label=_("Document that shows it: kind and number"), max_length=200, required=False
    )
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, appeal: Appeal, data: QueryDict | None = None) -> None:
        own = {
            "standing": appeal.standing,
            "standing_proof": appeal.standing_proof,
            "once": str(uuid.uuid4()),
        }
        super().__init__(data, initial=own)
        standing = self.fields["standing"]
        if isinstance(standing, forms.ChoiceField):
            named = [(one.value, one.words[language()]) for one in Standing]
            standing.choices = [("", gettext("in the order of the requests")), *named]
        self._shape(appeal)

    def _shape(self, appeal: Appeal) -> None:
        if not appeal.representative:
            del self.fields["authority_shown"]
            return
        words = gettext("%(name)s: %(authority)s") % {
            "name": appeal.representative,
            "authority": appeal.authority,
        }
        until = gettext("valid until %(day)s") % {"day": in_words(appeal.authority_until)}
        self.fields["authority_shown"].help_text = f"{words}, {until}" if appeal.authority_until else words

    def arrival(self) -> Arrival:
        said = self.cleaned_data
        return Arrival(
            document=said["document"],
            document_end=said["document_end"],
            authority_shown=said.get("authority_shown", False),
            standing=Standing(said["standing"]) if said["standing"] else None,
            standing_proof=said["standing_proof"],
        )


class OutOfOrderForm(forms.Form):
    """Somebody is called before their turn."""

    use_required_attribute = False
    motive = forms.CharField(
        label=_("Why is this person called before their turn?"),
        help_text=_("The reason stays in the journal of the day, for everybody who checks the order."),
        max_length=500,
        error_messages={"required": _("Write the reason.")},
        widget=text_area(3),
    )
