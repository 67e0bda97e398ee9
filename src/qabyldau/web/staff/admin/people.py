"""People and their roles: who may do what, since when, until when."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.acts import keeping
from qabyldau.acts.keeping import Given, KeepingError
from qabyldau.people import queries as people
from qabyldau.people.roles import Role
from qabyldau.regulation.words import Words
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.staff.words import ROLES, choices

AGAINST = {
    "twice": _("This person already has this role"),
    "before_start": _("It cannot end before it began"),
    "own_last": _("You cannot end your own role of administrator: ask another administrator"),
}
DAY_ERRORS = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}


class GrantForm(forms.Form):
    """A role for somebody who may sign in."""

    use_required_attribute = False
    user_id = forms.ChoiceField(label=_("Person"), error_messages={"required": _("Choose the person")})
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", "—"), *choices(ROLES)],
        error_messages={"required": _("Choose the role")},
    )
    since = forms.DateField(label=_("From"), widget=DayInput, error_messages=DAY_ERRORS)
    position_kk = forms.CharField(label=_("Position, in Kazakh"), max_length=200, required=False)
    position_ru = forms.CharField(label=_("Position, in Russian"), max_length=200, required=False)

    def __init__(self, day: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"since": day})
        named = [(str(user.pk), user.full_name or user.username) for user in people.staff()]
        self.fields["user_id"].choices = [("", "—"), *named]  # type: ignore[attr-defined]  # a choice

    def given(self) -> Given:
        answers = self.cleaned_data
        position = Words(kk=answers["position_kk"], ru=answers["position_ru"])
        return Given(int(answers["user_id"]), Role(answers["role"]), answers["since"], position)


class EndForm(forms.Form):
    """The last day of a role or of an authority."""

    use_required_attribute = False
    until = forms.DateField(label=_("Last day"), widget=DayInput, error_messages=DAY_ERRORS)


@require_http_methods(["GET", "HEAD", "POST"])
def people_page(request: StaffRequest) -> HttpResponse:
    day = today(office_of(request))
    form = GrantForm(day, request.POST or None)
    if form.is_valid() and _granted(request, form):
        messages.success(request, gettext("The role is given."))
        return redirect("staff:people")
    grants = [
        (grant, _holds(grant.since, grant.until, day)) for grant in people.grants(request.actor.office_id)
    ]
    context = {"form": form, "grants": grants}
    return show(request, "people.html", context, status=UNPROCESSABLE if form.errors else 200)


def _holds(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day <= until)


def _granted(request: StaffRequest, form: GrantForm) -> bool:
    try:
        keeping.grant_role(request.actor.office_id, form.given(), by=request.actor, at=now())
    except KeepingError as against:
        form.add_error("role", AGAINST[against.code])
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: StaffRequest, grant_id: int) -> HttpResponse:
    """The role ends with a day; what was done under it stays."""
    grant = get_object_or_404(people.grants(request.actor.office_id), pk=grant_id)
    form = EndForm(request.POST or None, initial={"until": today(office_of(request))})
    if form.is_valid() and _ended(request, grant_id, form):
        messages.success(request, gettext("The last day of the role is recorded."))
        return redirect("staff:people")
    context = {"form": form, "grant": grant}
    return show(request, "end_role.html", context, status=UNPROCESSABLE if form.errors else 200)


def _ended(request: StaffRequest, grant_id: int, form: EndForm) -> bool:
    try:
        keeping.end_role(grant_id, until=form.cleaned_data["until"], by=request.actor, at=now())
    except KeepingError as against:
        form.add_error("until", AGAINST[against.code])
        return False
    return True
