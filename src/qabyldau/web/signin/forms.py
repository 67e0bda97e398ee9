"""The forms of sign-in in our words, with limits on guessing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qabyldau.web.signin.limits import CODES, spend_code

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TOO_MANY = _("Too many wrong codes. Try again in half an hour.")


def _word(field: forms.Field, label: _StrPromise, missing: _StrPromise, hint: _StrPromise | str = "") -> None:
    """Our words on a field of allauth's; an example inside a field is not a label."""
    field.label, field.help_text = label, hint
    field.error_messages["required"] = missing
    field.widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth carries no types
    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **named)
        _word(self.fields["login"], _("User name"), _("Enter your user name"))
        _word(self.fields["password"], _("Password"), _("Enter your password"))
        self.fields["login"].widget.attrs.update(autocapitalize="none", spellcheck="false")


class SamePersonForm(ReauthenticateForm):  # type: ignore[misc]  # allauth carries no types
    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **named)
        _word(self.fields["password"], _("Password"), _("Enter your password"))


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth carries no types
    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **named)
        _word(self.fields["oldpassword"], _("Your password now"), _("Enter your password"))
        hint = _("At least 12 characters: several words are easy to remember and hard to guess.")
        _word(self.fields["password1"], _("New password"), _("Enter the new password"), hint)
        _word(self.fields["password2"], _("New password once more"), _("Enter the new password once more"))

    def clean_oldpassword(self) -> str:
        """Asked the same way as at sign-in, so that guessing is limited the same way."""
        typed = str(self.cleaned_data["oldpassword"])
        if not get_adapter().reauthenticate(self.user, typed):
            raise get_adapter().validation_error("enter_current_password")
        return typed

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = forms.Form.clean(self) or {}
        first, second = given.get("password1"), given.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two new passwords are not the same."))
        return given


class _OneTimeCode:
    """A code is tried a few times only, and is good once, whichever process it comes to."""

    user: Any
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **named)
        _word(self.fields["code"], _("Code from the phone"), _("Enter the code from the phone"))
        self.fields["code"].widget.attrs.update(inputmode="numeric")

    def clean_code(self) -> str:
        who, now = str(self.user.pk), timezone.now()
        if CODES.is_spent(who, now):
            raise forms.ValidationError(TOO_MANY)
        try:
            code = str(super().clean_code())  # type: ignore[misc]  # of the form that this is mixed into
        except forms.ValidationError:
            CODES.note(who, now)
            raise
        digest = hashlib.sha256(code.encode()).hexdigest()[:16]
        if not spend_code(f"{who}:{digest}", now):
            raise forms.ValidationError(_("The code is wrong or was already used. Wait for the next one."))
        return code


class CodeForm(_OneTimeCode, AuthenticateForm):  # type: ignore[misc]  # allauth carries no types
    """The second step of sign-in."""


class SamePersonByCodeForm(_OneTimeCode, ReauthenticateByCodeForm):  # type: ignore[misc]
    """The second factor asked again, before something weighty."""


class FirstCodeForm(_OneTimeCode, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app, which shows that it has our secret."""
