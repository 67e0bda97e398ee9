"""Sign-in with a key of the state: a text is signed once, the ИИН of the certificate says who it is."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.people import accounts
from qabyldau.ports.signature import Usage
from qabyldau.signatures import verifying
from qabyldau.signatures.verifying import Proof
from qabyldau.web.address import client_address
from qabyldau.web.signin import locked
from qabyldau.web.signin.limits import FROM_ADDRESS
from qabyldau.web.signing import came, challenge, words
from qabyldau.web.signing.security import may_sign

PURPOSE = "sign-in"
UNPROCESSABLE = 422


@may_sign
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show a text to sign; believe what came back once, and let the owner of the key in."""
    if not verifying.is_connected():
        raise Http404
    now = timezone.now()
    if FROM_ADDRESS.is_spent(client_address(request), now):
        return locked.page(request, FROM_ADDRESS.ends(now))
    if request.method != "POST":
        return _page(request, "")
    waiting = challenge.asked(request.session, PURPOSE, at=now)
    if came.TEXT in request.POST and waiting:
        return came.text_file(waiting.data)
    asked = challenge.take(request.session, PURPOSE, at=now)
    if asked is None:
        return _page(request, str(words.OVER))
    found = came.proved(request, asked.data, Usage.AUTH, at=now, nonce=asked.nonce)
    return _enter(request, found.proof) if found.proof else _refused(request, str(found.against))


def _enter(request: HttpRequest, proof: Proof) -> HttpResponse:
    """A key stands for the name and the password; the second step follows as after a password."""
    signer = proof.signed.signer
    user = accounts.by_iin(signer.iin)
    if user is None:
        return _refused(request, str(words.NOBODY))
    record_authentication(request, user, method="key", serial=signer.serial)
    user.backend = "allauth.account.auth_backends.AuthenticationBackend"
    answer: HttpResponse = perform_login(request, Login(user=user, redirect_url=_onward(request)))
    return answer


def _refused(request: HttpRequest, against: str) -> HttpResponse:
    """Counted like a wrong password: from one address only so many."""
    FROM_ADDRESS.note(client_address(request), timezone.now())
    return _page(request, against)


def _page(request: HttpRequest, against: str) -> HttpResponse:
    purpose = gettext("Sign-in to the workplace of the office, %(host)s") % {"host": request.get_host()}
    made = challenge.ask(request.session, PURPOSE, purpose, at=timezone.now())
    context = {
        "challenge": made,
        "signing": came.shown(made.data, Usage.AUTH),
        "against": against,
        "onward": _onward(request),
    }
    return render(request, "signing/signin.html", context, status=UNPROCESSABLE if against else 200)


def _onward(request: HttpRequest) -> str | None:
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if wanted and ours else None
