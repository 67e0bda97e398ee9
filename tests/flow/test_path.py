"""One appeal from registration to the final answer, and what each step leaves behind."""

from datetime import date

import pytest

from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official
from qabyldau.reception import actions as reception
from qabyldau.reception.kinds import Character
from qabyldau.registry import actions as registry
from qabyldau.registry.errors import AskedDifferentlyError, StaleError
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, RECEPTION, look, moment, statement


@pytest.mark.clause("25")
def test_p25_registration_gives_a_dense_number_and_a_talon(office: Office, clerk: Actor) -> None:
    first = registry.register(office, statement(), by=clerk, at=MONDAY)
    second = registry.register(office, statement("Басқа Адам"), by=clerk, at=MONDAY)

    assert [first.appeal.number, second.appeal.number] == ["ZKO-2026-000001", "ZKO-2026-000002"]
    assert first.secret != second.secret
    assert first.appeal.due_on == date(2026, 3, 17)
    assert {term.kind for term in first.appeal.terms.all()} == {"answer", "external_number"}


def test_the_same_form_sent_twice_gives_the_same_talon(office: Office, clerk: Actor) -> None:
    once = registry.register(office, statement(), by=clerk, at=MONDAY, once="form-1")
    again = registry.register(office, statement(), by=clerk, at=MONDAY, once="form-1")

    assert (again.appeal.number, again.secret, again.new) == (once.appeal.number, once.secret, False)
    assert Appeal.objects.count() == 1
    with pytest.raises(AskedDifferentlyError):
        registry.register(office, statement(substance="Другое."), by=clerk, at=MONDAY, once="form-1")


def test_the_whole_path_is_journaled_and_told(
    appointed: Appeal, akim: Official, clerk: Actor, department: Actor
) -> None:
    on_the_day = Asked(by=clerk, at=moment(3, 19, 15, 5))
    reception.hold(appointed.pk, seen=reception.Seen(document="identity_card"), asked=on_the_day)
    answer = reception.Answer("Водопровод включен в план 2026 года.", Character.EXPLAINED, akim.pk)
    reception.close(appointed.pk, answer=answer, asked=Asked(by=department, at=moment(3, 20)))

    appointed.refresh_from_db()
    assert appointed.stage is State.CLOSED
    actions = [entry.action for entry in journal.about(appointed.office_id, appointed.key)]
    course = ["register", "screen", "take_up", "submit", "approve", "appoint", "hold", "close"]
    assert [action for action in actions if action != "issue_paper"] == course
    assert journal.verified(appointed.office_id).sound
    notices = list(Message.objects.filter(channel="email").values_list("notice", flat=True))
    assert notices == ["registered", "appointment", "final_answer"]


@pytest.mark.clause("29")
def test_p29_the_answer_names_day_hour_and_official(appointed: Appeal, day: ReceptionDay) -> None:
    letter = Message.objects.get(notice="appointment", channel="email")

    assert appointed.due_on is None
    assert appointed.reception_at == Slot.objects.get(taken_by=appointed.pk).starts_at
    assert "15:00" in letter.text
    assert day.official.name_ru in letter.text


@pytest.mark.clause("5")
def test_p5_only_an_appeal_without_a_matter_is_left(registered: Appeal, department: Actor) -> None:
    asked = Asked(by=department, at=MONDAY)
    with pytest.raises(UnlawfulError, match="not_assessed"):
        review.leave(registered.pk, asked=asked)
    look(registered, department)
    with pytest.raises(UnlawfulError, match="matter_is_stated"):
        review.leave(registered.pk, asked=asked)

    look(registered, department, states_the_matter=False)
    left = review.leave(registered.pk, asked=asked)

    assert left.stage is State.LEFT
    assert left.due_on is None
    assert Message.objects.filter(notice="left").exists()


