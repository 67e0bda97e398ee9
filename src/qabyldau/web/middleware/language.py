"""The address decides the language: /kk/… or /ru/…; an address without one gets the remembered language."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language_from_path

A_YEAR = 365 * 24 * 3600


class LanguageMiddleware(LocaleMiddleware):
    """Django's, which redirects `/` by cookie and browser; the language last read is remembered."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        answer = super().process_response(request, response)
        chosen = get_language_from_path(request.path_info)
        if chosen and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != chosen:
            _remember(answer, settings.LANGUAGE_COOKIE_NAME, chosen)
        return answer


def _remember(answer: HttpResponseBase, name: str, value: str) -> None:
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(name, value, max_age=A_YEAR, samesite="Lax", httponly=True, secure=secure)
