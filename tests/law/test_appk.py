"""The Code beneath: the day of registration, the talon, redirection, extension, anonymity, complaint."""

from datetime import UTC, date, datetime, time

import pytest

from qabyldau.regulation.lifecycle import Action, Notice, State, take
from qabyldau.regulation.norms.deadlines import (
    AnswerDeadline,
    ComplaintAnswer,
    ComplaintTerm,
    ExtensionNotice,
    HearingNotice,
    Redirection,
    due,
    due_before,
)
from qabyldau.regulation.norms.intake import OfficeHours, OralProtocol, RegistrationDay, Talon, Why
from qabyldau.regulation.norms.refusal import (
    AcceptanceIsDue,
    Complaint,
    NoAuthor,
    RepeatWithoutNews,
    Withdrawal,
)
from tests.law.given import APPK, KZ, LAW

HOURS = OfficeHours(opens=time(9), closes=time(18, 30), lunch_from=time(13), lunch_to=time(14, 30))


@pytest.mark.parametrize(
    ("received", "registered", "why"),
    [
        ("2023-03-14T10:00", date(2023, 3, 14), Why.SAME_DAY),
        ("2023-03-14T13:15", date(2023, 3, 14), Why.SAME_DAY),
        ("2023-03-14T07:00", date(2023, 3, 14), Why.SAME_DAY),
        ("2023-03-14T18:29", date(2023, 3, 14), Why.SAME_DAY),
        ("2023-03-14T18:30", date(2023, 3, 15), Why.AFTER_HOURS),
        ("2023-03-17T20:00", date(2023, 3, 20), Why.AFTER_HOURS),
        ("2023-03-20T19:00", date(2023, 3, 24), Why.AFTER_HOURS),
        ("2023-03-18T10:00", date(2023, 3, 20), Why.DAY_OFF),
        ("2022-03-07T10:00", date(2022, 3, 9), Why.DAY_OFF),
        ("2026-03-09T10:00", date(2026, 3, 10), Why.DAY_OFF),
        ("2023-07-01T10:00", date(2023, 7, 1), Why.SAME_DAY),
    ],
)
def test_what_comes_after_hours_or_on_a_day_off_is_registered_the_next_working_day(
    received: str, registered: date, why: Why
) -> None:
    moment = datetime.fromisoformat(received).replace(tzinfo=UTC)

    assert APPK.get(RegistrationDay).registered_on(moment, HOURS, KZ) == (registered, why)


def test_the_talon_names_who_took_the_appeal() -> None:
    assert APPK.get(Talon).fields == ("number", "date", "time", "receiver_name", "receiver_position")


def test_an_oral_appeal_is_read_back_and_affirmed_in_both_languages() -> None:
    rule = LAW.get(OralProtocol)

    assert rule.affirmation.ru == "С моих слов записано верно, мною прочитано, дополнений не имею."
    assert rule.affirmation.kk
    assert {"applicant", "addressee", "matter", "date", "signature"} <= set(rule.fields)


def test_no_appeal_is_refused_registration() -> None:
    assert LAW.cite(AcceptanceIsDue) == APPK.cite_number("64(1)")


@pytest.mark.parametrize(
    ("kind", "event", "expected"),
    [
        (Redirection, date(2023, 3, 14), date(2023, 3, 17)),
        (ExtensionNotice, date(2023, 3, 17), date(2023, 3, 27)),
        (AnswerDeadline, date(2023, 3, 14), date(2023, 4, 7)),
        (ComplaintAnswer, date(2023, 3, 14), date(2023, 4, 14)),
    ],
)
def test_the_terms_of_the_code_are_counted_in_working_days(
    kind: type[AnswerDeadline], event: date, expected: date
) -> None:
    assert due(kind, event, APPK, KZ).on == expected


def test_a_hearing_is_announced_three_working_days_ahead() -> None:
    assert due_before(HearingNotice, date(2023, 3, 30), LAW, KZ).on == date(2023, 3, 27)


@pytest.mark.parametrize(
    ("authored", "crime_or_threat", "holds"),
    [(True, False, False), (False, False, True), (False, True, False), (True, True, False)],
)
def test_an_anonymous_appeal_is_not_considered_unless_it_warns(
    authored: bool, crime_or_threat: bool, holds: bool
) -> None:
    rule = LAW.get(NoAuthor)

    assert rule.holds(authored=authored, tells_of_crime_or_threat=crime_or_threat) is holds


@pytest.mark.parametrize(
    "state",
    [State.REGISTERED, State.REVIEW, State.DECISION, State.APPROVED, State.APPOINTED, State.MISSED],
)
def test_the_applicant_may_withdraw_until_the_reception(state: State) -> None:
    move = take(Action.WITHDRAW, state, LAW)

    assert (move.target, move.tells) == (State.WITHDRAWN, Notice.WITHDRAWAL)
    assert LAW.cite(Withdrawal) == LAW.cite(RepeatWithoutNews) == APPK.cite_number("70")


def test_a_refusal_can_be_complained_of_for_three_months_under_the_code() -> None:
    assert LAW.cite(Complaint).edition == APPK.code
    assert due(ComplaintTerm, date(2023, 3, 14), LAW, KZ).on == date(2023, 6, 14)
