"""Accounts of people: open one, enter an ИИН, give a one-time code to whoever lost the way in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.acts import accounts
from qabyldau.acts.accounts import AccountError, Newcomer
from qabyldau.people import accounts as kept
from qabyldau.people import queries as people
from qabyldau.people.identifiers import masked
from qabyldau.people.roles import Role
from qabyldau.regulation.words import Words
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.admin.people import DAY_ERRORS
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today
from qabyldau.web.staff.words import ROLES, choices

if TYPE_CHECKING:
    from qabyldau.people.models import User

KEY = "key"
AGAINST: dict[str, Promise] = {
    "taken": _("This user name is already taken"),
    "wrong_iin": _("There is a mistake in the IIN: compare each digit with the identity card"),
    "iin_of_another": _("This IIN is already entered for another person"),
    "own": _("You cannot let yourself in anew: ask another administrator"),
    "elsewhere": _("This person also works in another office, so no office alone may renew the access."),
}


class AccountForm(forms.Form):
    """Somebody new, with the first role."""

    use_required_attribute = False
    full_name = forms.CharField(
        label=_("Surname, first name, patronymic (if any)"),
        max_length=200,
        error_messages={"required": _("Enter the surname and first name")},
    )
    username = forms.RegexField(
        r"^[a-z0-9_.-]{3,30}\Z",
        label=_("User name"),
        help_text=_("3 to 30 Latin letters, digits, dots: for example a.seitova"),
        error_messages={
            "required": _("Enter the user name"),
            "invalid": _("Latin letters in lower case, digits, dots and hyphens only"),
        },
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
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

    def newcomer(self) -> Newcomer:
        said: dict[str, Any] = self.cleaned_data
        position = Words(kk=said["position_kk"], ru=said["position_ru"])
        return Newcomer(said["username"], said["full_name"], Role(said["role"]), said["since"], position)


class IinForm(forms.Form):
    """Empty takes the number away."""

    use_required_attribute = False
    iin = forms.CharField(
        label=_("IIN"),
        help_text=_(
            "12 digits. By it the digital signature of this person is known. Leave empty to take it away."
        ),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "data-size": "twelve"}),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_account(request: StaffRequest) -> HttpResponse:
    form = AccountForm(today(office_of(request)), request.POST or None)
    if form.is_valid():
        try:
            opened = accounts.open_account(
                request.actor.office_id, form.newcomer(), by=request.actor, at=now()
            )
        except AccountError as against:
            form.add_error("username", str(AGAINST[against.code]))
        else:
            return _code(request, *opened)
    return show(request, "account_open.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: StaffRequest, user_id: int) -> HttpResponse:
    """One person: the ИИН by which a key is theirs, and a code for whoever lost the way in."""
    user = get_object_or_404(people.users_of(request.actor.office_id), pk=user_id)
    if KEY in request.POST:
        return _given(request, user)
    form = IinForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _recorded(request, user, form):
        messages.success(request, gettext("The IIN is recorded."))
        return redirect("staff:people_account", user.pk)
    context = {"form": form, "person": user, "number": masked(kept.iin_of(user))}
    return show(request, "account.html", context, status=UNPROCESSABLE if form.errors else 200)


def _recorded(request: StaffRequest, user: User, form: IinForm) -> bool:
    try:
        accounts.record_iin(user.pk, form.cleaned_data["iin"], by=request.actor, at=now())
    except AccountError as against:
        form.add_error("iin", str(AGAINST[against.code]))
        return False
    return True


def _given(request: StaffRequest, user: User) -> HttpResponse:
    try:
        code = accounts.give_key(user.pk, by=request.actor, at=now())
    except AccountError as against:
        messages.error(request, str(AGAINST[against.code]))
        return redirect("staff:people_account", user.pk)
    return _code(request, user, code)


def _code(request: StaffRequest, user: User, code: str) -> HttpResponse:
    """Shown once: it stands in no address, no journal and no letter."""
    return show(request, "account_code.html", {"person": user, "code": code})