@pytest.mark.clause("14")
def test_p14_nobody_is_booked_against_whom_a_ground_stands(
    registered: Appeal, day: ReceptionDay, department: Actor, head: Actor
) -> None:
    found = {
        "within_competence": False,
        "competent_body_kk": "Жоғарғы Сот",
        "competent_body_ru": "Верховный Суд",
    }
    look(registered, department, **found)
    asked, deciding = Asked(by=department, at=MONDAY), Asked(by=head, at=MONDAY)
    review.take_up(registered.pk, asked=asked)
    proposed = review.Proposed("Вне компетенции.", Proposal.REFUSE, ground="outside_competence")
    review.submit(registered.pk, proposed=proposed, asked=asked)

    with pytest.raises(UnlawfulError, match="ground_stands_against"):
        review.approve(registered.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=deciding)
    with pytest.raises(UnlawfulError, match="ground_not_found"):
        review.refuse(registered.pk, ground_code="heard_before", motive="Нет.", asked=deciding)
    review.refuse(
        registered.pk, ground_code="outside_competence", motive="Вопрос решает суд.", asked=deciding
    )

    assert "Верховный Суд" in Message.objects.get(notice="refusal", channel="email").text


@pytest.mark.clause("30")
def test_p30_an_extension_is_reasoned_by_the_head_and_within_two_months(
    under_review: Appeal, head: Actor, department: Actor
) -> None:
    limit, asked = date(2026, 5, 4), Asked(by=head, at=MONDAY)
    with pytest.raises(UnlawfulError, match="extension_by_whom"):
        review.extend(under_review.pk, until=limit, reason="Сложно.", asked=Asked(by=department, at=MONDAY))
    with pytest.raises(UnlawfulError, match="extension_too_long"):
        review.extend(under_review.pk, until=date(2026, 5, 5), reason="Сложно.", asked=asked)
    with pytest.raises(UnlawfulError, match="extension_without_reason"):
        review.extend(under_review.pk, until=limit, reason=" ", asked=asked)
    review.extend(under_review.pk, until=limit, reason="Нужна экспертиза.", asked=asked)

    under_review.refresh_from_db()
    old, new = under_review.terms.filter(kind="answer")
    assert (under_review.due_on, old.replaced_by, new.due_on) == (limit, new, limit)


def test_the_one_who_prepared_does_not_decide(
    on_decision: Appeal, day: ReceptionDay, department: Actor
) -> None:
    both = Actor(
        kind=department.kind,
        office_id=department.office_id,
        name=department.name,
        user_id=department.user_id,
        roles=frozenset({"department", "head_of_office"}),  # type: ignore[arg-type]
    )
    with pytest.raises(UnlawfulError, match="prepared_by_the_same_person"):
        review.approve(on_decision.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=both, at=MONDAY))


def test_a_clerk_does_not_decide(on_decision: Appeal, day: ReceptionDay, clerk: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        review.approve(on_decision.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=clerk, at=MONDAY))


def test_a_stale_page_changes_nothing(registered: Appeal, department: Actor) -> None:
    seen = registered.version
    look(registered, department)
    with pytest.raises(StaleError):
        review.take_up(registered.pk, asked=Asked(by=department, at=MONDAY, version=seen))


@pytest.mark.clause("12")
def test_p12_video_needs_consent(on_decision: Appeal, day: ReceptionDay, head: Actor) -> None:
    with pytest.raises(UnlawfulError, match="video_without_consent"):
        review.approve(on_decision.pk, day_id=day.pk, mode=Mode.VIDEO, asked=Asked(by=head, at=MONDAY))


def test_a_withdrawn_appeal_gives_its_hour_back(appointed: Appeal) -> None:
    registry.withdraw(
        appointed.pk, asked=Asked(by=Actor.applicant(appointed.office_id, appointed.pk), at=MONDAY)
    )

    assert not Slot.objects.filter(taken_by=appointed.pk).exists()


def test_nobody_is_received_before_the_day(appointed: Appeal, clerk: Actor) -> None:
    early = Asked(by=clerk, at=moment(3, 18))
    with pytest.raises(UnlawfulError, match="day_not_come"):
        reception.hold(appointed.pk, seen=reception.Seen(document="identity_card"), asked=early)
    assert appointed.reception_at
    assert appointed.reception_at.date() == RECEPTION
