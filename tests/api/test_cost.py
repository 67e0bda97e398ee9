"""What a registration costs the database, counted through the whole request, sign-in and commit included."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qabyldau.api import examples
from tests.api.conftest import Ask, Traveller
from tests.flow.conftest import moment

MOST = 12
MONDAY_NOON, SATURDAY_NIGHT = moment(3, 2, 12), moment(3, 7, 22)


@pytest.mark.parametrize("at", [MONDAY_NOON, SATURDAY_NIGHT], ids=["in hours", "out of hours"])
def test_one_registration_takes_at_most_12_statements(clerks_call: Ask, now: Traveller, at: datetime) -> None:
    now.move_to(at)
    clerks_call("post", "/appeals", examples.APPEAL)

    with CaptureQueriesContext(connection) as seen:
        answer = clerks_call("post", "/appeals", examples.APPEAL, key="letter-17")

    assert answer.status_code == 201
    assert len(seen) <= MOST
