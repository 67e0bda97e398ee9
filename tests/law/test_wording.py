"""Dates, terms and counts in words, in both languages."""

from datetime import date

import pytest

from qabyldau.regulation.norms import deadlines
from qabyldau.regulation.norms.deadlines import (
    AnswerDeadline,
    ExtensionCap,
    ReferenceNote,
    due,
    due_before,
)
from qabyldau.regulation.terms import CalendarDays, Months, Term, WorkingDays
from qabyldau.regulation.wording import EVENTS, arithmetic, date_words, steps, term_words, weekday_words
from qabyldau.regulation.words import Language, Words
from tests.law.given import KZ, LAW


def test_a_date_reads_in_both_languages() -> None:
    day = date(2023, 3, 29)

    assert (date_words(day, "ru"), date_words(day, "kk")) == ("29 марта 2023 г.", "2023 жылғы 29 наурыз")
    assert (weekday_words(day, "ru"), weekday_words(day, Language.KK)) == ("среда", "сәрсенбі")


@pytest.mark.parametrize(
    ("term", "russian", "kazakh"),
    [
        (CalendarDays(15), "15 календарных дней", "15 күнтізбелік күн"),
        (WorkingDays(1), "1 рабочий день", "1 жұмыс күні"),
        (WorkingDays(2), "2 рабочих дня", "2 жұмыс күні"),
        (WorkingDays(5), "5 рабочих дней", "5 жұмыс күні"),
        (WorkingDays(11), "11 рабочих дней", "11 жұмыс күні"),
        (WorkingDays(21), "21 рабочий день", "21 жұмыс күні"),
        (WorkingDays(22), "22 рабочих дня", "22 жұмыс күні"),
        (CalendarDays(112), "112 календарных дней", "112 күнтізбелік күн"),
        (Months(2), "2 месяца", "2 ай"),
    ],
)
def test_a_term_agrees_with_its_number(term: Term, russian: str, kazakh: str) -> None:
    assert (term_words(term, "ru"), term_words(term, "kk")) == (russian, kazakh)


def test_the_arithmetic_is_one_line() -> None:
    found = due(AnswerDeadline, date(2023, 3, 14), LAW, KZ)

    assert arithmetic(found, "ru") == (
        "зарегистрировано 14 марта 2023 г. + 15 календарных дней = 29 марта 2023 г."
    )
    assert arithmetic(found, "kk") == (
        "тіркелген күні: 2023 жылғы 14 наурыз + 15 күнтізбелік күн = 2023 жылғы 29 наурыз"
    )


def test_the_arithmetic_shows_where_a_day_off_was_carried_and_why() -> None:
    found = due(AnswerDeadline, date(2026, 3, 10), LAW, KZ)

    assert arithmetic(found, "ru").endswith(
        "= 25 марта 2026 г. (перенесённый выходной: Наурыз мейрамы) → 26 марта 2026 г."
    )


def test_a_count_back_shows_a_minus() -> None:
    found = due_before(ReferenceNote, date(2023, 3, 30), LAW, KZ)

    assert arithmetic(found, "ru") == "приём 30 марта 2023 г. − 5 рабочих дней = 20 марта 2023 г."


def test_every_day_of_a_count_is_explained() -> None:
    found = steps(due_before(ReferenceNote, date(2023, 3, 30), LAW, KZ), "ru")

    assert [line.number for line in found] == [None, 1, 2, 3, None, None, 4, None, None, None, 5]
    assert found[7].text == "праздник: Наурыз мейрамы, не считается"
    assert not found[7].counted


def test_a_day_off_inside_calendar_days_is_counted_and_said_to_be() -> None:
    found = steps(due(AnswerDeadline, date(2023, 3, 14), LAW, KZ), "kk")

    assert found[4].text == "демалыс күні, күнтізбелік күн ретінде есептеледі"
    assert found[4].number == 4


def test_a_worked_saturday_is_counted_by_name() -> None:
    found = steps(due_before(ReferenceNote, date(2023, 7, 5), LAW, KZ), "ru")

    assert (3, "рабочий выходной (перенос)") in {(line.number, line.text) for line in found}


def test_a_carried_last_day_is_told_to_the_end() -> None:
    found = steps(due(ExtensionCap, date(2026, 12, 31), LAW, KZ), "ru")

    assert [line.day for line in found] == [
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 1),
    ]
    assert found[-1].text == "рабочий день: последний день срока"


def test_every_kind_of_term_names_the_day_it_starts_from() -> None:
    kinds = [*deadlines.Within.__subclasses__(), *deadlines.Ahead.__subclasses__()]

    assert {kind.__name__ for kind in kinds} == set(EVENTS)
    assert all("{day}" in words.kk and "{day}" in words.ru for words in EVENTS.values())


def test_a_language_that_is_not_ours_is_an_error() -> None:
    with pytest.raises(ValueError, match="en"):
        Words(kk="к", ru="р")["en"]
