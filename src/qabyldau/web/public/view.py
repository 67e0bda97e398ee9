"""The switch to the version for people with low vision and back."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from qabyldau.web.middleware.language import A_YEAR
from qabyldau.web.templatetags.look import LARGE, PLAIN, VIEW_COOKIE


@require_safe
def view(request: HttpRequest, value: str) -> HttpResponse:
    """Remember the look and go back; the page is the same, only larger and plainer."""
    if value not in {LARGE, PLAIN}:
        raise Http404
    back = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return remember(HttpResponseRedirect(back if safe else reverse("public:home")), value)


def remember(answer: HttpResponse, value: str) -> HttpResponse:
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(VIEW_COOKIE, value, max_age=A_YEAR, samesite="Lax", httponly=True, secure=secure)
    return answer
