"""A central body asked to take part: the letter, the notice in time, the longer term, the answer."""

from datetime import date

import pytest

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet
from qabyldau.bodies.kinds import BodyKind
from qabyldau.bodies.models import Body
from qabyldau.outbox.models import Message
from qabyldau.papers import queries as papers
from qabyldau.participation import actions, queries
from qabyldau.participation.actions import CentralSaid
from qabyldau.participation.kinds import CentralAnswer
from qabyldau.participation.models import CentralExtension, CentralRequest
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked, open_term
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language, Words
from tests.flow.conftest import MONDAY, moment

SINCE = date(2025, 1, 1)
QUESTION = "Просим рассмотреть финансирование группового водопровода."
WHY = "Ждём ответа министерства."


def enter(office: Office, department: Actor, head: str = "Үлгібаев Сейіт") -> Body:
    sheet = BodySheet(
        BodyKind.CENTRAL,
        Words(kk="Су министрлігі", ru="Министерство водных ресурсов"),
        head=Words(kk=head, ru=head),
        position=Words(kk="министр", ru="министр"),
        email="water@example.org",
        language=Language.RU,
    )
    return bodies.enter_body(office.pk, sheet, since=SINCE, by=department, at=MONDAY)


@pytest.fixture
def ministry(office: Office, department: Actor) -> Body:
    return enter(office, department)


def ask(appeal: Appeal, body: Body, by: Actor, month: int = 3, day: int = 2) -> CentralRequest:
    asked = Asked(by=by, at=moment(month, day, 12))
    return actions.request_central(appeal.pk, body_id=body.pk, question=QUESTION, asked=asked)


@pytest.mark.clause("18")
def test_p18_one_step_makes_the_letter_to_the_first_head(
    under_review: Appeal, ministry: Body, department: Actor
) -> None:
    row = ask(under_review, ministry, department)

    (paper,) = [one for one in papers.of(under_review.key) if one.kind == "central_request"]
    said = str(paper.data)
    assert (row.number, row.sent_on) == (paper.number, MONDAY.date())
    assert "Үлгібаев Сейіт" in said
    assert QUESTION in said
    assert under_review.applicant_name not in said
    letter = Message.objects.get(notice="central_request")
    assert (letter.address, letter.paper_id) == ("water@example.org", paper.pk)


@pytest.mark.clause("18")
def test_p18_only_a_central_body_with_a_named_head_is_asked_and_once(
    office: Office, under_review: Appeal, ministry: Body, department: Actor
) -> None:
    headless = enter(office, department, head="")
    with pytest.raises(UnlawfulError, match="first_head_unknown"):
        ask(under_review, headless, department)
    unit = BodySheet(BodyKind.UNIT, Words(kk="басқарма", ru="управление"))
    with pytest.raises(UnlawfulError, match="not_a_central_body"):
        ask(
            under_review,
            bodies.enter_body(office.pk, unit, since=SINCE, by=department, at=MONDAY),
            department,
        )

    ask(under_review, ministry, department)
    with pytest.raises(UnlawfulError, match="central_body_asked"):
        ask(under_review, ministry, department)


@pytest.mark.clause("18")
def test_p18_before_consideration_and_after_the_end_nobody_is_asked(
    registered: Appeal, ministry: Body, department: Actor, clerk: Actor
) -> None:
    with pytest.raises(UnlawfulError, match="act_not_now"):
        ask(registered, ministry, department)
    registry.withdraw(registered.pk, asked=Asked(by=clerk, at=MONDAY))
    with pytest.raises(UnlawfulError, match="already_over"):
        ask(registered, ministry, department)
    with pytest.raises(PermissionDeniedError):
        ask(registered, ministry, clerk)


@pytest.mark.clause("19")
def test_p19_sent_on_a_friday_before_a_holiday_monday_it_is_told_by_wednesday(
    under_review: Appeal, ministry: Body, department: Actor
) -> None:
    """Friday the 6th of March 2026; Monday the 9th is off for the 8th of March."""
    ask(under_review, ministry, department, day=6)

    term = open_term(under_review, TermKind.CENTRAL_NOTICE)
    assert term
    assert (term.event_on, term.due_on) == (date(2026, 3, 6), date(2026, 3, 11))
    assert term.cited.number == "19"


@pytest.mark.clause("19")
def test_p19_the_head_extends_and_one_letter_tells_of_both(
    under_review: Appeal, ministry: Body, department: Actor, head: Actor
) -> None:
    row = ask(under_review, ministry, department)
    before = under_review.due_on
    asked = Asked(by=head, at=moment(3, 3))
    until = date(2026, 4, 15)

    actions.extend_for_central(under_review.pk, until=until, reason=WHY, asked=asked)

    under_review.refresh_from_db()
    row.refresh_from_db()
    assert (under_review.due_on, row.told_on) == (until, date(2026, 3, 3))
    assert open_term(under_review, TermKind.CENTRAL_NOTICE) is None
    assert CentralExtension.objects.get().before == before
    letter = Message.objects.get(notice="central_notice", channel="email")
    for part in ("Министерство водных ресурсов", row.number, "15 апреля 2026", WHY, "19", "30"):
        assert part in letter.text
    assert not Message.objects.filter(notice="extension").exists()


