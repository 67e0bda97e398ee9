"""What a person sees when something went wrong: what happened, what to do now, and that nothing was lost."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.edition import Citation

RETRY_SECONDS = "30"
Sentence = str | Promise


@dataclass(frozen=True, slots=True)
class Problem:
    """A page that explains one kind of failure."""

    status: int
    heading: Sentence
    happened: Sentence
    steps: list[Sentence] = field(default_factory=list)


BAD_REQUEST = Problem(
    400,
    _("The request could not be understood"),
    _("Something in the address or in the form arrived damaged."),
    [
        _("Go back and send the form once more."),
        _("If it happens again, open the page afresh from the front page."),
    ],
)
DENIED = Problem(
    403,
    _("You have no right to open this page"),
    _("The page exists, but your role does not allow it."),
    [
        _("Check that you signed in under your own name."),
        _("If you need this page for your work, ask the administrator of the office for the role."),
    ],
)
STALE_FORM = Problem(
    403,
    _("The page was open for too long"),
    _("For your safety the form was not accepted. Nothing was recorded."),
    [
        _("Go back in your browser: what you typed is still there."),
        _("Copy long text, reload the page and send the form again."),
        _("Cookies must be allowed for this site."),
    ],
)
MISSING = Problem(
    404,
    _("There is no such page"),
    _("The address may be mistyped, or the page was moved."),
    [
        _("Check the address."),
        _("To find your appeal, open “Track my appeal” and give its number and code."),
        _("Start from the front page."),
    ],
)
TOO_LARGE = Problem(
    413,
    _("What you sent is too large"),
    _("The server did not accept such a large form. Nothing was recorded."),
    [
        _("Go back in your browser: what you typed is still there."),
        _("Attach smaller files, or bring them to the public reception later."),
    ],
)
TOO_MANY = Problem(
    429,
    _("Too many attempts"),
    _("To protect people's data, attempts are limited for a while."),
    [
        _("Wait a quarter of an hour and try again."),
        _("The number and the code stand on your talon; the office can also answer by phone."),
    ],
)
BROKEN = Problem(
    500,
    _("Something broke on our side"),
    _("The error was recorded. What had been sent before stays recorded."),
    [
        _("Wait a minute and try once more: sending the same form again does not register an appeal twice."),
        _("If it does not help, call the office or come to the public reception."),
    ],
)
UNAVAILABLE = Problem(
    503,
    _("The site is unavailable for a while"),
    _("We are restarting, or the database does not answer. Nothing that was accepted is lost."),
    [
        _("Try again in half a minute."),
        _("Appeals are also accepted on paper, orally in the public reception and by phone."),
    ],
)


def page(request: HttpRequest, problem: Problem, back: str = "") -> HttpResponse:
    """`back`: the page the person came from; empty when there is none to return to."""
    context = {"problem": problem, "back": back}
    return render(request, "errors/problem.html", context, status=problem.status)


def _shows(problem: Problem) -> Callable[..., HttpResponse]:
    """A handler for Django: what exactly was raised is for the log, not for the page."""

    def handler(request: HttpRequest, *_raised: object, **_named: object) -> HttpResponse:
        return page(request, problem)

    return handler


bad_request = _shows(BAD_REQUEST)
denied = _shows(DENIED)
missing = _shows(MISSING)
csrf_failure = _shows(STALE_FORM)


def broken(_request: HttpRequest) -> HttpResponse:
    """Drawn without the request: whatever broke may be in what reads it."""
    if isinstance(sys.exc_info()[1], OperationalError):
        return unavailable()
    return _without_request(BROKEN)


def unavailable() -> HttpResponse:
    """The database is away for a while: the page asks to come again and says when."""
    answer = _without_request(UNAVAILABLE)
    answer["Retry-After"] = RETRY_SECONDS
    return answer


def unlawful(request: HttpRequest, message: str, citation: Citation | None, back: str) -> HttpResponse:
    """What the law refuses: the sentence, its clause, and the way back to what was typed."""
    context = {"message": message, "citation": citation, "back": back}
    return render(request, "errors/law.html", context, status=409)


def _without_request(problem: Problem) -> HttpResponse:
    return HttpResponse(
        loader.render_to_string("errors/problem.html", {"problem": problem}), status=problem.status
    )
