"""Call in, begin, finish and go on; the video and the telephone of whoever is not in the building."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from qabyldau.minutes import queries as minutes
from qabyldau.ports.video import VideoFailedError
from qabyldau.reception import desk
from qabyldau.registry import queries as registry
from qabyldau.registry.moves import Asked
from qabyldau.regulation.desk import DeskAct
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.video import actions as videos
from qabyldau.video.server import NoVideoServerError
from qabyldau.web.desk.words import DONE
from qabyldau.web.room import answering, page, words
from qabyldau.web.room.dictating import of_day
from qabyldau.web.staff.days.day import seen_day
from qabyldau.web.staff.page import CONFLICT, StaffRequest, language, now
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.reception.models import Visit
    from qabyldau.registry.models import Appeal

logger = logging.getLogger(__name__)
UNAVAILABLE = 503


def _finish(visit_id: int, *, asked: Asked, appeal: Appeal) -> Visit:
    """What was answered on the spot goes with the reception."""
    said = minutes.result(appeal)
    return desk.finish(visit_id, summary=said.answer if said else "", asked=asked)


PRESSES: dict[str, Callable[..., Visit]] = {
    DeskAct.START: lambda pk, *, asked, appeal: desk.start(pk, asked=asked),  # noqa: ARG005  one shape for all
    DeskAct.CALL_AGAIN: lambda pk, *, asked, appeal: desk.call_again(pk, asked=asked),  # noqa: ARG005
    DeskAct.FINISH: _finish,
}


@require_POST
def call_next(request: StaffRequest, day_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    try:
        new = answering.once(answering.asked(request), lambda asked: desk.call(day.pk, asked=asked))
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful)
    return answering.done(request, day, gettext("The next one is called.") if new else words.DONE_BEFORE)


@require_POST
def press(request: StaffRequest, day_id: int, visit_id: int, act: str) -> HttpResponse:
    """One button about one person; with `then_next` the next one is called at once."""
    day, visit = of_day(request, day_id, visit_id)
    do = PRESSES.get(act)
    if do is None:
        raise Http404
    try:
        answering.once(answering.asked(request), lambda asked: do(visit.pk, asked=asked, appeal=visit.appeal))
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful)
    if request.POST.get("then_next"):
        _call_whoever_waits(request, day.pk)
    return answering.done(request, day, DONE[DeskAct(act)] % {"ticket": visit.ticket})


def _call_whoever_waits(request: StaffRequest, day_id: int) -> None:
    """The person before is finished all the same: that nobody waits is only said."""
    try:
        desk.call(day_id, asked=Asked(by=request.actor, at=now()))
    except UnlawfulError as unlawful:
        if not page.is_script(request):
            messages.warning(request, law_message(unlawful))


@require_POST
def video(request: StaffRequest, day_id: int, appeal_id: int) -> HttpResponse:
    """The way into the room as its host: an address for this person alone.

    Where no video server is connected there is no such button; to ask all the same is no failure of ours.
    """
    day = seen_day(request, day_id)
    appeal = get_object_or_404(registry.visible_to(request.actor), pk=appeal_id)
    asked = Asked(by=request.actor, at=now())
    try:
        link = videos.enter(appeal.pk, language=language(), asked=asked)
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful)
    except NoVideoServerError:
        return page.shown(request, day, {"video_failed": True}, CONFLICT)
    except VideoFailedError:
        logger.warning("the video server did not open a room of appeal %s", appeal.pk)
        return page.shown(request, day, {"video_failed": True}, UNAVAILABLE)
    return page.shown(request, day, {"video_link": link})


@require_POST
def telephone(request: StaffRequest, day_id: int, appeal_id: int) -> HttpResponse:
    day = seen_day(request, day_id)
    appeal = get_object_or_404(registry.visible_to(request.actor), pk=appeal_id)
    try:
        videos.use_phone(appeal.pk, asked=Asked(by=request.actor, at=now()))
    except UnlawfulError as unlawful:
        return answering.refused(request, day, unlawful)
    messages.success(request, str(words.TELEPHONED))
    return redirect("staff:room_day", day.pk)
