"""Screening: the subject by its code, an author who is not known, what is not ours, and the repeat."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.outbox.models import Message
from qabyldau.papers import queries as papers
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Term
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review.actions import prepare
from qabyldau.screening import actions as screening
from qabyldau.screening import queries
from qabyldau.screening.actions import Passing
from tests.flow.conftest import MONDAY, look, moment, statement

COURT = Passing(body=Words(kk="Орал қалалық соты", ru="Уральский городской суд"), motive="Спор решает суд.")
PART = Passing(body=COURT.body, motive=COURT.motive, part="Часть о решении суда.")
ENDED = "utilities.house.cooperative"
OTHER_PERSON = "020308400024"


def owed(appeal: Appeal, kind: TermKind) -> Term | None:
    return appeal.terms.filter(kind=kind, met_on=None).first()


@pytest.fixture
def not_ours(registered: Appeal, department: Actor) -> Appeal:
    look(registered, department, within_competence=False)
    return registered


@pytest.fixture
def alarming(registered: Appeal, department: Actor) -> Appeal:
    """Nobody can tell who wrote it, and it tells of a crime."""
    look(registered, department, authored=False, tells_of_crime=True)
    return registered


@pytest.mark.clause("14")
def test_p14_the_subject_chosen_stays_with_the_appeal(registered: Appeal, department: Actor) -> None:
    look(registered, department, subject="utilities.water.supply")

    registered.refresh_from_db()
    assert registered.subject == "utilities.water.supply"


@pytest.mark.clause("14")
@pytest.mark.parametrize(("code", "why"), [(ENDED, "subject_ended"), ("no.such.code", "subject_unknown")])
def test_p14_a_code_that_ended_is_not_chosen_any_more(
    code: str, why: str, registered: Appeal, department: Actor
) -> None:
    with pytest.raises(UnlawfulError, match=why) as refused:
        look(registered, department, subject=code)

    assert refused.value.citation
    assert refused.value.citation.number == "14"


@pytest.mark.clause("14")
def test_p14_an_old_appeal_keeps_the_code_that_ended_since(registered: Appeal, department: Actor) -> None:
    Appeal.objects.filter(pk=registered.pk).update(subject=ENDED)

    look(registered, department, subject=ENDED)

    registered.refresh_from_db()
    assert registered.subject == ENDED


@pytest.mark.clause("14")
def test_p14_an_earlier_appeal_of_another_person_is_not_named(
    office: Office, registered: Appeal, clerk: Actor, department: Actor
) -> None:
    later = registry.register(office, statement(number=OTHER_PERSON), by=clerk, at=MONDAY).appeal

    with pytest.raises(UnlawfulError, match="another_person"):
        look(later, department, heard_before=True, earlier_id=registered.pk)


def test_what_is_not_ours_is_owed_to_another_within_three_working_days(not_ours: Appeal) -> None:
    found = owed(not_ours, TermKind.REDIRECTION)

    assert found
    assert (found.due_on, found.cited.number) == (date(2026, 3, 5), "65")


def test_a_second_look_that_finds_it_ours_takes_the_duty_away(not_ours: Appeal, department: Actor) -> None:
    look(not_ours, department, within_competence=True)

    assert owed(not_ours, TermKind.REDIRECTION) is None


def test_a_redirected_appeal_ends_with_two_letters_at_once(not_ours: Appeal, department: Actor) -> None:
    row = screening.redirect(not_ours.pk, passing=COURT, asked=Asked(by=department, at=MONDAY))

    not_ours.refresh_from_db()
    assert (not_ours.stage, not_ours.due_on, row.late) == (State.REDIRECTED, None, False)
    assert owed(not_ours, TermKind.REDIRECTION) is None
    told, passed = Message.objects.filter(about=not_ours.key, notice__startswith="redirect").order_by("pk")[
        :2
    ]
    assert {told.notice, passed.notice} == {"redirect", "redirection"}
    assert told.created_at == passed.created_at
    paper = next(one for one in papers.of(not_ours.key) if one.kind == "redirect")
    letter = Message.objects.filter(notice="redirection", channel="email").get()
    assert paper.number in letter.text
    assert "Уральский городской суд" in letter.text
    assert not_ours.substance in Message.objects.get(notice="redirect").text


def test_a_redirection_after_the_third_day_is_recorded_and_flagged(
    not_ours: Appeal, department: Actor
) -> None:
    row = screening.redirect(not_ours.pk, passing=COURT, asked=Asked(by=department, at=moment(3, 6)))

    assert row.late
    assert [(one.code, one.cited.number) for one in not_ours.flags.all()] == [("redirected_late", "65")]


def test_what_is_ours_is_not_redirected_whole(registered: Appeal, department: Actor) -> None:
    look(registered, department)

    with pytest.raises(UnlawfulError, match="redirect_what_is_ours"):
        screening.redirect(registered.pk, passing=COURT, asked=Asked(by=department, at=MONDAY))


def test_a_part_goes_away_and_ours_goes_on_with_its_own_term(under_review: Appeal, department: Actor) -> None:
    before = under_review.due_on

    screening.redirect_part(under_review.pk, passing=PART, asked=Asked(by=department, at=MONDAY))

    under_review.refresh_from_db()
    assert (under_review.stage, under_review.due_on) == (State.REVIEW, before)
    letter = Message.objects.get(notice="redirection", channel="email").text
    assert "Часть о решении суда." in letter
    assert "17 марта 2026" in letter


@pytest.mark.parametrize(
    "passing", [Passing(motive="Суд."), Passing(body=Words(kk="Сот", ru=" "), motive="Суд.")]
)
def test_the_body_is_named_in_both_languages(passing: Passing, not_ours: Appeal, department: Actor) -> None:
    with pytest.raises(UnlawfulError, match="no_body_named"):
        screening.redirect(not_ours.pk, passing=passing, asked=Asked(by=department, at=MONDAY))


def test_an_anonymous_appeal_is_left_without_consideration(registered: Appeal, department: Actor) -> None:
    look(registered, department, authored=False, tells_of_crime=False)
    asked = Asked(by=department, at=MONDAY)

    with pytest.raises(UnlawfulError, match="without_author"):
        review.take_up(registered.pk, asked=asked)
    prepare.leave_anonymous(registered.pk, asked=asked)

    registered.refresh_from_db()
    assert registered.stage is State.LEFT
    assert "невозможно установить" in Message.objects.get(notice="left", channel="email").text


def test_news_of_a_crime_is_not_left_but_passed_on_the_same_day(alarming: Appeal, department: Actor) -> None:
    asked, term = Asked(by=department, at=MONDAY), owed(alarming, TermKind.ALARM)

    with pytest.raises(UnlawfulError, match="crime_is_passed_on"):
        prepare.leave_anonymous(alarming.pk, asked=asked)

    assert term
    assert (term.due_on, term.cited.number) == (MONDAY.date(), "70")
    assert queries.alarms(alarming.office_id).count() == 1
    row = screening.redirect(alarming.pk, passing=COURT, asked=asked)
    assert row.scope == "alarm"
    assert owed(alarming, TermKind.ALARM) is None
    assert Message.objects.get(notice="redirect").urgent


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ({}, "author_not_assessed"),
        ({"authored": True}, "author_is_known"),
        ({"authored": False}, "author_not"),
    ],
)
def test_who_has_not_been_looked_for_is_not_anonymous(
    found: dict[str, bool], why: str, registered: Appeal, department: Actor
) -> None:
    look(registered, department, **found)

    with pytest.raises(UnlawfulError, match=why):
        prepare.leave_anonymous(registered.pk, asked=Asked(by=department, at=MONDAY))


@pytest.mark.clause("5")
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_p5_no_substance_ends_without_a_running_clock_and_is_told_in_the_language(
    language: str, office: Office, clerk: Actor, department: Actor
) -> None:
    typed = statement(substance="Прошу принять", language=language)
    appeal = registry.register(office, typed, by=clerk, at=MONDAY).appeal
    look(appeal, department, states_the_matter=False)

    review.leave(appeal.pk, asked=Asked(by=department, at=MONDAY))

    appeal.refresh_from_db()
    assert (appeal.stage, appeal.due_on) == (State.LEFT, None)
    assert not appeal.terms.filter(kind=TermKind.ANSWER, met_on=None).exists()
    letter = Message.objects.get(notice="left", channel="email")
    assert appeal.edition.cite_number("5").words[language] in letter.text


STAGES = ["registered", "under_review", "on_decision", "approved", "appointed"]


@pytest.mark.parametrize("stage", STAGES)
def test_an_applicant_takes_it_back_at_any_point_before_the_reception(
    stage: str, request: pytest.FixtureRequest, asked_by: Callable[[Actor], Asked]
) -> None:
    appeal: Appeal = request.getfixturevalue(stage)

    registry.withdraw(appeal.pk, asked=asked_by(Actor.applicant(appeal.office_id, appeal.pk)))

    appeal.refresh_from_db()
    assert (appeal.stage, appeal.due_on) == (State.WITHDRAWN, None)
    assert not appeal.appointments.filter(live=True).exists()
    assert Message.objects.filter(about=appeal.key, notice="withdrawal", channel="email").count() == 1
