"""What giving and moving hours costs: a few statements, however many people there are."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from qabyldau.people.actor import Actor
from qabyldau.people.models import Official
from qabyldau.registry.moves import Asked
from qabyldau.review import actions as review
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY
from tests.flow.replanning.conftest import NEXT, RECEPTION, Approve

# Per person: nothing but a larger statement. The rest is read and locked once.
STATEMENTS = 40
FEW, MANY = 3, 25
# Twelve officials with twenty-five people each are three hundred: a twelfth of a second for each day.
SECONDS_A_DAY = 1 / 12


def test_the_hours_of_a_day_cost_a_few_statements_however_many_people(
    approve: Approve,
    akim: Official,
    plan: Callable[..., ReceptionDay],
    department: Actor,
    clerk: Actor,
) -> None:
    small, large = plan(akim, RECEPTION.replace(day=20), FEW, 9), plan(akim, NEXT, MANY, 9)
    for minute in range(FEW):
        approve(minute, on=small)
    for minute in range(MANY):
        approve(60 + minute, on=large)
    counts, seconds = [], []
    for day in (small, large):
        review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
        with CaptureQueriesContext(connection) as seen:
            began = time.process_time()
            done = review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))
            seconds.append(time.process_time() - began)
        counts.append(len(seen))
        assert len(done.appointed) == day.slot_count

    assert counts[1] <= STATEMENTS
    assert counts[1] - counts[0] <= 2
    # Processor time, and room for a busy machine: the bench measures the clock.
    assert seconds[1] < SECONDS_A_DAY * 3
