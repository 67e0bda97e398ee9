"""Paragraph 36: a sample of the consulted who declined to book, which anybody can draw again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from qabyldau.consulting import queries as consulting
from qabyldau.consulting.kinds import Outcome
from qabyldau.consulting.models import Consultant, Consultation
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, OfficeSettings
from qabyldau.people.roles import Role
from qabyldau.people.sealing import seal
from qabyldau.regulation.norms.control import Survey
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.surveys import actions as surveys
from qabyldau.surveys import queries
from qabyldau.surveys.actions import Asked, Wanted
from qabyldau.surveys.figures import share
from qabyldau.surveys.kinds import Population, QuestionKind, Stage, Tried, Way
from qabyldau.surveys.models import Concern, Round, Task
from tests.flow.conftest import moment
from tests.law.given import LAW

PEOPLE, WEDNESDAY = 12, moment(4, 1)
SCORE = Asked(QuestionKind.SCORE, Words(kk="Сізге көмектесті ме?", ru="Вам помогли?"))
WHY = Asked(QuestionKind.TEXT, Words(kk="Неге?", ru="Почему?"))
DAYS = {"since": date(2026, 3, 1), "until": date(2026, 3, 31)}


@pytest.fixture
def operator(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.OPERATOR)


@pytest.fixture
def consulted(office: Office) -> list[Consultation]:
    """Twelve who declined to book and may be called, one who may not, one who was helped."""
    helper = Consultant.objects.create(
        office=office,
        on=date(2026, 3, 10),
        kind="lawyer",
        name="Кеңесші",
        opens="09:00",
        closes="18:00",
        at=WEDNESDAY,
    )
    rows = [_consulted(helper, place, Outcome.DECLINED_TO_BOOK) for place in range(PEOPLE)]
    _consulted(helper, PEOPLE, Outcome.DECLINED_TO_BOOK, may_call=False)
    _consulted(helper, PEOPLE + 1, Outcome.EXPLAINED)
    return rows


def _consulted(helper: Consultant, place: int, outcome: Outcome, *, may_call: bool = True) -> Consultation:
    row = Consultation(
        office=helper.office,
        on=helper.on,
        consultant=helper,
        language="ru",
        topic="water",
        outcome=outcome,
        at=WEDNESDAY,
    )
    row.may_call = may_call
    row.sealed_phone = seal(f"+7700000{place:04d}", row=row.seal_row) if may_call else ""
    row.save()
    return row


@pytest.fixture
def asking(office: Office, department: Actor, consulted: list[Consultation]) -> list[Consultation]:
    """Questions are written."""
    surveys.write_questions(office, [SCORE, WHY], by=department, at=moment(3, 1))
    return consulted


def draw(
    office: Office, by: Actor, size: int = 5, seed: str = "289", way: Way = Way.CALLS, day: int = 1
) -> Round:
    wanted = Wanted(Population.DECLINED, way, DAYS["since"], DAYS["until"], size, seed)
    return surveys.draw(office, wanted, by=by, at=moment(4, day))


@pytest.mark.clause("36")
def test_p36_the_same_round_drawn_again_has_the_same_sample(
    office: Office, department: Actor, asking: list[Consultation]
) -> None:
    first = draw(office, department)

    sampled = list(first.tasks.order_by("place").values_list("about", flat=True))
    assert sampled == queries.drawn_again(first)
    assert (len(first.keys), len(sampled), len(set(sampled))) == (PEOPLE, 5, 5)
    assert set(sampled) <= {one.key for one in asking}
    first.seed = "another"
    assert queries.drawn_again(first) != sampled


@pytest.mark.clause("36")
def test_p36_a_sample_larger_than_its_population_is_refused(
    office: Office, department: Actor, asking: list[Consultation]
) -> None:
    with pytest.raises(UnlawfulError, match="survey_sample_too_large") as refused:
        draw(office, department, size=PEOPLE + 1)

    assert refused.value.citation == LAW.cite(Survey)
    assert refused.value.facts == {"asked": PEOPLE + 1, "there": len(asking)}
    assert draw(office, department, size=PEOPLE).asked == PEOPLE


@pytest.mark.clause("36")
def test_p36_nobody_is_asked_twice_within_the_days_of_the_office(
    office: Office, department: Actor, asking: list[Consultation]
) -> None:
    first = draw(office, department, size=7)
    OfficeSettings.objects.create(office=office, survey_days=10)

    second = draw(office, department, size=5, day=2)
    assert len(second.keys) == len(asking) - 7
    assert not set(first.tasks.values_list("person", flat=True)) & set(
        second.tasks.values_list("person", flat=True)
    )
    with pytest.raises(UnlawfulError, match="survey_sample_too_large"):
        draw(office, department, size=1, day=3)
    assert draw(office, department, size=1, day=12).asked == 1


def test_days_that_are_not_over_and_a_round_without_questions_are_refused(
    office: Office, department: Actor, consulted: list[Consultation]
) -> None:
    with pytest.raises(UnlawfulError, match="survey_without_questions"):
        draw(office, department)
    with pytest.raises(UnlawfulError, match="survey_without_score"):
        surveys.write_questions(office, [WHY], by=department, at=WEDNESDAY)
    surveys.write_questions(office, [SCORE], by=department, at=WEDNESDAY)
    wanted = Wanted(Population.DECLINED, Way.CALLS, DAYS["since"], date(2026, 4, 1), 1)
    with pytest.raises(UnlawfulError, match="survey_days_not_over"):
        surveys.draw(office, wanted, by=department, at=WEDNESDAY)
    assert consulted


@pytest.mark.clause("36")
def test_p36_calls_are_tried_put_off_and_given_up(
    office: Office, department: Actor, operator: Actor, asking: list[Consultation]
) -> None:
    first, second, third = draw(office, department, size=3).tasks.order_by("place")
    later = WEDNESDAY + timedelta(hours=2)

    surveys.attempt(first.pk, Tried.LATER, call_at=later, by=operator, at=WEDNESDAY)
    assert [one.pk for one in queries.to_call(office.pk, WEDNESDAY)] == [second.pk, third.pk]
    assert queries.to_call(office.pk, later)[0].pk == first.pk
    surveys.attempt(second.pk, Tried.REFUSED, call_at=None, by=operator, at=WEDNESDAY)
    for _ in range(3):
        surveys.attempt(third.pk, Tried.NO_ANSWER, call_at=None, by=operator, at=WEDNESDAY)

    stages = list(Task.objects.order_by("place").values_list("stage", flat=True))
    assert stages == [Stage.OPEN, Stage.REFUSED, Stage.UNREACHED]
    with pytest.raises(UnlawfulError, match="survey_task_is_over"):
        surveys.answer(second.pk, {"q1": "5"}, by=operator, at=WEDNESDAY)
    with pytest.raises(PermissionDeniedError):
        draw(office, operator, size=1)
    assert asking


@pytest.mark.clause("36")
def test_p36_answers_are_counted_and_a_low_score_asks_for_somebody(
    office: Office, department: Actor, operator: Actor, asking: list[Consultation]
) -> None:
    row = draw(office, department, size=4)
    for task, score in zip(row.tasks.order_by("place"), ("5", "4", "1"), strict=False):
        surveys.answer(
            task.pk, {"q1": score, "q2": "" if score != "1" else "Не перезвонили"}, by=operator, at=WEDNESDAY
        )

    found = queries.found(row)
    assert (found.population, found.asked, found.answered, found.rate) == (len(asking), 4, 3, 0.75)
    assert found.mean == pytest.approx(100 / 3)
    assert found.content
    assert found.content.low < found.content.value < found.content.high
    assert found.content.value == pytest.approx(2 / 3)
    (concern,) = queries.concerns(office.pk)
    surveys.settle(concern.pk, "Перезвонили, вопрос решён.", by=department, at=WEDNESDAY)
    assert not queries.concerns(office.pk).exists()
    with pytest.raises(UnlawfulError, match="survey_concern_settled"):
        surveys.settle(concern.pk, "Ещё раз", by=department, at=WEDNESDAY)
    assert Concern.objects.count() == 1


@pytest.mark.clause("36")
def test_p36_a_link_opens_once(office: Office, department: Actor, asking: list[Consultation]) -> None:
    row = draw(office, department, size=2, way=Way.LINKS)
    sent = list(Message.objects.filter(notice="survey").order_by("pk"))

    assert {one.channel for one in sent} == {"sms"}
    code = sent[0].text.rstrip("/").rpartition("/")[2]
    surveys.answer_by_link(code.lower(), {"q1": "5"}, at=WEDNESDAY)
    with pytest.raises(UnlawfulError, match="survey_task_is_over"):
        surveys.answer_by_link(code, {"q1": "1"}, at=WEDNESDAY)
    with pytest.raises(Task.DoesNotExist):
        surveys.answer_by_link("0000-0000", {"q1": "1"}, at=WEDNESDAY)
    assert queries.found(row).answered == 1
    assert not consulting.declined(office.pk, date(2026, 4, 1), date(2026, 4, 2)).exists()
    assert asking


@pytest.mark.parametrize(
    ("good", "asked", "population"), [(0, 1, 1), (5, 5, 5), (3, 10, 1000), (10, 10, 10**6)]
)
def test_an_interval_holds_its_share_and_narrows_with_the_population(
    good: int, asked: int, population: int
) -> None:
    found = share(good, asked, population)

    assert found
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert (found.low == found.high) is (asked == population)
    assert share(0, 0, population) is None
