"""Sign-in pages where allauth's own need a word from us."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from django.forms import BaseForm
from django.http import HttpResponse


class Reauthenticate(ReauthenticateView):  # type: ignore[misc]  # allauth carries no types
    """The password once more; a session that may now do more gets a new name."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        self.request.session.cycle_key()
        response: HttpResponse = super().form_valid(form)
        return response


class ReauthenticateByCode(ReauthenticateByCodeView):  # type: ignore[misc]  # allauth carries no types
    """The second factor once more."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        self.request.session.cycle_key()
        response: HttpResponse = super().form_valid(form)
        return response
