"""Back in by a one-time code of the administrator: a new password, and the lost second step is off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.journal import actions as journal
from qabyldau.people import accounts
from qabyldau.people import queries as people
from qabyldau.web.address import client_address
from qabyldau.web.signin import locked
from qabyldau.web.signin.limits import FROM_ADDRESS

if TYPE_CHECKING:
    from qabyldau.people.models import User

UNPROCESSABLE = 422
WRONG = _("The name and the code do not belong together, or the code was used or is older than a day.")


class RecoverForm(forms.Form):
    """The name, the code, and a new password twice."""

    use_required_attribute = False
    login = forms.CharField(
        label=_("User name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Enter your user name")},
    )
    code = forms.CharField(
        label=_("One-time code"),
        help_text=_("Sixteen letters and digits, as the administrator gave them to you"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the one-time code")},
    )
    password1 = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 characters: several words are easy to remember and hard to guess."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Enter the new password")},
    )
    password2 = forms.CharField(
        label=_("New password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Enter the new password once more")},
    )
    user: User | None = None

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if self.errors:
            return given
        self.user = accounts.holder(given["login"], given["code"], at=timezone.now())
        if self.user is None:
            raise forms.ValidationError(WRONG)
        if given["password1"] != given["password2"]:
            self.add_error("password2", _("The two new passwords are not the same."))
            return given
        try:
            get_adapter().clean_password(given["password1"], self.user)
        except forms.ValidationError as weak:
            self.add_error("password1", weak)
        return given


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """Tried a few times only, like a password."""
    now, address = timezone.now(), client_address(request)
    if FROM_ADDRESS.is_spent(address, now):
        return locked.page(request, FROM_ADDRESS.ends(now))
    form = RecoverForm(request.POST or None)
    if form.is_valid() and form.user is not None and _renewed(form.user, form):
        messages.success(request, gettext("Your password is set. Sign in with it."))
        return redirect("account_login")
    if form.is_bound and form.non_field_errors():
        FROM_ADDRESS.note(address, now)
    return render(
        request, "account/recover.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200
    )


@transaction.atomic
def _renewed(user: User, form: RecoverForm) -> bool:
    """The code opens once; what was lost is taken off, and nobody stays signed in under the old password."""
    now = timezone.now()
    if not accounts.use_key(user, form.cleaned_data["code"], at=now):
        form.add_error(None, WRONG)
        return False
    user.set_password(form.cleaned_data["password1"])
    user.save(update_fields=["password"])
    accounts.end_sign_ins(user)
    taken, _each = Authenticator.objects.filter(user=user).delete()
    for actor in people.actors_of(user, timezone.localdate()).values():
        facts: dict[str, object] = {"second_step_taken_off": taken > 0}
        journal.write("renew_access", about=f"user:{user.pk}", by=actor, at=now, facts=facts)
    return True
