"""The product's settings, with a clock that began on the day of reception and runs `speed` times faster.

The office's own clock is moved and nothing else: sessions live as long as they do in the ordinary time.
"""

import os
import time
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.utils import timezone

from qabyldau.config.settings import *  # noqa: F403
from qabyldau.config.settings import SESSION_COOKIE_AGE as OURS
from qabyldau.config.settings import STAFF_IDLE_MINUTES as IDLE

CLOCK = Path(os.environ["STRESS_CLOCK"])
SPEED = float(os.environ["STRESS_SPEED"])
MORNING = datetime.fromisoformat(os.environ["STRESS_MORNING"]).astimezone(UTC)
SESSION_COOKIE_AGE, STAFF_IDLE_MINUTES = int(OURS * SPEED), int(IDLE * SPEED)


@lru_cache(maxsize=1)
def _started() -> float:
    return float(CLOCK.read_text(encoding="ascii"))


def now() -> datetime:
    try:
        passed = time.time() - _started()
    except FileNotFoundError:
        return MORNING
    return MORNING + timedelta(seconds=passed * SPEED)


timezone.now = now
