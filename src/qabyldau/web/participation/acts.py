"""Forms of the acts on an appeal: central bodies, and what foreigners need."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies import queries as bodies
from qabyldau.bodies.kinds import BodyKind
from qabyldau.participation import queries
from qabyldau.participation.kinds import CentralAnswer
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms import reception
from qabyldau.regulation.norms.deadlines import CentralRequestNotice
from qabyldau.regulation.norms.reception import CentralRequest, SecrecyRegime
from qabyldau.web.participation.words import CENTRAL
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.extend import ExtendForm
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm, text_area
from qabyldau.web.staff.acts.plain import PlainForm

DAY_ERRORS = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}
UNDER: dict[str, type[Norm]] = {
    "request_central": CentralRequest,
    "extend_for_central": CentralRequestNotice,
    "tell_central": CentralRequestNotice,
    "record_central_answer": CentralRequest,
    "approve_regime": SecrecyRegime,
    "ask_interpreter": reception.Interpreter,
    "confirm_interpreter": reception.Interpreter,
    "note_treaty": SecrecyRegime,
}


class RequestCentralForm(ActForm):
    """To which central body, and what is asked; no word of the applicant."""

    body_id = forms.ChoiceField(
        label=_("Central body"),
        help_text=_("The letter goes to the first head, as the register names him or her"),
        error_messages={"required": _("Choose the body")},
    )
    question = forms.CharField(
        label=_("The matter, and why the territorial units cannot settle it"),
        help_text=_("It stands word for word in the letter: without names, addresses and phones"),
        max_length=5000,
        widget=text_area(7),
        error_messages={"required": _("Write what is asked of the central body")},
    )

    def shape(self) -> None:
        office_id, said = self.case.appeal.office_id, self.case.language
        there = bodies.active(office_id, self.case.today, [BodyKind.CENTRAL]).exclude(head_ru="")
        named = [(str(one.pk), f"{one.name[said]} — {one.head[said]}") for one in there]
        self.offer("body_id", [("", "—"), *named])


class ExtendForCentralForm(ExtendForm):
    """As any extension: the limit of the law stands beside the day."""


class CentralAnswerForm(ActForm):
    """Which request, and what came of it."""

    request_id = forms.ChoiceField(label=_("Request"), error_messages={"required": _("Choose the request")})
    answer = forms.ChoiceField(
        label=_("What the body answered"),
        choices=[(code, words) for code, words in CENTRAL.items() if code != CentralAnswer.WAITING],
        widget=forms.RadioSelect(attrs={"data-columns": "one"}),
        error_messages={"required": _("Choose the answer")},
    )
    answered_on = forms.DateField(
        label=_("The answer came on"),
        help_text=_("From this day the term of the report on a refusal runs"),
        widget=DayInput,
        error_messages=DAY_ERRORS,
    )
    agreed_for = forms.DateField(
        label=_("Agreed to take part on"), widget=DayInput, required=False, error_messages=DAY_ERRORS
    )
    text = forms.CharField(
        label=_("What they wrote"),
        help_text=_("A refusal: its reason, word for word"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, **SOMETIMES}),
    )

    def start(self) -> dict[str, object]:
        return {"answered_on": self.case.today}

    def shape(self) -> None:
        open_ones = {CentralAnswer.WAITING, CentralAnswer.SILENT}
        there = [one for one in queries.central(self.case.appeal) if one.answer in open_ones]
        said = self.case.language
        self.offer("request_id", [(str(one.pk), f"№ {one.number} · {one.body.name[said]}") for one in there])

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("answer") == CentralAnswer.DECLINED and not cleaned.get("text"):
            self.add_error("text", gettext("Write why the body declined"))
        return cleaned


class ApproveRegimeForm(ActForm):
    """Number, day, and who approved."""

    number = forms.CharField(
        label=_("Number of the approval"), max_length=60, error_messages={"required": _("Name the number")}
    )
    approved_on = forms.DateField(label=_("Date of the approval"), widget=DayInput, error_messages=DAY_ERRORS)
    approved_by = forms.CharField(
        label=_("Who approved"), max_length=300, error_messages={"required": _("Name who approved")}
    )

    def start(self) -> dict[str, object]:
        return {"approved_on": self.case.today}


class AskInterpreterForm(ActForm):
    """From which language, and who."""

    language = forms.CharField(
        label=_("Language"), max_length=100, error_messages={"required": _("Name the language")}
    )
    name = forms.CharField(
        label=_("Interpreter's full name"),
        max_length=200,
        error_messages={"required": _("Name the interpreter")},
    )


class ConfirmInterpreterForm(ActForm):
    """Comes, or cannot."""

    comes = forms.TypedChoiceField(
        label=_("Does the interpreter come?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect(attrs={"data-columns": "two"}),
        error_messages={"required": _("Choose the answer")},
    )

    def shape(self) -> None:
        found = queries.interpreter(self.case.appeal)
        if found is not None:
            self.fields["comes"].help_text = f"{found.name}, {found.language}"


class NoteTreatyForm(ActForm):
    """In the department's own words."""

    text = forms.CharField(
        label=_("What the treaty says"),
        help_text=_(
            "Appeals of foreigners are considered as those of citizens unless a treaty says otherwise"
        ),
        max_length=5000,
        widget=text_area(),
        error_messages={"required": _("Write what the treaty says")},
    )


FORMS: dict[str, type[ActForm]] = {
    "request_central": RequestCentralForm,
    "extend_for_central": ExtendForCentralForm,
    "tell_central": PlainForm,
    "record_central_answer": CentralAnswerForm,
    "approve_regime": ApproveRegimeForm,
    "ask_interpreter": AskInterpreterForm,
    "confirm_interpreter": ConfirmInterpreterForm,
    "note_treaty": NoteTreatyForm,
}
