"""What the applicant says of their hour: they come, want another time, cancel it, choose an offered one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.acts.words import law_message
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.control import Distribution
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.kinds import VideoAnswer
from qabyldau.review import queries as review
from qabyldau.review.kinds import Why
from qabyldau.schedule.actions import SlotTakenError
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.track.find import opened

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.replanning.models import Offer
    from qabyldau.review.models import Appointment


# As the applicant says it.
ANSWERS: dict[str, Promise] = {
    VideoAnswer.OWN: _("From my own device"),
    VideoAnswer.PLACE: _("I need a place with equipment"),
    VideoAnswer.NO: _("Not by video: I will wait for another time"),
}


@dataclass(frozen=True, slots=True)
class OwnHour:
    """What may still be done with the hour, and what is asked of the applicant."""

    offer: Offer | None
    ahead: bool = False
    confirmed: bool = False
    may_move: bool = False
    earlier: bool = False
    asked_video: bool = False
    video: str = ""
    answers: tuple[tuple[str, object], ...] = ()


def own_hour(found: Appeal, appointment: Appointment | None) -> OwnHour:
    """For the page of the appeal."""
    offer = queries.open_offer(found)
    if appointment is None or appointment.slot.starts_at <= now():
        return OwnHour(offer)
    ask = queries.video_ask(found)
    return OwnHour(
        offer,
        ahead=True,
        confirmed=queries.is_confirmed(appointment),
        may_move=not queries.asked_another_time(found) and bool(queries.other_hours(appointment, now())),
        earlier=queries.wishes_earlier(found),
        asked_video=ask is not None and not ask.answer,
        video=str(ANSWERS[ask.answer]) if ask and ask.answer else "",
        answers=tuple(ANSWERS.items()),
    )


Do = Callable[[int, str, Asked], object]
# What one button asks for; `value` is what it carries.
DOING: dict[str, Do] = {
    "confirm": lambda pk, _value, asked: replanning.confirm(pk, asked=asked),
    "earlier": lambda pk, value, asked: replanning.wish_earlier(pk, wished=value == "yes", asked=asked),
    "take": lambda pk, value, asked: replanning.take_offered(pk, slot_id=_number(value), asked=asked),
    "decline": lambda pk, _value, asked: replanning.decline_offer(pk, asked=asked),
    "video": lambda pk, value, asked: replanning.answer_video(pk, answer=VideoAnswer(value), asked=asked),
    "another": lambda pk, value, asked: replanning.move_hour(
        pk, slot_id=_number(value), why=Why.APPLICANT, asked=asked
    ),
    "release": lambda pk, _value, asked: replanning.release(pk, why=Why.APPLICANT, asked=asked),
}


def _number(value: str) -> int:
    return int(value) if value.isdigit() and len(value) < len(str(2**63)) else 0


@require_POST
def act(request: HttpRequest, name: str) -> HttpResponse:
    """One button of the page of the appeal, or of the two pages below."""
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    value = request.POST.get("value", "")
    known = name in DOING and (name != "video" or value in VideoAnswer.values)
    if not known:
        return redirect("public:track_appeal")
    asked = Asked(by=Actor.applicant(office.pk, found.pk), at=now())
    try:
        DOING[name](found.pk, value, asked)
    except UnlawfulError as unlawful:
        messages.warning(request, law_message(unlawful, get_language() or "kk"))
    except SlotTakenError:
        messages.warning(request, gettext("Somebody was given this time a moment ago. Choose another one."))
    else:
        messages.success(request, gettext("It is done. If something has changed, a letter is on its way."))
    return redirect("public:track_appeal")


@never_cache
@require_http_methods(["GET", "HEAD"])
def another(request: HttpRequest) -> HttpResponse:
    """Free hours of the same official after the one that was given."""
    office = the_office()
    found = opened(request, office)
    row = _appointment(found)
    if found is None or row is None:
        return redirect("public:track")
    context = {
        "appeal": found,
        "appointment": row,
        "slots": queries.other_hours(row, now()),
        "citation": found.edition.cite(Distribution),
    }
    return show(request, "public/track/another_time.html", office, context)


@never_cache
@require_http_methods(["GET", "HEAD"])
def release(request: HttpRequest) -> HttpResponse:
    """Asked once more: the hour goes to somebody else at once."""
    office = the_office()
    found = opened(request, office)
    row = _appointment(found)
    if found is None or row is None:
        return redirect("public:track")
    context = {"appeal": found, "appointment": row, "citation": found.edition.cite(Distribution)}
    return show(request, "public/track/release.html", office, context)


def _appointment(found: Appeal | None) -> Appointment | None:
    if found is None or found.stage is not State.APPOINTED:
        return None
    return review.live_appointment(found)
