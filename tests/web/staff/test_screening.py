"""Screening on its pages: what is owed, who may be the same, where it goes, and what was missing."""

from collections.abc import Callable

import pytest
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.norms.intake import Channel
from qabyldau.screening import actions as screening
from qabyldau.screening.actions import Lack
from tests.flow.conftest import MONDAY, look, statement
from tests.web.staff.conftest import Enter, send, words
from tests.web.staff.test_acts import SEEN, place

COURT = {
    "body_id": "another",
    "body_kk": "Орал қалалық соты",
    "body_ru": "Уральский суд",
    "motive": "Дело суда.",
}


@pytest.fixture
def not_ours(registered: Appeal, department: Actor) -> Appeal:
    look(registered, department, within_competence=False)
    return registered


@pytest.fixture
def awaited(registered: Appeal, department: Actor) -> Appeal:
    lack = Lack(frozenset({Missing.ADDRESS}), remark="Нет номера дома.")
    screening.ask_data(registered.pk, lack=lack, asked=Asked(by=department, at=MONDAY))
    return registered


@pytest.fixture
def twice(office: Office, registered: Appeal, clerk: Actor) -> Appeal:
    typed = statement(channel=Channel.CALL_CENTRE, substance=registered.substance)
    return registry.register(office, typed, by=clerk, at=MONDAY).appeal


def test_what_is_not_ours_stands_among_the_duties_until_it_is_redirected(
    not_ours: Appeal, enter: Enter
) -> None:
    client = enter(Role.DEPARTMENT)
    assert "1 обращение не наше" in words(client.get("/ru/staff/"))
    assert not_ours.number in words(client.get("/ru/staff/screening/"))

    answer = send(client, place(not_ours, "redirect"), **COURT)

    assert answer.status_code == 302, words(answer)
    page = words(client.get(f"/ru/staff/appeals/{not_ours.pk}/"))
    assert "Перенаправлено" in page
    assert "Уральский суд" in page
    assert not_ours.number not in words(client.get("/ru/staff/screening/"))


def test_a_body_without_its_other_name_is_not_written_to(not_ours: Appeal, enter: Enter) -> None:
    answer = send(enter(Role.DEPARTMENT), place(not_ours, "redirect"), **{**COURT, "body_kk": ""})

    assert answer.status_code == 422
    assert "Назовите орган на этом языке" in words(answer)


def test_a_code_that_ended_is_not_offered(registered: Appeal, enter: Enter) -> None:
    client = enter(Role.DEPARTMENT)
    assert "Деятельность КСК" not in words(client.get(place(registered, "screen")))

    answer = send(client, place(registered, "screen"), **SEEN, subject="utilities.house.cooperative")

    assert answer.status_code == 422
    assert "не действует" in words(answer)


def test_an_old_appeal_still_shows_its_code(registered: Appeal, enter: Enter) -> None:
    Appeal.objects.filter(pk=registered.pk).update(subject="utilities.house.cooperative")
    client = enter(Role.DEPARTMENT)

    assert "Деятельность КСК" in words(client.get(f"/ru/staff/appeals/{registered.pk}/"))
    assert "действовал по 31 декабря 2022" in words(client.get(place(registered, "screen")))


def test_the_worklist_is_filtered_by_subject(registered: Appeal, department: Actor, enter: Enter) -> None:
    look(registered, department, subject="utilities.water.supply")
    client = enter(Role.DEPARTMENT)

    assert registered.number in words(client.get("/ru/staff/?scope=all&subject=utilities."))
    assert registered.number not in words(client.get("/ru/staff/?scope=all&subject=roads."))


def test_a_likely_double_is_shown_and_joined_by_a_person(
    twice: Appeal, registered: Appeal, enter: Enter
) -> None:
    client = enter(Role.CLERK)
    page = words(client.get(f"/ru/staff/appeals/{twice.pk}/"))
    assert "Вероятно, пришло дважды" in page
    assert registered.number in page

    answer = send(client, place(twice, "merge"), earlier_number=registered.number)

    assert answer.status_code == 302, words(answer)
    assert "Присоединено к" in words(client.get(f"/ru/staff/appeals/{twice.pk}/"))


def test_names_are_pasted_as_they_stand_in_a_letter(registered: Appeal, enter: Enter) -> None:
    typed = "1. Сынақов Асан\n2) Үлгінов Болат;\n\n1. Сынақов Асан"

    answer = send(
        enter(Role.CLERK), place(registered, "name_co_applicants"), signed=typed, unsigned="Тестова Айгүл"
    )

    assert answer.status_code == 302, words(answer)
    named = [(one.name, one.signed) for one in registered.co_applicants.order_by("place")]
    assert named == [("Сынақов Асан", True), ("Үлгінов Болат", True), ("Тестова Айгүл", False)]


def test_a_stale_page_of_redirection_does_nothing(not_ours: Appeal, department: Actor, enter: Enter) -> None:
    client = enter(Role.DEPARTMENT)
    typed = {**COURT, "version": str(not_ours.version), "once": "stale-page"}
    look(not_ours, department, within_competence=False)

    answer = client.post(place(not_ours, "redirect"), typed)

    assert answer.status_code == 409
    assert "изменилось" in words(answer)
    assert not not_ours.redirections.exists()


@pytest.fixture
def opened() -> Callable[[Appeal], Client]:
    """The browser of the applicant, in which number and code of this appeal were shown."""

    def open_it(appeal: Appeal) -> Client:
        client = Client()
        session = client.session
        session["opened_appeal"] = appeal.pk
        session.save()
        return client

    return open_it


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "Что мы просим добавить"), ("kk", "Сізден не сұраймыз")]
)
def test_the_applicant_sees_what_is_missing(
    language: str, said: str, awaited: Appeal, opened: Callable[[Appeal], Client]
) -> None:
    page = words(opened(awaited).get(f"/{language}/track/appeal/"))

    assert said in page
    assert "Нет номера дома." in page


def test_the_applicant_adds_it_and_the_appeal_goes_on(
    awaited: Appeal, opened: Callable[[Appeal], Client]
) -> None:
    client, address = opened(awaited), "/ru/track/appeal/data/"
    empty = client.post(address, {"version": awaited.version, "address": ""})
    awaited.refresh_from_db()

    done = client.post(address, {"version": awaited.version, "address": "г. Уральск, ул. Абая, 1"})

    assert (empty.status_code, done.status_code) == (422, 302), words(done)
    awaited.refresh_from_db()
    assert (awaited.state, awaited.address) == ("registered", "г. Уральск, ул. Абая, 1")
    assert client.get(address).status_code == 302


def test_a_joined_appeal_tells_its_applicant_where_it_goes_on(
    twice: Appeal, registered: Appeal, clerk: Actor, opened: Callable[[Appeal], Client]
) -> None:
    screening.merge(twice.pk, earlier_id=registered.pk, asked=Asked(by=clerk, at=MONDAY))

    assert f"Следите за обращением № {registered.number}" in words(opened(twice).get("/ru/track/appeal/"))
