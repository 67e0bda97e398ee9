"""Registration by each channel: its own questions, no lost word, no second number, the talon."""

import re
from typing import Any

import pytest
import time_machine
from django.test import Client

from qabyldau.people.models import Office
from qabyldau.people.queries import number_of
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from tests.flow.conftest import moment
from tests.web.staff.conftest import Enter, carried, send, words

CITIZEN: dict[str, Any] = {
    "iin": "020308400024",
    "name": "Тестова Айна Үлгіқызы",
    "phone": "8 701 000 00 02",
    "topic": "water",
    "substance": "Ауылда су жоқ.",
    "language": "kk",
    "mode": "in_person",
}
PLACE = "/ru/staff/register/{}/"


@pytest.fixture
def desk(enter: Enter, office: Office) -> Client:  # noqa: ARG001  the office must be there
    return enter(Role.CLERK)


@pytest.mark.parametrize(
    ("channel", "beside"),
    [
        ("hand_delivered", {}),
        ("oral", {}),
        ("post", {"received_on": "2026-03-02"}),
        ("call_centre", {}),
    ],
)
def test_each_channel_gives_a_number_and_a_talon(channel: str, beside: dict[str, str], desk: Client) -> None:
    answer = send(desk, PLACE.format(channel), **CITIZEN, **beside)

    appeal = Appeal.objects.get()
    assert answer.headers["Location"] == f"/ru/staff/appeals/{appeal.pk}/talon/"
    assert (appeal.channel, appeal.phone, appeal.language) == (channel, "+77010000002", "kk")
    assert number_of(appeal.applicant) == "020308400024"
    talon = desk.get(answer.headers["Location"])
    assert appeal.number in words(talon)
    assert re.search(r"[0-9A-Z]{8}", words(talon).partition("Код")[2])


def test_the_talon_is_printed_where_it_was_given(desk: Client) -> None:
    send(desk, PLACE.format("hand_delivered"), **CITIZEN)
    appeal = Appeal.objects.get()

    answer = desk.get(f"/ru/staff/appeals/{appeal.pk}/talon/paper/")

    assert answer.content.startswith(b"%PDF")


def test_another_browser_cannot_print_the_talon(desk: Client, enter: Enter) -> None:
    send(desk, PLACE.format("hand_delivered"), **CITIZEN)
    other, place = enter(Role.DEPARTMENT), f"/ru/staff/appeals/{Appeal.objects.get().pk}/talon/"

    assert other.get(f"{place}paper/").status_code == 404
    assert "напечатать талон отсюда нельзя" in words(other.get(place))


def test_the_protocol_of_an_oral_appeal_is_printed_and_journaled(desk: Client) -> None:
    send(desk, PLACE.format("oral"), **CITIZEN)
    appeal = Appeal.objects.get()

    answer = desk.post(f"/ru/staff/appeals/{appeal.pk}/protocol/")

    assert answer.content.startswith(b"%PDF")
    page = words(desk.get(f"/ru/staff/appeals/{appeal.pk}/"))
    assert "Показан полный номер" in page


def test_a_call_is_eight_questions_at_most(enter: Enter, office: Office) -> None:
    html = enter(Role.OPERATOR).get("/ru/staff/register/call_centre/").content.decode()

    asked = set(re.findall(r'<(?:input|select|textarea)[^>]* name="(\w+)"', html))
    assert len(asked - {"csrfmiddlewaretoken", "once", "seen", "q"}) <= 8
    assert office


def test_an_operator_takes_calls_only(enter: Enter, office: Office) -> None:
    operator = enter(Role.OPERATOR)

    assert operator.get("/ru/staff/register/").headers["Location"] == PLACE.format("call_centre")
    assert operator.get(PLACE.format("post")).status_code == 404
    assert office


