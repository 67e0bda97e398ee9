"""In which office one acts: asked of those who have a role in several."""

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from qabyldau.people import queries as people
from qabyldau.people.actor import Actor
from qabyldau.web.middleware.actor import OFFICE_KEY


def office(request: HttpRequest) -> HttpResponse:
    mine: dict[int, Actor] = request.offices  # type: ignore[attr-defined]  # put there by ActorMiddleware
    onward = _onward(request)
    if request.method == "POST" and (chosen := _chosen(request, mine)) is not None:
        request.session[OFFICE_KEY] = chosen
        return redirect(onward or "staff:home")
    rows = [(one, mine[one.pk].position) for one in people.all_offices() if one.pk in mine]
    context = {"offices": rows, "onward": onward, "current": request.session.get(OFFICE_KEY)}
    return render(request, "account/office.html", context)


def _chosen(request: HttpRequest, mine: dict[int, Actor]) -> int | None:
    typed = request.POST.get("office", "")
    return next((office_id for office_id in mine if str(office_id) == typed), None)


def _onward(request: HttpRequest) -> str:
    """Where the person was going, if that is a page of ours."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if wanted and ours else ""
