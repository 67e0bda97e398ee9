"""The waiting room: when the video opens, the place in the line, the way in, the telephone instead."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qabyldau.people.actor import Actor
from qabyldau.ports.video import VideoFailedError
from qabyldau.reception import queries as reception
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.reception import IdentityShown, VideoByConsent
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.video import actions, queries, server
from qabyldau.web.desk.rows import why
from qabyldau.web.public.chrome import language, now, show, the_office
from qabyldau.web.public.track.find import opened
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal
    from qabyldau.review.models import Appointment
    from qabyldau.video.models import VideoRoom
    from qabyldau.video.queries import Open

logger = logging.getLogger(__name__)
CONFLICT, UNPROCESSABLE, UNAVAILABLE = 409, 422, 503


@dataclass(frozen=True, slots=True)
class OwnVideo:
    """What the applicant sees of their reception by video. `visit` None: not checked in yet."""

    appointment: Appointment
    hours: Open
    is_open: bool
    visit: Visit | None
    place: reception.InLine | None
    room: VideoRoom | None

    @property
    def before(self) -> int:
        return self.place.place - 1 if self.place else 0

    @property
    def why(self) -> str:
        return why(self.place.reason) if self.place else ""


def own_video(found: Appeal) -> OwnVideo | None:
    """For the page of the appeal too; None: no reception by video is ahead."""
    if found.stage is not State.APPOINTED:
        return None
    appointment, at = queries.appointment_by_video(found), now()
    if appointment is None:
        return None
    hours = queries.hours(appointment)
    return OwnVideo(
        appointment,
        hours,
        hours.holds(at),
        reception.here(found),
        reception.place_of(found, at),
        queries.room_of(appointment),
    )


@never_cache
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    office = the_office()
    found = opened(request, office)
    return _page(request, office, found) if found else redirect("public:track")


def _page(
    request: HttpRequest,
    office: Office,
    found: Appeal,
    extra: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, object] = {
        "appeal": found,
        "own": own_video(found),
        "connected": server.is_connected(),
        "clause": found.edition.cite(VideoByConsent),
        "identity_clause": found.edition.cite(IdentityShown),
        **(extra or {}),
    }
    return show(request, "video/waiting.html", office, context, status)


@never_cache
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """The address of the room, shown to this person alone: it stands in no letter of ours."""
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    try:
        link = actions.enter(found.pk, language=language(), asked=_asked(office, found))
    except UnlawfulError as unlawful:
        against: dict[str, object] = {"against": law_message(unlawful), "against_clause": unlawful.citation}
        return _page(request, office, found, against, UNPROCESSABLE)
    except server.NoVideoServerError:
        return _page(request, office, found, {"failed": True}, CONFLICT)
    except VideoFailedError:
        logger.warning("the video server did not open a room of appeal %s", found.pk)
        return _page(request, office, found, {"failed": True}, UNAVAILABLE)
    return _page(request, office, found, {"link": link})


@require_POST
def phone(request: HttpRequest) -> HttpResponse:
    """They could not connect, and ask to be called."""
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    try:
        actions.ask_phone(found.pk, asked=_asked(office, found))
    except UnlawfulError as unlawful:
        messages.warning(request, law_message(unlawful))
    else:
        messages.success(
            request, gettext("The reception knows that you could not connect, and will call you.")
        )
    return redirect("public:track_video")


def _asked(office: Office, found: Appeal) -> Asked:
    return Asked(by=Actor.applicant(office.pk, found.pk), at=now())