def test_the_form_sent_twice_is_one_appeal(desk: Client) -> None:
    typed = {**CITIZEN, **carried(desk.get(PLACE.format("oral")))}

    first, second = (desk.post(PLACE.format("oral"), typed) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert Appeal.objects.count() == 1


def test_the_same_key_with_other_words_is_asked_about(desk: Client) -> None:
    typed = {**CITIZEN, **carried(desk.get(PLACE.format("oral")))}
    desk.post(PLACE.format("oral"), typed)

    changed = {**typed, "substance": "Жарық жоқ.", "seen": f"seen-{Appeal.objects.get().pk}"}
    answer = desk.post(PLACE.format("oral"), changed)

    assert "уже отправлялась с другим текстом" in words(answer)
    assert "Жарық жоқ." in answer.content.decode()
    assert Appeal.objects.count() == 1


def test_a_wrong_check_digit_stops_unless_it_was_compared(desk: Client) -> None:
    place, typed = PLACE.format("post"), {**CITIZEN, "iin": "020308400025", "received_on": "2026-03-02"}
    assert "number_as_is" not in desk.get(place).content.decode()

    refused = send(desk, place, **typed)
    assert refused.status_code == 422
    assert 'name="number_as_is"' in refused.content.decode()

    send(desk, place, **typed, number_as_is="iin_as_written")
    applicant = Appeal.objects.get().applicant
    assert applicant.document == "iin_as_written"
    assert "заявитель так написал" in words(desk.get(f"/ru/staff/appeals/{Appeal.objects.get().pk}/"))


def test_too_few_digits_are_never_let_through(desk: Client) -> None:
    answer = send(desk, PLACE.format("oral"), **{**CITIZEN, "iin": "0203", "number_as_is": "iin_as_written"})

    assert answer.status_code == 422
    assert not Appeal.objects.exists()


def test_an_odd_date_is_a_warning(desk: Client) -> None:
    send(desk, PLACE.format("oral"), **{**CITIZEN, "iin": "051331300081"})

    page = words(desk.get(f"/ru/staff/appeals/{Appeal.objects.get().pk}/talon/"))
    assert "Первые шесть цифр ИИН не дата" in page


def test_no_number_is_no_hindrance(desk: Client) -> None:
    answer = send(desk, PLACE.format("oral"), **{**CITIZEN, "iin": ""})

    assert answer.status_code == 302


def test_open_appeals_of_the_same_person_are_shown_once_before(registered: Appeal, enter: Enter) -> None:
    desk, typed = enter(Role.CLERK), {**CITIZEN, "iin": "010101300010"}

    shown = send(desk, PLACE.format("oral"), **typed)
    assert registered.number in words(shown)
    assert Appeal.objects.count() == 1

    desk.post(PLACE.format("oral"), {**typed, **carried(shown)})
    assert Appeal.objects.count() == 2


def test_earlier_appeals_can_be_looked_for_without_registering(registered: Appeal, enter: Enter) -> None:
    answer = send(enter(Role.CLERK), PLACE.format("oral"), **{**CITIZEN, "iin": "010101300010"}, look="1")

    assert registered.number in words(answer)
    assert Appeal.objects.count() == 1


def test_a_company_comes_with_its_representative(desk: Client) -> None:
    typed = {
        "bin": "980140000015",
        "name": "ЖШС «Өркен»",
        "representative": "Өкіл Адам",
        "authority": "приказ № 3",
        "topic": "business",
        "language": "ru",
        "mode": "in_person",
    }
    send(desk, PLACE.format("hand_delivered") + "?kind=company", **typed)

    appeal = Appeal.objects.get()
    assert (appeal.applicant.kind, appeal.representative) == ("company", "Өкіл Адам")


def test_a_foreigner_shows_another_document(desk: Client) -> None:
    typed = {**CITIZEN, "document": "паспорт Кыргызстана", "document_number": "AC 123"}
    send(desk, PLACE.format("oral") + "?kind=foreigner", **typed)

    appeal = Appeal.objects.get()
    assert appeal.applicant.document == "паспорт Кыргызстана"
    page = words(desk.get(f"/ru/staff/appeals/{appeal.pk}/"))
    assert "AC 123" not in page


def test_out_of_hours_is_recorded_with_its_clause(desk: Client, clock: time_machine.Traveller) -> None:
    clock.move_to(moment(3, 2, 13, 30))
    assert "Сейчас нерабочее время" in words(desk.get(PLACE.format("oral")))

    send(desk, PLACE.format("oral"), **CITIZEN)

    page = words(desk.get(f"/ru/staff/appeals/{Appeal.objects.get().pk}/talon/"))
    assert "в нерабочее время" in page
    assert "п. 4 регламента" in page


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "Укажите, кто обращается"), ("kk", "Кім жүгінетінін енгізіңіз")],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(
    language: str, said: str, desk: Client
) -> None:
    answer = send(desk, f"/{language}/staff/register/oral/", **{**CITIZEN, "name": ""})

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Ауылда су жоқ." in answer.content.decode()


def test_a_letter_cannot_come_tomorrow(desk: Client) -> None:
    answer = send(desk, PLACE.format("post"), **CITIZEN, received_on="2026-03-03")

    assert "не могло прийти позже" in words(answer)
