"""Chapter 2, booking and the schedule: paragraphs 4 to 8, 14 and 15."""

from datetime import UTC, date, datetime, time

import pytest

from qabyldau.regulation.lifecycle import Action, Notice, State, take
from qabyldau.regulation.norms.deadlines import AbsenceNotice, due_before
from qabyldau.regulation.norms.intake import BookingHours, Channel, Channels, OfficeHours
from qabyldau.regulation.norms.refusal import (
    Assessment,
    HeardBefore,
    NoMatterStated,
    OutsideCompetence,
    ground,
    grounds,
    left,
)
from qabyldau.regulation.norms.schedule import (
    AfterMeetings,
    AkimInstruction,
    MonthlyReception,
    OffSchedule,
    Publication,
    Rank,
    ScheduleField,
)
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from tests.law.given import KZ, LAW, LAW_1, receiver

HOURS = OfficeHours(opens=time(9), closes=time(18, 30), lunch_from=time(13), lunch_to=time(14, 30))
INSTRUCTION = AkimInstruction("15-п", given_on=date(2023, 3, 20), reception_on=date(2023, 3, 30))


@pytest.mark.clause("4")
def test_p4_all_five_ways_are_open_and_staff_keep_all_but_the_portal() -> None:
    rule = LAW.get(Channels)

    assert rule.open == frozenset(Channel)
    assert rule.open - rule.by_staff == {Channel.PORTAL}
    assert all(channel.words.kk and channel.words.ru for channel in Channel)


@pytest.mark.clause("4")
@pytest.mark.parametrize(
    ("moment", "observed"),
    [
        ("2023-03-14T09:00", True),
        ("2023-03-14T12:59", True),
        ("2023-03-14T13:00", False),
        ("2023-03-14T14:29", False),
        ("2023-03-14T14:30", True),
        ("2023-03-14T18:29", True),
        ("2023-03-14T18:30", False),
        ("2023-03-14T08:59", False),
        ("2023-03-18T10:00", False),
        ("2023-03-22T10:00", False),
        ("2023-07-01T10:00", True),
    ],
)
def test_p4_staff_keep_the_booking_in_working_hours_but_not_at_lunch(moment: str, observed: bool) -> None:
    local = datetime.fromisoformat(moment).replace(tzinfo=UTC)

    assert LAW.get(BookingHours).observed(local, HOURS, KZ) is observed


@pytest.mark.clause("4")
def test_p4_an_office_without_a_lunch_break_is_open_throughout() -> None:
    hours = OfficeHours(opens=time(9), closes=time(18))

    assert hours.within(time(13, 30))
    assert not hours.within(time(18))


@pytest.mark.clause("5")
def test_p5_an_appeal_without_a_matter_is_left_and_the_applicant_told() -> None:
    assert left(Assessment(states_the_matter=False), LAW) == NoMatterStated()

    move = take(Action.LEAVE, State.REGISTERED, LAW)

    assert (move.target, move.tells) == (State.LEFT, Notice.LEFT)


@pytest.mark.clause("5")
@pytest.mark.parametrize(("states_the_matter", "code"), [(True, "matter_is_stated"), (None, "not_assessed")])
def test_p5_nothing_is_left_that_states_its_matter_or_was_not_read(
    states_the_matter: bool | None, code: str
) -> None:
    with pytest.raises(UnlawfulError) as found:
        left(Assessment(states_the_matter=states_the_matter), LAW)

    assert found.value.code == code
    assert found.value.citation == LAW.cite_number("5")


@pytest.mark.clause("6")
@pytest.mark.parametrize(
    ("rank", "held", "short"),
    [
        (Rank.AKIM_AND_DEPUTIES, [date(2023, 5, 11)], False),
        (Rank.AKIM_AND_DEPUTIES, [], True),
        (Rank.AKIM_AND_DEPUTIES, [date(2023, 4, 27), date(2022, 5, 11)], True),
        (Rank.HEADS_OF_DEPARTMENTS, [], False),
    ],
)
def test_p6_the_akim_and_deputies_receive_every_calendar_month(
    rank: Rank, held: list[date], short: bool
) -> None:
    assert LAW.get(MonthlyReception).is_short(rank, held, date(2023, 5, 1)) is short


