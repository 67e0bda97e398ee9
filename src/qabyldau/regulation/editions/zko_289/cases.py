"""Worked examples of terms, to be checked by a lawyer with a wall calendar; the tests run them all."""

from dataclasses import dataclass
from datetime import date

from qabyldau.regulation.norms.deadlines import (
    AbsenceNotice,
    Ahead,
    AnswerDeadline,
    CentralRequestNotice,
    ExtensionCap,
    ReferenceNote,
    RefusalReport,
    Registration,
    Within,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A story with its dates: `on` is the last lawful day, `target` the last day that cannot be late."""

    number: str
    story: str
    kind: type[Within] | type[Ahead]
    event: date
    on: date
    target: date


CASES = (
    Case(
        "29",
        "Зарегистрировано во вторник 14 марта; пятнадцатый день, 29 марта, рабочий. Наурыз внутри считается.",
        AnswerDeadline,
        date(2023, 3, 14),
        on=date(2023, 3, 29),
        target=date(2023, 3, 29),
    ),
    Case(
        "29",
        "Зарегистрировано 29 декабря; пятнадцатый день — суббота 13 января, срок переходит на понедельник.",
        AnswerDeadline,
        date(2023, 12, 29),
        on=date(2024, 1, 15),
        target=date(2024, 1, 12),
    ),
    Case(
        "29",
        "Зарегистрировано 19 апреля 2024 г.; пятнадцатый день — суббота 4 мая, но она рабочая: перехода нет.",
        AnswerDeadline,
        date(2024, 4, 19),
        on=date(2024, 5, 4),
        target=date(2024, 5, 4),
    ),
    Case(
        "29",
        "Зарегистрировано 10 марта 2026 г.; пятнадцатый день — перенесённый выходной Наурыза, 25 марта.",
        AnswerDeadline,
        date(2026, 3, 10),
        on=date(2026, 3, 26),
        target=date(2026, 3, 20),
    ),
    Case(
        "30",
        "Зарегистрировано 29 декабря 2023 г.; два месяца кончаются 29 февраля високосного года.",
        ExtensionCap,
        date(2023, 12, 29),
        on=date(2024, 2, 29),
        target=date(2024, 2, 29),
    ),
    Case(
        "30",
        "Зарегистрировано 31 декабря 2026 г.; 31 февраля нет, берётся 28-е; это воскресенье, срок — 1 марта.",
        ExtensionCap,
        date(2026, 12, 31),
        on=date(2027, 3, 1),
        target=date(2027, 2, 26),
    ),
    Case(
        "26",
        "Приём в четверг 30 марта 2023 г.; назад 29, 28, 27, 24, 20 марта: 21–23 марта Наурыз.",
        ReferenceNote,
        date(2023, 3, 30),
        on=date(2023, 3, 20),
        target=date(2023, 3, 20),
    ),
    Case(
        "15",
        "Приём в четверг 30 марта 2023 г.; не позже чем за два рабочих дня — 28 марта.",
        AbsenceNotice,
        date(2023, 3, 30),
        on=date(2023, 3, 28),
        target=date(2023, 3, 28),
    ),
    Case(
        "19",
        "Запрос отправлен в пятницу 17 марта 2023 г.; первый рабочий день 20 марта, второй 24 марта.",
        CentralRequestNotice,
        date(2023, 3, 17),
        on=date(2023, 3, 24),
        target=date(2023, 3, 24),
    ),
    Case(
        "19",
        "Запрос отправлен в пятницу 5 мая 2023 г.; 8 и 9 мая нерабочие; второй рабочий день 11 мая.",
        CentralRequestNotice,
        date(2023, 5, 5),
        on=date(2023, 5, 11),
        target=date(2023, 5, 11),
    ),
    Case(
        "20",
        "Отказ получен в пятницу 30 июня 2023 г.; суббота 1 июля рабочая, второй день — понедельник 3 июля.",
        RefusalReport,
        date(2023, 6, 30),
        on=date(2023, 7, 3),
        target=date(2023, 7, 3),
    ),
    Case(
        "25",
        "Поступило во вторник 14 марта 2023 г.; регистрируется в тот же день.",
        Registration,
        date(2023, 3, 14),
        on=date(2023, 3, 14),
        target=date(2023, 3, 14),
    ),
)
