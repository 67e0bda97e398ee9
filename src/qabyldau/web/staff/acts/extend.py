"""Answer later: the new last day, and why."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.norms.deadlines import ExtensionCap, due
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.acts.form import ActForm, text_area
from qabyldau.web.templatetags.words import in_words
from qabyldau.worktime import queries as worktime


class ExtendForm(ActForm):
    """The limit of the law stands beside the field."""

    until = forms.DateField(
        label=_("New last day for the answer"),
        widget=DayInput,
        error_messages={
            "required": _("Name the new last day"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
    reason = forms.CharField(
        label=_("Why is more time needed?"),
        help_text=_("The reason stands in the notice to the applicant word for word."),
        max_length=5000,
        widget=text_area(),
        error_messages={"required": _("Write why more time is needed")},
    )

    def shape(self) -> None:
        appeal = self.case.appeal
        limit = due(ExtensionCap, appeal.registered_on, appeal.edition, worktime.calendar())
        words = gettext("Now: %(due)s; by the law no later than: %(limit)s")
        self.fields["until"].help_text = words % {
            "due": in_words(appeal.due_on),
            "limit": in_words(limit.on),
        }
