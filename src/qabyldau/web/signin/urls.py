"""Addresses of sign-in, under /kk/account/ and /ru/account/: of allauth's, only what staff need."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path

from qabyldau.web.signin import by_key, recover
from qabyldau.web.signin.office import office
from qabyldau.web.signin.views import Reauthenticate, ReauthenticateByCode

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("login/key/", by_key.sign_in, name="account_login_key"),
    path("recover/", recover.recover, name="account_recover"),
    path("login/code/", factor.authenticate, name="mfa_authenticate"),
    path("logout/", account.logout, name="account_logout"),
    path("again/", Reauthenticate.as_view(), name="account_reauthenticate"),
    path("again/code/", ReauthenticateByCode.as_view(), name="mfa_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("office/", office, name="account_office"),
    path("", factor.index, name="mfa_index"),
    path("second-step/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-step/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
]
