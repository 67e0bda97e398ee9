"""A field for every column of `people.models.OfficeSettings`, by the same name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.people.kinds import AgreedBy


class SettingsForm(forms.Form):
    """Grouped by chapter of the work; a new setting is one more field here."""

    use_required_attribute = False
    hearing_before_refusal = forms.BooleanField(
        label=_("Hear the applicant before a refusal"),
        help_text=_(
            "The applicant is invited at least three working days ahead; "
            "without that a refusal is not decided."
        ),
        required=False,
    )
    note_agreed_by = forms.ChoiceField(
        label=_("Who must have answered about a note before it goes to the head"),
        choices=[
            (AgreedBy.NOBODY, pgettext_lazy("agreement", "Nobody: asking is up to the department")),
            (AgreedBy.COLLEAGUE, pgettext_lazy("agreement", "Another colleague of the office")),
            (AgreedBy.UNITS, pgettext_lazy("agreement", "Every unit whose answer stands in the note")),
        ],
        widget=forms.RadioSelect,
    )
    survey_days = forms.IntegerField(
        label=_("Days without a second survey"),
        help_text=_("Whoever was asked how content they are is not asked again for so many days."),
        min_value=1,
        max_value=730,
        error_messages={
            "required": _("Enter the number of days"),
            "invalid": _("Enter the number of days"),
            "min_value": _("At least one day"),
            "max_value": _("At most 730 days"),
        },
    )
    decisions_signed = forms.BooleanField(
        label=_("Decide only with a digital signature"),
        help_text=_("Whoever decides signs the decision with their own key; without it nothing is decided."),
        required=False,
    )
    report_days = forms.IntegerField(
        label=_("Days for the quarterly report"),
        help_text=_("Working days after the quarter by which the report is sent; the law names no day."),
        min_value=1,
        max_value=40,
        error_messages={
            "required": _("Enter the number of days"),
            "invalid": _("Enter the number of days"),
            "min_value": _("At least one day"),
            "max_value": _("At most 40 days"),
        },
    )
    doubt_days = forms.IntegerField(
        label=_("Days after the final answer to say that nothing was done"),
        help_text=_("Within them the applicant may ask to check what the answer promised."),
        min_value=0,
        max_value=365,
    )
    check_days = forms.IntegerField(
        label=_("Working days to check it"),
        help_text=_("By then the department tells the applicant what it found."),
        min_value=1,
        max_value=30,
    )
