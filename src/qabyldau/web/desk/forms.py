"""What the desk types: what was shown at the check-in, and why somebody is called before their turn."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from qabyldau.reception.desk import Arrival
from qabyldau.regulation.norms.queue import Standing
from qabyldau.web.desk.fields import MOTIVE, ArrivalFields
from qabyldau.web.staff.acts.form import text_area

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


class ArrivalForm(ArrivalFields):
    """The check-in at the desk; the key of the page makes a second press of the button harmless."""

    use_required_attribute = False
    once = forms.CharField(widget=forms.HiddenInput, max_length=80)

    def __init__(self, appeal: Appeal, data: QueryDict | None = None) -> None:
        self.appeal = appeal
        super().__init__(data, initial={**self.registered(appeal), "once": str(uuid.uuid4())})
        self.fit(appeal)

    def arrival(self) -> Arrival:
        said = self.typed(self.appeal)
        standing = self.cleaned_data["standing"]
        return Arrival(**{**said, "standing": Standing(standing) if standing else None})  # type: ignore[arg-type]  # typed by the fields


class OutOfOrderForm(forms.Form):
    """Somebody is called before their turn."""

    use_required_attribute = False
    motive = forms.CharField(
        label=MOTIVE,
        help_text=_("The reason stays in the journal of the day, for everybody who checks the order."),
        max_length=500,
        error_messages={"required": _("Write the reason.")},
        widget=text_area(3),
    )
