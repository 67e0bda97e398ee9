"""Twenty offices under one regulation, and the schedule of a year for each, planned and posted by acts.

The site of an installation shows one of them; the tables hold them all.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from datetime import time as hour
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from tools.bench.load import Target

if TYPE_CHECKING:
    from qabyldau.demo.office import Troupe

OFFICES, OFFICIALS, MONTHS = 20, 2, 12
ORAL = ZoneInfo("Asia/Oral")
PAGES = ("schedule/", "schedule/widget/", "schedule/reception.json", "schedule/reception.ics")


def codes() -> list[str]:
    """The offices beside the one that is shown."""
    return [f"zko{number}" for number in range(2, OFFICES + 1)]


def post_a_year(shown: Troupe, today: date) -> None:
    """The office of the site first, then nineteen more like it."""
    from qabyldau.demo import office  # noqa: PLC0415 - models exist only after setup()

    year = today.replace(month=1, day=1)
    _post(shown, year)
    for code in codes():
        there = office.open_office(code=code, prefix=code.upper())
        _post(office.bring_in(there, year, secrets.token_urlsafe(), suffix=f"-{code}"), year)


def _post(troupe: Troupe, year: date) -> None:
    """Some officials receive every week; each month is checked, approved and posted."""
    from qabyldau.regulation.words import Words  # noqa: PLC0415 - models exist only after setup()
    from qabyldau.schedule import actions as schedule  # noqa: PLC0415
    from tests.flow.posting import post_month  # noqa: PLC0415

    by = troupe.actors["department"]
    at = datetime.combine(year - timedelta(days=14), hour(11), ORAL)
    place = Words(kk="қабылдау бөлмесі", ru="приёмная")
    for weekday, official in enumerate(list(troupe.officials.values())[:OFFICIALS]):
        plan = schedule.Plan(official.pk, year + timedelta(days=7), hour(15), 15, 8, place)
        series = schedule.Series(plan, weekday, year.replace(month=12, day=31))
        schedule.plan_series(troupe.office, series, by=by, at=at)
    for month in range(1, MONTHS + 1):
        post_month(troupe.office, year.replace(month=month), by=by, at=at)


def pages(base: str, today: date) -> Target:
    """What people and programs ask of the schedule: as it is, and as it hung on a day of the year."""

    def path(chance: Random) -> str:
        page = f"/{chance.choice(('kk', 'ru'))}/{chance.choice(PAGES)}"
        hung = today.replace(month=chance.randint(1, today.month), day=1)
        asked = chance.choice((None, None, {"on": hung.isoformat()}))
        return f"{page}?{urlencode(asked)}" if asked and page.endswith("schedule/") else page

    return Target("pages of a schedule", base, dict, path=path)
