"""A short day of reception against the running product; `make day` lives through a whole one."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from qabyldau.config.environment import SQLITE_NAME
from tools.stress.day import Day
from tools.stress.hall.plan import Plan

SHORT = Plan(
    officials=2,
    people=20,
    televisions=2,
    speed=360.0,
    kills_at=(timedelta(hours=2),),
    cut_at=timedelta(hours=1),
    away_at=None,
)


@pytest.mark.django_db
def test_a_day_with_a_killed_server_and_a_cut_network_is_lawful_and_loses_nothing(
    tmp_path: Path, empty_tables: Path
) -> None:
    shutil.copy(empty_tables, tmp_path / SQLITE_NAME)

    outcome = Day(SHORT, tmp_path).live()

    assert outcome.wrong == []
    assert outcome.retries > 0
    assert outcome.judged["calls"] >= outcome.came * 3 // 4