@pytest.mark.clause("19")
def test_p19_the_extension_is_the_heads_and_within_two_months(
    under_review: Appeal, ministry: Body, department: Actor, head: Actor
) -> None:
    asked = Asked(by=head, at=moment(3, 3))
    with pytest.raises(UnlawfulError, match="no_central_request"):
        actions.extend_for_central(under_review.pk, until=date(2026, 4, 15), reason=WHY, asked=asked)
    ask(under_review, ministry, department)

    with pytest.raises(UnlawfulError, match="extension_too_long"):
        actions.extend_for_central(under_review.pk, until=date(2026, 5, 5), reason=WHY, asked=asked)
    with pytest.raises(UnlawfulError, match="extension_by_whom"):
        actions.extend_for_central(
            under_review.pk, until=date(2026, 4, 15), reason=WHY, asked=Asked(by=department, at=moment(3, 3))
        )


@pytest.mark.clause("19")
def test_p19_without_a_decision_the_applicant_is_told_that_the_term_stays(
    under_review: Appeal, ministry: Body, department: Actor
) -> None:
    ask(under_review, ministry, department)
    asked = Asked(by=department, at=moment(3, 4))
    before = under_review.due_on

    actions.tell_central(under_review.pk, asked=asked)

    under_review.refresh_from_db()
    assert under_review.due_on == before
    assert open_term(under_review, TermKind.CENTRAL_NOTICE) is None
    assert "остаётся прежним" in Message.objects.get(notice="central_notice", channel="email").text
    with pytest.raises(UnlawfulError, match="central_already_told"):
        actions.tell_central(under_review.pk, asked=asked)


@pytest.mark.clause("19")
def test_p19_a_notice_not_sent_in_time_is_flagged(
    office: Office, under_review: Appeal, ministry: Body, department: Actor
) -> None:
    ask(under_review, ministry, department)
    tick = Asked(by=Actor.system("tick", office.pk), at=moment(3, 5))

    registry.flag_overdue(office.pk, date(2026, 3, 4), asked=tick)
    assert not under_review.flags.filter(code="central_notice_overdue").exists()

    registry.flag_overdue(office.pk, date(2026, 3, 5), asked=tick)

    assert under_review.flags.get(code="central_notice_overdue").cited.number == "19"


@pytest.mark.clause("20")
def test_p20_a_central_refusal_is_reported_from_the_day_it_came(
    under_review: Appeal, ministry: Body, department: Actor
) -> None:
    row = ask(under_review, ministry, department)
    said = CentralSaid(CentralAnswer.DECLINED, date(2026, 3, 6), text="Нет возможности.")

    actions.record_central_answer(
        under_review.pk, request_id=row.pk, said=said, asked=Asked(by=department, at=moment(3, 10))
    )

    (owed,) = queries.owed_refusals(under_review.office_id)
    assert (owed.request, owed.refused_on, owed.due_on) == (row, date(2026, 3, 6), date(2026, 3, 11))
    actions.make_report(owed.pk, by=department, at=moment(3, 10))
    assert under_review.number in str(papers.of(owed.key)[0].data)


@pytest.mark.clause("18")
def test_p18_an_agreed_day_is_recorded_and_silence_may_still_be_answered(
    under_review: Appeal, ministry: Body, department: Actor
) -> None:
    row = ask(under_review, ministry, department)
    asked = Asked(by=department, at=moment(3, 10))
    silent = CentralSaid(CentralAnswer.SILENT, date(2026, 3, 9))
    agreed = CentralSaid(CentralAnswer.AGREED, date(2026, 3, 10), agreed_for=date(2026, 3, 19))
    early = CentralSaid(CentralAnswer.AGREED, date(2026, 3, 1))

    with pytest.raises(UnlawfulError, match="central_day_impossible"):
        actions.record_central_answer(under_review.pk, request_id=row.pk, said=early, asked=asked)
    actions.record_central_answer(under_review.pk, request_id=row.pk, said=silent, asked=asked)
    actions.record_central_answer(under_review.pk, request_id=row.pk, said=agreed, asked=asked)
    with pytest.raises(UnlawfulError, match="central_answered"):
        actions.record_central_answer(under_review.pk, request_id=row.pk, said=silent, asked=asked)

    row.refresh_from_db()
    assert (row.answer, row.agreed_for) == ("agreed", date(2026, 3, 19))
    assert not queries.owed_refusals(under_review.office_id).exists()