@pytest.mark.clause("6")
def test_p6_meetings_are_followed_by_a_joint_reception_since_the_second_edition() -> None:
    assert len(LAW.get(AfterMeetings).jointly_with) == 6
    assert not LAW_1.has(AfterMeetings)


@pytest.mark.clause("7")
def test_p7_the_schedule_is_posted_in_both_languages_with_names_and_days() -> None:
    rule = LAW.get(Publication)

    assert set(rule.languages) == {Language.KK, Language.RU}
    assert rule.fields == tuple(ScheduleField)


@pytest.mark.clause("8")
def test_p8_a_deputy_receives_off_schedule_on_an_instruction_that_names_the_day() -> None:
    deputy = receiver(Rank.AKIM_AND_DEPUTIES, deputy=True)

    assert LAW.get(OffSchedule).objection(deputy, INSTRUCTION) is None


@pytest.mark.clause("8")
@pytest.mark.parametrize(
    "instruction",
    [
        None,
        AkimInstruction("", given_on=date(2023, 3, 20), reception_on=date(2023, 3, 30)),
        AkimInstruction("15-п", given_on=date(2023, 3, 20)),
    ],
)
def test_p8_without_a_full_instruction_there_is_no_such_reception(
    instruction: AkimInstruction | None,
) -> None:
    deputy = receiver(Rank.AKIM_AND_DEPUTIES, deputy=True)

    assert LAW.get(OffSchedule).objection(deputy, instruction) == "off_schedule_without_instruction"


@pytest.mark.clause("8")
@pytest.mark.parametrize(
    ("rank", "deputy"), [(Rank.AKIM_AND_DEPUTIES, False), (Rank.HEADS_OF_DEPARTMENTS, True)]
)
def test_p8_only_deputies_of_the_akim_receive_off_schedule(rank: Rank, deputy: bool) -> None:
    found = LAW.get(OffSchedule).objection(receiver(rank, deputy=deputy), INSTRUCTION)

    assert found == "off_schedule_by_whom"


@pytest.mark.clause("14")
@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Assessment(), []),
        (Assessment(within_competence=True, heard_before=False), []),
        (Assessment(within_competence=False), [OutsideCompetence()]),
        (Assessment(heard_before=True), [HeardBefore()]),
        (Assessment(within_competence=False, heard_before=True), [OutsideCompetence(), HeardBefore()]),
    ],
)
def test_p14_each_ground_holds_by_its_own_finding(found: Assessment, expected: list[object]) -> None:
    assert list(grounds(found, LAW)) == expected


@pytest.mark.clause("14")
def test_p14_a_refusal_cites_the_ground_that_holds_and_no_other() -> None:
    found = Assessment(within_competence=True, heard_before=True)

    assert ground("heard_before", found, LAW) == HeardBefore()
    with pytest.raises(UnlawfulError) as refused:
        ground("outside_competence", found, LAW)
    assert refused.value.code == "ground_not_found"
    assert refused.value.citation == LAW.cite_number("14")


@pytest.mark.clause("15")
@pytest.mark.parametrize(
    ("told_on", "timely"),
    [
        (date(2023, 3, 27), True),
        (date(2023, 3, 28), True),
        (date(2023, 3, 29), False),
        (date(2023, 3, 30), True),
        (date(2023, 3, 31), False),
    ],
)
def test_p15_absence_is_told_two_working_days_ahead_or_on_the_day(told_on: date, timely: bool) -> None:
    assert LAW.get(AbsenceNotice).timely(told_on, date(2023, 3, 30), KZ) is timely


@pytest.mark.clause("15")
def test_p15_the_two_days_skip_nauryz() -> None:
    assert due_before(AbsenceNotice, date(2023, 3, 24), LAW, KZ).on == date(2023, 3, 17)
