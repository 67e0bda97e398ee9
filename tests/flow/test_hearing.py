"""Heard before a burdening decision (АППК ст. 73), grounds with evidence, the notice of an extension."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from qabyldau.jobs.tick import tick
from qabyldau.outbox.models import Message
from qabyldau.people import settings
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review.actions import Invitation, Proposed
from qabyldau.review.kinds import HearingState, Proposal
from tests.flow.conftest import MONDAY, look, moment

PLACE = Words(kk="2-кабинет", ru="кабинет 2")
FRIDAY = moment(3, 6, 10)
ASKS = Callable[[Actor], Asked]


@pytest.fixture
def refusable(registered: Appeal, department: Actor) -> Appeal:
    """Before the head with a proposal to refuse, the competent body named."""
    look(registered, department, within_competence=False, competent_body_kk="Сот", competent_body_ru="Суд")
    asked = Asked(by=department, at=MONDAY)
    review.take_up(registered.pk, asked=asked)
    proposed = Proposed("Спор в суде.", Proposal.REFUSE, ground="outside_competence")
    review.submit(registered.pk, proposed=proposed, asked=asked)
    return registered


def refuse(appeal: Appeal, head: Actor, at: datetime = MONDAY) -> None:
    asked = Asked(by=head, at=at)
    review.refuse(appeal.pk, ground_code="outside_competence", motive="Спор решает суд.", asked=asked)


def said(refused: UnlawfulError) -> tuple[str, str]:
    """The code and the clause."""
    return refused.code, refused.citation.number if refused.citation else ""


def invite(appeal: Appeal, department: Actor, starts_at: datetime = FRIDAY) -> None:
    invitation = Invitation(starts_at, "Отказ: спор решает суд.", PLACE)
    review.invite(appeal.pk, invitation=invitation, asked=Asked(by=department, at=MONDAY))


@pytest.mark.clause("14")
def test_p14_a_ground_without_evidence_is_no_ground(
    registered: Appeal, department: Actor, head: Actor
) -> None:
    look(registered, department, within_competence=False)
    asked = Asked(by=department, at=MONDAY)
    review.take_up(registered.pk, asked=asked)
    proposed = Proposed("Спор.", Proposal.REFUSE, ground="outside_competence")
    review.submit(registered.pk, proposed=proposed, asked=asked)

    with pytest.raises(UnlawfulError) as refused:
        refuse(registered, head)

    assert said(refused.value) == ("ground_without_evidence", "14")


@pytest.mark.clause("14")
def test_p14_with_its_evidence_it_is_issued_and_says_how_to_complain(refusable: Appeal, head: Actor) -> None:
    refuse(refusable, head)

    refusable.refresh_from_db()
    assert refusable.stage is State.REFUSED
    text = Message.objects.get(about=refusable.key, notice="refusal", channel="email").text
    assert "жалобу" in text
    assert "ст. 91" in text


def test_with_the_setting_nobody_is_refused_unheard(
    refusable: Appeal, department: Actor, head: Actor
) -> None:
    settings.put(refusable.office_id, {"hearing_before_refusal": True})

    with pytest.raises(UnlawfulError) as refused:
        refuse(refusable, head)

    assert said(refused.value) == ("hearing_not_held", "73")
    invite(refusable, department)
    asked = Asked(by=department, at=moment(3, 6, 11))
    review.record_hearing(refusable.pk, state=HearingState.ABSENT, asked=asked)
    refuse(refusable, head, moment(3, 6, 12))
    refusable.refresh_from_db()
    assert refusable.stage is State.REFUSED


def test_whoever_is_invited_is_waited_for(refusable: Appeal, department: Actor, head: Actor) -> None:
    invite(refusable, department)

    with pytest.raises(UnlawfulError) as refused:
        refuse(refusable, head)

    assert refused.value.code == "hearing_not_over"


def test_the_invitation_goes_out_in_the_applicants_language(refusable: Appeal, department: Actor) -> None:
    invite(refusable, department)

    letter = Message.objects.get(about=refusable.key, notice="hearing", channel="email")
    assert (letter.language, "Отказ: спор решает суд." in letter.text) == ("ru", True)
    assert "ст. 73" in letter.text


def test_an_invitation_comes_three_working_days_ahead(refusable: Appeal, department: Actor) -> None:
    """Asked on Monday: Thursday the 5th is the earliest day."""
    with pytest.raises(UnlawfulError) as refused:
        invite(refusable, department, moment(3, 4, 10))

    assert refused.value.code == "hearing_too_soon"
    assert refused.value.facts["earliest"] == date(2026, 3, 5)
    invite(refusable, department, moment(3, 5, 10))


def test_objections_are_taken_from_the_applicant_alone(
    refusable: Appeal, department: Actor, head: Actor
) -> None:
    invite(refusable, department)
    mine = Actor.applicant(refusable.office_id, refusable.pk)
    anothers = Actor.applicant(refusable.office_id, refusable.pk + 1)

    with pytest.raises(PermissionDeniedError):
        review.object_to(refusable.pk, text="Не согласен.", asked=Asked(by=anothers, at=MONDAY))
    review.object_to(refusable.pk, text="Суда нет.", asked=Asked(by=mine, at=MONDAY))

    review.record_hearing(refusable.pk, state=HearingState.WROTE, asked=Asked(by=department, at=MONDAY))
    refuse(refusable, head)


def test_before_its_hour_a_hearing_has_no_outcome(refusable: Appeal, department: Actor) -> None:
    invite(refusable, department)
    asked = Asked(by=department, at=MONDAY)

    for state, code in (
        (HearingState.ABSENT, "hearing_not_come"),
        (HearingState.WROTE, "hearing_without_words"),
    ):
        with pytest.raises(UnlawfulError) as refused:
            review.record_hearing(refusable.pk, state=state, asked=asked)
        assert refused.value.code == code


@pytest.mark.clause("30")
def test_p30_an_extension_owes_a_notice_within_three_working_days(under_review: Appeal, head: Actor) -> None:
    review.extend(under_review.pk, until=date(2026, 4, 1), reason="Проект.", asked=Asked(by=head, at=MONDAY))

    term = under_review.terms.get(kind=TermKind.EXTENSION_NOTICE)
    assert (term.due_on, term.cited.number, term.met_on) == (date(2026, 3, 5), "76(3)", None)


@pytest.mark.clause("30")
def test_p30_the_notice_is_met_when_a_letter_reached_the_applicant(under_review: Appeal, head: Actor) -> None:
    review.extend(under_review.pk, until=date(2026, 4, 1), reason="Проект.", asked=Asked(by=head, at=MONDAY))
    tick(moment(3, 3))
    term = under_review.terms.get(kind=TermKind.EXTENSION_NOTICE)
    assert term.met_on is None
    letters = Message.objects.filter(about=under_review.key, notice="extension", channel="email")
    letters.update(sent_at=moment(3, 3), receipt="ok")

    tick(moment(3, 4))

    term.refresh_from_db()
    assert term.met_on == date(2026, 3, 3)


@pytest.mark.clause("30")
def test_p30_a_notice_that_did_not_arrive_in_time_is_flagged(under_review: Appeal, head: Actor) -> None:
    review.extend(under_review.pk, until=date(2026, 4, 1), reason="Проект.", asked=Asked(by=head, at=MONDAY))

    tick(moment(3, 6))

    assert "extension_notice_overdue" in {flag.code for flag in under_review.flags.all()}
