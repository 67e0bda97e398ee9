"""How allauth signs staff in: nobody signs themselves up, and what it says is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from qabyldau.people import queries as people
from qabyldau.people.sealing import opened, seal
from qabyldau.web import errors
from qabyldau.web.address import client_address
from qabyldau.web.errors import Problem
from qabyldau.web.signin import factors, locked, noted, sessions
from qabyldau.web.signin.limits import FROM_ADDRESS

if TYPE_CHECKING:
    from qabyldau.people.models import User

BLOCKED = Problem(
    403,
    _("This account is blocked"),
    _("Your name and password are right, but the account was closed by the administrator."),
    [_("If you work here, ask the administrator of the office to open it again.")],
)
SEALED_AS = "second-factor"
# Why a password is not taken, by the code of Django's validator.
WEAK = {
    "password_too_short": _("The password is too short: at least 12 characters are needed."),
    "password_too_common": _("This password is on the lists that are tried first. Think of another one."),
    "password_too_similar": _("The password is too much like your name. Think of another one."),
}


class StaffAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Accounts are made by the administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The user name or the password is wrong."),
        "incorrect_password": _("The password is wrong."),
        "enter_current_password": _("The password is wrong."),
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def is_ajax(self, _request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only addresses of the site one is on."""
        return url_has_allowed_host_and_scheme(url, {self.request.get_host()}, self.request.is_secure())

    def pre_authenticate(self, request: HttpRequest, **_named: Any) -> None:  # noqa: ANN401
        now = timezone.now()
        if FROM_ADDRESS.is_spent(client_address(request), now):
            raise ImmediateHttpResponse(locked.page(request, FROM_ADDRESS.ends(now)))

    def clean_password(self, password: str, user: User | None = None) -> str:
        try:
            validate_password(password, user)
        except ValidationError as weak:
            raise ValidationError([WEAK[one.code or ""] for one in weak.error_list]) from weak
        return password

    def authentication_failed(self, request: HttpRequest, **_named: Any) -> None:  # noqa: ANN401
        FROM_ADDRESS.note(client_address(request), timezone.now())

    def post_login(self, request: HttpRequest, user: User, **named: Any) -> HttpResponse | None:  # noqa: ANN401
        noted.sign_in(request, user)
        answer: HttpResponse | None = super().post_login(request, user, **named)
        return answer

    def _rollback_login_failed_rl_usage(self) -> None:
        """Our limit counts only failures: a success has nothing to give back."""

    def is_reauthentication_required(self, **_of: str) -> bool:
        """Whoever signed in a moment ago has just shown who they are."""
        return not sessions.is_fresh(self.request.session, timezone.now().timestamp())

    def respond_user_inactive(self, request: HttpRequest, _user: AbstractBaseUser) -> HttpResponse:
        return errors.page(request, BLOCKED)

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return reverse("mfa_index")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """Secrets are sealed in the database; who must have a second factor cannot take it off."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is wrong or was already used. Wait for the next one."),
        "cannot_delete_authenticator": _("Your role requires a second step, so it cannot be switched off."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text, row=SEALED_AS)

    def decrypt(self, encrypted_text: str) -> str:
        return opened(encrypted_text, row=SEALED_AS)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        actors = people.actors_of(authenticator.user, timezone.localdate())
        return not factors.is_required(actors.values())
