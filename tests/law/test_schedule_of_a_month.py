"""П. 6 and 8 as norms: who approves the schedule, what a reception after a meeting asks for."""

from datetime import date

import pytest

from qabyldau.regulation.norms.schedule import AfterMeetings, ApprovedSchedule, ApprovingAct
from tests.law.given import LAW

SIGNED = ApprovingAct("12-ө", date(2023, 2, 20))
MET = date(2023, 3, 30)


@pytest.mark.clause("6")
@pytest.mark.parametrize(
    ("act", "by_the_akim", "against"),
    [
        (SIGNED, True, None),
        (SIGNED, False, "schedule_approved_by_whom"),
        (ApprovingAct(" ", SIGNED.signed_on), True, "schedule_without_act"),
        (ApprovingAct("12-ө", None), True, "schedule_without_act"),
    ],
)
def test_p6_the_akim_approves_by_an_act(act: ApprovingAct, by_the_akim: bool, against: str | None) -> None:
    assert LAW.get(ApprovedSchedule).objection(act, by_the_akim=by_the_akim) == against
    assert LAW.cite(ApprovedSchedule).number == "6"


@pytest.mark.clause("6")
@pytest.mark.parametrize(
    ("on", "others", "against"),
    [
        (MET, (0,), None),
        (date(2023, 3, 31), (5,), None),
        (date(2023, 3, 29), (0,), "reception_before_meeting"),
        (MET, (), "meeting_without_others"),
        (MET, (6,), "meeting_without_others"),
    ],
)
def test_p6_a_reception_follows_its_meeting_jointly(
    on: date, others: tuple[int, ...], against: str | None
) -> None:
    assert LAW.get(AfterMeetings).objection(MET, on, others) == against
