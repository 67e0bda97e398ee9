"""The law laboratory: another edition, or another number of days, over cases that are past."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import OFFICES, by_code
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.reporting import lab
from qabyldau.reporting.lab import WITHIN, Outcome
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, office_of, show, today
from qabyldau.web.texts import law_message
from qabyldau.worktime import queries as worktime
from qabyldau.worktime.spans import span

A_DAY, A_YEAR = timedelta(days=1), timedelta(days=365)
MOST_DAYS = 90
DAY_INVALID = {"invalid": _("The day should look like 31.12.2026")}
UNITS = {
    "calendar": pgettext_lazy("lab", "calendar days"),
    "working": pgettext_lazy("lab", "working days"),
}


class LabForm(forms.Form):
    """Which edition, over which days; a number of days stands in the place of the edition's own."""

    use_required_attribute = False
    edition = forms.ChoiceField(label=_("Edition"))
    days = forms.IntegerField(
        label=_("Days for the answer"),
        help_text=_("Empty: as the edition says"),
        min_value=1,
        max_value=MOST_DAYS,
        required=False,
        error_messages={
            "invalid": _("Enter a number of days"),
            "min_value": _("At least one day"),
            "max_value": _("At most 90 days"),
        },
    )
    unit = forms.ChoiceField(label=_("Which days"), choices=list(UNITS.items()), required=False)
    since = forms.DateField(label=_("From"), widget=DayInput, required=False, error_messages=DAY_INVALID)
    until = forms.DateField(label=_("Till"), widget=DayInput, required=False, error_messages=DAY_INVALID)

    def __init__(self, day: date, data: QueryDict | None) -> None:
        self.usual = (day - A_YEAR, day)
        editions = [one for known in OFFICES.values() for one in known]
        initial = {"since": self.usual[0], "until": day, "edition": editions[-1].code}
        super().__init__(data, initial=initial)
        said = language()
        self.fields["edition"].choices = [  # type: ignore[attr-defined]  # a field of choices
            (one.code, f"{one.code}, {one.title[said][:60]}…") for one in editions
        ]

    def law(self) -> Edition:
        law, days = by_code(self.cleaned_data["edition"]), self.cleaned_data["days"]
        kind = WITHIN[self.cleaned_data["unit"] or "calendar"]
        return lab.amended(law, kind(days)) if days else law

    def period(self) -> tuple[date, date]:
        """Both days included, in order."""
        since = self.cleaned_data["since"] or self.usual[0]
        until = self.cleaned_data["until"] or self.usual[1]
        return min(since, until), max(since, until)


@require_safe
def lab_page(request: StaffRequest) -> HttpResponse:
    form = LabForm(today(office_of(request)), request.GET if "edition" in request.GET else None)
    outcome, against = _tried(request, form) if form.is_valid() else (None, "")
    context: dict[str, object] = {
        "form": form,
        "outcome": outcome,
        "against": against,
        "within": outcome.law.get(AnswerDeadline).within if outcome else None,
        "clause": outcome.law.cite(AnswerDeadline) if outcome else None,
    }
    return show(request, "reporting/lab.html", context, UNPROCESSABLE if form.errors or against else 200)


def _tried(request: StaffRequest, form: LabForm) -> tuple[Outcome | None, str]:
    since, until = form.period()
    stretch = span(office_of(request), since, until + A_DAY)
    try:
        return lab.attempt(stretch, form.law(), worktime.calendar()), ""
    except UnlawfulError as unlawful:
        return None, law_message(unlawful)
    except CalendarUnknownError as unknown:
        return None, str(unknown)
