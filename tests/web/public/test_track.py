"""Tracking: the door, what stands behind it at each stage, and taking the appeal back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.reception import actions as reception
from qabyldau.reception.kinds import Character
from qabyldau.registry import actions as registry
from qabyldau.registry.intake import Talon
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.web.public.track.words import STANDINGS
from tests.flow.conftest import MONDAY, look, moment, statement
from tests.web.public.conftest import words

Open = Callable[[Appeal], None]


@pytest.fixture
def talon(office: Office, clerk: Actor) -> Talon:
    return registry.register(office, statement(), by=clerk, at=MONDAY)


@pytest.fixture
def opened(site: Client) -> Open:
    """The browser of somebody who has already shown number and code of this appeal."""

    def open_it(appeal: Appeal) -> None:
        session = site.session
        session["opened_appeal"] = appeal.pk
        session.save()

    return open_it


def test_number_and_code_open_the_appeal(site: Client, talon: Talon) -> None:
    typed = {
        "number": talon.appeal.number.lower(),
        "code": f" {talon.secret[:4]}-{talon.secret[4:].lower()} ",
    }

    answer = site.post("/ru/track/", typed)

    assert answer.headers["Location"] == "/ru/track/appeal/"
    assert "Ваше обращение зарегистрировано" in words(site.get("/ru/track/appeal/"))


def test_a_wrong_code_and_an_unknown_number_sound_the_same(site: Client, talon: Talon) -> None:
    wrong_code = site.post("/ru/track/", {"number": talon.appeal.number, "code": "AAAAAAAA"})
    unknown = site.post("/ru/track/", {"number": talon.appeal.number[:-1] + "9", "code": talon.secret})

    told = [
        words(answer).split('id="error-summary"')[1].split("</ul>")[0] for answer in (wrong_code, unknown)
    ]
    assert told[0] == told[1]
    assert wrong_code.status_code == unknown.status_code == 422


def test_after_ten_guesses_even_the_right_code_waits(
    site: Client, talon: Talon, now: time_machine.Traveller
) -> None:
    for _ in range(10):
        site.post("/ru/track/", {"number": talon.appeal.number, "code": "AAAAAAAA"})
    right = {"number": talon.appeal.number, "code": talon.secret}

    closed = site.post("/ru/track/", right)
    now.shift(timedelta(minutes=31))

    assert closed.status_code == 422
    assert site.post("/ru/track/", right).status_code == 302


@pytest.mark.parametrize(("typed", "sentence"), [("number", "Введите номер"), ("code", "Введите код")])
def test_what_was_not_typed_is_asked_for(site: Client, typed: str, sentence: str) -> None:
    answer = site.post("/ru/track/", {"number": "1", "code": "1", typed: ""})

    assert sentence in words(answer)


@pytest.mark.parametrize("page", ["appeal/", "appeal/withdraw/"])
def test_without_the_code_there_is_nothing_to_see(site: Client, page: str) -> None:
    assert site.get(f"/kk/track/{page}").headers["Location"] == "/kk/track/"


def test_leaving_closes_the_appeal(site: Client, registered: Appeal, opened: Open) -> None:
    opened(registered)

    site.post("/kk/track/leave/")

    assert site.get("/kk/track/appeal/").headers["Location"] == "/kk/track/"


def test_every_state_has_its_words() -> None:
    assert set(STANDINGS) == set(State)


@pytest.mark.parametrize(
    ("situation", "heading"),
    [
        ("registered", "Ваше обращение зарегистрировано"),
        ("under_review", "Ваше обращение рассматривается"),
        ("on_decision", "Принимается решение"),
        ("approved", "Вас примут"),
        ("appointed", "Приём назначен"),
    ],
)
def test_the_page_says_where_the_appeal_stands(
    site: Client, opened: Open, request: pytest.FixtureRequest, situation: str, heading: str
) -> None:
    opened(request.getfixturevalue(situation))

    assert f"<h1>{heading}</h1>" in words(site.get("/ru/track/appeal/"))


@pytest.mark.clause("29")
def test_p29_the_page_counts_the_term_for_the_applicant(
    site: Client, registered: Appeal, opened: Open
) -> None:
    opened(registered)

    page = words(site.get("/ru/track/appeal/"))

    assert "не позднее 17 марта 2026 г." in page
    assert "15 календарных дней = 17 марта 2026 г." in page
    assert "Осталось 10 рабочих дней" in page
    assert "#p29" in page


@pytest.mark.clause("29")
def test_p29_an_appointment_names_day_hour_official_and_place(
    site: Client, appointed: Appeal, opened: Open
) -> None:
    opened(appointed)

    page = words(site.get("/kk/track/appeal/"))

    assert "2026 жылғы 19 наурыз, 15:00" in page
    assert "Тестов Әкім Үлгіұлы" in page
    assert "қабылдау бөлмесі" in page


@pytest.mark.clause("30")
def test_p30_an_extension_shows_the_old_day_beside_the_new(
    site: Client, under_review: Appeal, opened: Open, head: Actor
) -> None:
    until = MONDAY.date() + timedelta(days=30)
    review.extend(under_review.pk, until=until, reason="Нужна проверка.", asked=Asked(by=head, at=MONDAY))
    opened(under_review)

    page = words(site.get("/ru/track/appeal/"))

    assert "не позднее 1 апреля 2026 г." in page
    assert "прежний последний день ответа — 17 марта 2026 г." in page
    assert '<p class="quote">Нужна проверка.</p>' in page


@pytest.mark.clause("5")
def test_p5_a_left_appeal_shows_its_letter(
    site: Client, registered: Appeal, opened: Open, department: Actor
) -> None:
    look(registered, department, states_the_matter=False)
    review.leave(registered.pk, asked=Asked(by=department, at=MONDAY))
    opened(registered)

    page = words(site.get("/ru/track/appeal/"))

    assert "Обращение оставлено без рассмотрения" in page
    assert "#p5" in page
    assert "подать жалобу" in page


@pytest.mark.clause("14")
def test_p14_a_refusal_gives_its_reasons_and_the_way_to_complain(
    site: Client, under_review: Appeal, opened: Open, department: Actor, head: Actor
) -> None:
    look(under_review, department, heard_before=True, new_arguments=False, remark="Ответ № 5 от 10 февраля.")
    proposed = review.Proposed("Факты.", Proposal.REFUSE, ground="heard_before")
    review.submit(under_review.pk, proposed=proposed, asked=Asked(by=department, at=MONDAY))
    motive = "Ответ по этому вопросу уже дан."
    review.refuse(under_review.pk, ground_code="heard_before", motive=motive, asked=Asked(by=head, at=MONDAY))
    opened(under_review)

    page = words(site.get("/ru/track/appeal/"))

    assert f'<p class="quote">{motive}</p>' in page
    assert "#p14" in page
    assert "Вы вправе подать жалобу" in page
    assert "#appk-350-p91" in page


@pytest.mark.clause("33")
def test_p33_the_final_answer_can_be_read(
    site: Client, appointed: Appeal, opened: Open, clerk: Actor, department: Actor, akim: Official
) -> None:
    held = moment(3, 19, 15)
    reception.hold(appointed.pk, seen=reception.Seen("паспорт"), asked=Asked(by=clerk, at=held))
    answer = reception.Answer("Водопровод починят к маю.", Character.EXPLAINED, akim.pk)
    reception.close(appointed.pk, answer=answer, asked=Asked(by=department, at=held))
    opened(appointed)

    page = words(site.get("/ru/track/appeal/"))

    assert '<p class="quote">Водопровод починят к маю.</p>' in page
    assert "Дан окончательный ответ" in page


def test_the_letter_with_the_code_is_not_repeated(site: Client, talon: Talon, opened: Open) -> None:
    opened(talon.appeal)

    assert talon.secret not in words(site.get("/ru/track/appeal/"))


def test_taking_back_asks_once_more_and_does_it(site: Client, registered: Appeal, opened: Open) -> None:
    opened(registered)
    asked = words(site.get("/ru/track/appeal/withdraw/"))
    version = asked.split('name="version" value="')[1].split('"')[0]

    site.post("/ru/track/appeal/withdraw/", {"version": version})

    registered.refresh_from_db()
    assert registered.state == State.WITHDRAWN
    assert "Вы отозвали обращение" in words(site.get("/ru/track/appeal/"))


def test_a_stale_page_takes_nothing_back(
    site: Client, registered: Appeal, opened: Open, department: Actor
) -> None:
    opened(registered)
    version = registered.version
    look(registered, department)
    review.take_up(registered.pk, asked=Asked(by=department, at=MONDAY))

    answer = site.post("/ru/track/appeal/withdraw/", {"version": version}, follow=True)

    registered.refresh_from_db()
    assert registered.state == State.REVIEW
    assert "обращение изменилось" in words(answer)


def test_what_is_over_cannot_be_taken_back(
    site: Client, registered: Appeal, opened: Open, department: Actor
) -> None:
    look(registered, department, states_the_matter=False)
    review.leave(registered.pk, asked=Asked(by=department, at=MONDAY))
    opened(registered)

    answer = site.get("/ru/track/appeal/withdraw/", follow=True)

    assert "уже нельзя отозвать" in words(answer)
