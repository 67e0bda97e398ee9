"""The ledger of a period: who was asked, came, declined, how often; on a page and as a table."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from qabyldau.participation import ledger as counts
from qabyldau.participation import queries
from qabyldau.regulation.words import Language
from qabyldau.web.participation.words import ANSWERS, MARKS
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import StaffRequest, language, office_of, show, today

DAY_INVALID = {"invalid": _("The day should look like 31.12.2026")}
COMING = timedelta(days=45)
BYTE_ORDER = "\ufeff"


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    since: date
    until: date


def _day() -> DayInput:
    """Empty means something here: it is not called optional."""
    found = DayInput()
    found.attrs["data-sometimes"] = "yes"
    return found


class PeriodForm(forms.Form):
    """From which day to which; empty: this quarter."""

    use_required_attribute = False
    since = forms.DateField(label=_("From"), widget=_day(), required=False, error_messages=DAY_INVALID)
    until = forms.DateField(label=_("Till"), widget=_day(), required=False, error_messages=DAY_INVALID)

    def __init__(self, day: date, data: QueryDict) -> None:
        quarter = quarter_of(day)
        super().__init__(data or None, initial={"since": quarter.since, "until": quarter.until})
        self.quarter = quarter

    def period(self) -> Period:
        given = self.cleaned_data if self.is_valid() else {}
        since, until = given.get("since") or self.quarter.since, given.get("until") or self.quarter.until
        return Period(min(since, until), max(since, until))


def quarter_of(day: date) -> Period:
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    after = date(first.year + (first.month == 10), (first.month + 2) % 12 + 1, 1)  # noqa: PLR2004
    return Period(first, after - timedelta(days=1))


@require_safe
def ledger(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    form = PeriodForm(day, request.GET)
    period = form.period()
    soon = (
        queries.of_office(office.pk)
        .filter(recalled_at=None, day__on__range=(day, day + COMING))
        .order_by("day__on", "pk")
    )
    context = {
        "form": form,
        "period": period,
        "rows": counts.of(office.pk, period.since, period.until),
        "totals": counts.totals(office.pk, period.since, period.until),
        "soon": [(one, ANSWERS[one.answer], MARKS[one.answer]) for one in soon],
    }
    return show(request, "participation/ledger.html", context)


@require_safe
def table(request: StaffRequest) -> HttpResponse:
    """For a spreadsheet."""
    office = office_of(request)
    period = PeriodForm(today(office), request.GET).period()
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"bodies-{office.code}-{period.since}-{period.until}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.write(BYTE_ORDER)
    written = csv.writer(answer)
    written.writerow(_head())
    for row in counts.of(office.pk, period.since, period.until):
        written.writerow(_cells(row, language()))
    return answer


def _head() -> list[str]:
    return [
        gettext("Body"),
        pgettext("ledger", "Asked"),
        pgettext("ledger", "Confirmed"),
        pgettext("ledger", "Declined"),
        pgettext("ledger", "Silent"),
        pgettext("ledger", "Came"),
        pgettext("ledger", "Did not come"),
        pgettext("ledger", "Substitutes"),
    ]


def _cells(row: counts.Row, said: Language) -> list[object]:
    name = row.body.name[said]
    safe = f"'{name}" if name[:1] in "=+-@" else name
    return [safe, row.asked, row.confirmed, row.declined, row.silent, row.came, row.absent, row.substitutes]
