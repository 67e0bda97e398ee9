"""The page of a month and its way: check, approval by the akim, return, posting."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from qabyldau.acts.words.schedule import FINDINGS
from qabyldau.people import queries as people
from qabyldau.people.roles import Right
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import ApprovedSchedule, ApprovingAct, MonthlyReception
from qabyldau.schedule import actions, sheets
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.actions import Approval
from qabyldau.schedule.checks import Problem, next_month
from qabyldau.schedule.kinds import Stage
from qabyldau.web.planning import grid
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, office_of, show, today

if TYPE_CHECKING:
    from qabyldau.people.models import Office, Official
    from qabyldau.schedule.models import Version

FIRST_YEAR, LAST_YEAR = 2020, 2100


class ApprovalForm(forms.Form):
    """The act of the akim; the reason is asked where a gap of the month is approved with it."""

    use_required_attribute = False
    act_number = forms.CharField(
        label=_("Number of the act"),
        max_length=60,
        error_messages={"required": _("Name the number of the act")},
    )
    act_on = forms.DateField(
        label=_("Date of the act"),
        widget=DayInput,
        error_messages={
            "required": _("Name the date of the act"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
    gap_reason = forms.CharField(
        label=_("Why somebody does not receive in this month"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, *, day: date, gap: bool) -> None:
        super().__init__(data, initial={"act_on": day})
        if not gap:
            del self.fields["gap_reason"]

    def approval(self) -> Approval:
        given = self.cleaned_data
        return Approval(ApprovingAct(given["act_number"], given["act_on"]), given.get("gap_reason", ""))


@require_safe
def planning(request: StaffRequest) -> HttpResponse:
    """The month that is worked on: the next one after its middle, else this one."""
    day = today(office_of(request))
    month = day.replace(day=1)
    return go(next_month(month) if day.day > 10 else month)  # noqa: PLR2004  a third of a month


def go(month: date) -> HttpResponse:
    return redirect("staff:planning_month", month.year, month.month)


def asked_month(year: int, number: int) -> date:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= 12):  # noqa: PLR2004  months of a year
        raise Http404
    return date(year, number, 1)


def local(office: Office) -> datetime:
    return now().astimezone(ZoneInfo(office.zone))


@require_safe
def month(request: StaffRequest, year: int, month_number: int) -> HttpResponse:
    return page(request, asked_month(year, month_number))


def page(request: StaffRequest, first: date, form: ApprovalForm | None = None) -> HttpResponse:
    office, actor = office_of(request), request.actor
    law = governing(office.code, max(first, today(office))).edition
    version = schedule.open_version(office.pk, first)
    posted = list(schedule.versions(office.pk, first))
    found = grid.of_month(office, first, local(office))
    context = {
        "grid": found,
        "month": first,
        "before": _before(first),
        "after": next_month(first),
        "version": version,
        "problems": _problems(office, version),
        "posted": posted,
        "changes": _changes(office, first),
        "needs_akim": _needs_akim(office, version),
        "may_plan": actor.may(Right.PLAN_DAYS),
        "may_approve": actor.may(Right.APPROVE_SCHEDULE),
        "may_rehearse": actor.may(Right.REHEARSE),
        "approval": form or _approval(office, version),
        "approved_clause": law.cite(ApprovedSchedule),
        "monthly_clause": law.cite(MonthlyReception),
    }
    return show(
        request, "planning/month.html", context, status=UNPROCESSABLE if form and form.errors else 200
    )


def _before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _approval(office: Office, version: Version | None) -> ApprovalForm | None:
    if version is None or version.stage != Stage.CHECKED:
        return None
    return ApprovalForm(day=today(office), gap=_has_gap(version))


def _has_gap(version: Version) -> bool:
    return any(one["code"] == "month_without_reception" for one in version.problems)


def _problems(office: Office, version: Version | None) -> list[tuple[Problem, str, Official | None]]:
    """Each finding with its words and whom it is about."""
    if version is None:
        return []
    officials = {one.pk: one for one in people.all_officials(office.pk)}
    found = [Problem.from_row(row) for row in version.problems]
    return [(one, FINDINGS[one.code][language()], officials.get(one.official_id or 0)) for one in found]


def _changes(office: Office, first: date) -> list[sheets.Difference]:
    """What the version being worked on moves against what is posted now."""
    return sheets.differences(schedule.standing(office.pk, first), schedule.draft(office.pk, first))


def _needs_akim(office: Office, version: Version | None) -> bool:
    if version is None:
        return False
    law = governing(office.code, max(version.month, today(office))).edition
    standing = schedule.standing(office.pk, version.month)
    return actions.needs_the_akim(standing, schedule.draft(office.pk, version.month), law)


@require_POST
def check(request: StaffRequest, year: int, month_number: int) -> HttpResponse:
    office, first = office_of(request), asked_month(year, month_number)
    version = actions.check_month(office, first, by=request.actor, at=now())
    if version.stage == Stage.CHECKED:
        messages.success(request, gettext("The month is checked: nothing forbids it."))
    else:
        messages.error(request, gettext("The month cannot go on yet: see what stands against it."))
    return go(first)


@require_POST
def approve(request: StaffRequest, version_id: int) -> HttpResponse:
    """Whoever is not the akim is refused by the act itself, with its clause."""
    version = _seen(request, version_id)
    form = ApprovalForm(request.POST, day=today(office_of(request)), gap=_has_gap(version))
    if not form.is_valid():
        return page(request, version.month, form)
    actions.approve_month(version.pk, form.approval(), by=request.actor, at=now())
    messages.success(request, gettext("The schedule is approved. The department may post it now."))
    return go(version.month)


@require_POST
def send_back(request: StaffRequest, version_id: int) -> HttpResponse:
    version = _seen(request, version_id)
    because = request.POST.get("because", "").strip()[:1000]
    actions.send_back_month(version.pk, because=because, by=request.actor, at=now())
    messages.success(request, gettext("The month is a draft again."))
    return go(version.month)


@require_POST
def publish(request: StaffRequest, version_id: int) -> HttpResponse:
    version = _seen(request, version_id)
    posted = actions.publish_month(version.pk, by=request.actor, at=now())
    words = gettext("Version %(number)s is posted: it stands on the public page and on the poster.")
    messages.success(request, words % {"number": posted.number})
    return go(version.month)


def _seen(request: StaffRequest, version_id: int) -> Version:
    return get_object_or_404(schedule.all_versions(request.actor.office_id), pk=version_id)
