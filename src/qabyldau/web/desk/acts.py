"""The acts of the desk on the page of an appeal: the same catalogue as everywhere."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people import queries as people
from qabyldau.regulation.desk import STEPS, DeskAct
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.schedule.hours_of import free_hours
from qabyldau.web.desk.fields import MOTIVE, ArrivalFields
from qabyldau.web.replanning.acts import GONE, slot_choices
from qabyldau.web.staff.acts.form import ActForm, text_area
from qabyldau.web.staff.acts.plain import PlainForm

UNDER: dict[str, type[Norm]] = {
    **{step.act.value: step.under for step in STEPS},
    DeskAct.ARRIVE.value: IdentityShown,
}
SHOWN = 60


class ArriveForm(ArrivalFields, ActForm):
    """The kind of a document is recorded and its last signs, never its copy."""

    def start(self) -> dict[str, object]:
        return self.registered(self.case.appeal)

    def shape(self) -> None:
        self.fit(self.case.appeal)

    def given(self) -> dict[str, object]:
        return self.typed(self.case.appeal)


class CallForm(ActForm):
    motive = forms.CharField(label=MOTIVE, max_length=500, required=False, widget=text_area(3))


class FinishForm(ActForm):
    summary = forms.CharField(
        label=_("What was answered on the spot"), max_length=5000, required=False, widget=text_area()
    )


class AgreeTimeForm(ActForm):
    """A free hour of any official who receives, soonest first."""

    slot_id = forms.ChoiceField(
        label=_("The agreed hour"),
        help_text=_("Free hours of every official; the official has been asked and agrees."),
        error_messages={"required": _("Choose the hour"), "invalid_choice": GONE},
    )
    reason = forms.CharField(
        label=_("Why the person is not received now"),
        help_text=_("It stands word for word in the letter to the applicant"),
        max_length=200,
        error_messages={"required": _("Write the reason.")},
    )

    def shape(self) -> None:
        officials = people.officials(self.case.appeal.office_id, self.case.today)
        slots = free_hours([one.pk for one in officials], since=self.case.today, after=self.case.at)
        self.offer("slot_id", [("", gettext("Choose an hour")), *slot_choices(slots[:SHOWN])])


FORMS: dict[str, type[ActForm]] = {
    **{act.value: PlainForm for act in DeskAct},
    DeskAct.ARRIVE.value: ArriveForm,
    DeskAct.CALL.value: CallForm,
    DeskAct.FINISH.value: FinishForm,
    DeskAct.AGREE_TIME.value: AgreeTimeForm,
}
