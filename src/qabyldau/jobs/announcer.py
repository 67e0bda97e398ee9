"""Have the words of the calls ready: every number, and the places of the days that come."""

from __future__ import annotations

import logging
import subprocess
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from qabyldau import voice
from qabyldau.people import queries as people
from qabyldau.regulation.words import Language
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)
AHEAD = timedelta(days=14)


def prepare(at: datetime) -> None:
    """Only what is missing is made; a board without clips still shows every call."""
    shelf = voice.Shelf(settings.VAR / "voice")
    try:
        shelf.make([*voice.fixed(), *_places(at)])
    except (OSError, subprocess.SubprocessError) as fault:
        logger.warning("calls stay without a voice: %s", type(fault).__name__)


def _places(at: datetime) -> Iterator[voice.Clip]:
    for office in people.all_offices():
        today = at.astimezone(ZoneInfo(office.zone)).date()
        for place in schedule.places(office.pk, today, today + AHEAD):
            yield from (voice.place(place, language) for language in Language)
