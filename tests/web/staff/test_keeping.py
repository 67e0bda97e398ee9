"""The administrator's pages, the journal, and letters on paper."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official, RoleGrant, User
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.statement import Contact
from qabyldau.web.signin import factors
from tests.flow.conftest import MONDAY, statement
from tests.web.staff.conftest import Enter, words


@pytest.fixture
def keeper(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The administrator, whose second factor is proved elsewhere."""
    monkeypatch.setattr(factors, "is_owed", lambda *_: False)
    return enter(Role.ADMIN)


ORDER = {
    "day": "2026-03-17",
    "working": "no",
    "name_kk": "ауыстырылған күн",
    "name_ru": "перенос",
    "act": "приказ № 1 от 2 марта 2026 г.",
}


def test_an_ordered_day_shows_what_it_moves_before_it_is_confirmed(
    registered: Appeal, keeper: Client
) -> None:
    looked = words(keeper.post("/ru/staff/calendar/", ORDER))
    registered.refresh_from_db()
    assert "Сдвинется 1 открытый срок" in looked
    assert "17.03.2026" in looked
    assert registered.due_on == date(2026, 3, 17)

    keeper.post("/ru/staff/calendar/", {**ORDER, "confirm": "1"})

    registered.refresh_from_db()
    assert registered.due_on == date(2026, 3, 18)
    page = words(keeper.get("/ru/staff/journal/"))
    assert "Срок пересчитан" in page
    assert "17 марта 2026 г. → 18 марта 2026 г." in page


def test_a_day_of_an_unknown_year_is_refused(registered: Appeal, keeper: Client) -> None:
    answer = keeper.post("/ru/staff/calendar/", {**ORDER, "day": "2040-01-01"})

    assert answer.status_code == 422
    assert "2040" in words(answer)
    assert registered


def grant_of(user: User, **changed: Any) -> dict[str, Any]:  # noqa: ANN401
    typed = {"user_id": user.pk, "role": "clerk", "since": "2026-03-02", "position_kk": "", "position_ru": ""}
    return {**typed, **changed}


def test_a_role_is_given_once_and_ended(office: Office, keeper: Client) -> None:
    user = User.objects.create_user("newcomer", full_name="Жаңа Қызметкер")
    keeper.post("/ru/staff/people/", grant_of(user))
    twice = keeper.post("/ru/staff/people/", grant_of(user))
    assert "такая роль уже есть" in words(twice)

    grant = RoleGrant.objects.get(user=user)
    keeper.post(f"/ru/staff/people/roles/{grant.pk}/end/", {"until": "2026-03-05"})

    grant.refresh_from_db()
    assert grant.until == date(2026, 3, 5)
    actions = {entry.action for entry in journal.latest(office.pk)}
    assert {"grant_role", "end_role"} <= actions


def test_an_administrator_does_not_shut_the_office(office: Office, keeper: Client) -> None:
    own = RoleGrant.objects.get(office=office, role="admin")

    answer = keeper.post(f"/ru/staff/people/roles/{own.pk}/end/", {"until": "2026-03-05"})

    assert "попросите другого администратора" in words(answer)
    own.refresh_from_db()
    assert own.until is None


def test_an_official_is_entered_and_ends(office: Office, keeper: Client) -> None:
    typed = {
        "name_kk": "Жаңа Басшы",
        "name_ru": "Новый Руководитель",
        "position_kk": "басшы",
        "position_ru": "руководитель",
        "rank": "2",
        "since": "2026-03-02",
        "user_id": "",
    }
    keeper.post("/ru/staff/officials/", typed)
    official = Official.objects.get(office=office)
    early = keeper.post(f"/ru/staff/officials/{official.pk}/end/", {"until": "2026-03-01"})
    keeper.post(f"/ru/staff/officials/{official.pk}/end/", {"until": "2026-03-09"})

    official.refresh_from_db()
    assert "Нельзя закончить раньше" in words(early)
    assert official.until == date(2026, 3, 9)


def test_hours_keep_their_order(office: Office, keeper: Client) -> None:
    typed = {"opens": "09:00", "lunch_from": "13:00", "lunch_until": "14:00", "closes": "18:00"}
    wrong = keeper.post("/ru/staff/hours/", {**typed, "closes": "12:00"})
    keeper.post("/ru/staff/hours/", typed)

    office.refresh_from_db()
    assert "Сначала открытие" in words(wrong)
    assert (office.lunch_until.hour, office.closes.hour) == (14, 18)


@pytest.mark.parametrize("path", ["people/", "officials/", "hours/", "calendar/", "journal/"])
def test_the_office_is_kept_by_administrators(path: str, registered: Appeal, enter: Enter) -> None:
    assert enter(Role.DEPARTMENT).get(f"/ru/staff/{path}").status_code == 403
    assert registered


def test_an_auditor_reads_and_verifies_the_journal(appointed: Appeal, enter: Enter) -> None:
    auditor = enter(Role.AUDITOR)

    page = words(auditor.get("/kk/staff/journal/"))
    proved = words(auditor.post("/kk/staff/journal/"))

    assert appointed.number in page
    assert "29-тармақ" in page
    assert "Тізбек бүтін" in proved


# --- letters on paper -----------------------------------------------------------------------------


@pytest.fixture
def on_paper(office: Office, clerk: Actor) -> Message:
    said = statement(contact=Contact(address="с. Переметное, ул. Школьная, 1"))
    registry.register(office, said, by=clerk, at=MONDAY)
    return Message.objects.get(channel="paper")


def test_a_letter_is_printed_and_marked_as_handed_over(on_paper: Message, enter: Enter) -> None:
    desk, place = enter(Role.CLERK), f"/ru/staff/letters/{on_paper.pk}/"
    assert "Переметное" in words(desk.get("/ru/staff/letters/"))
    assert desk.get(f"{place}paper/").content.startswith(b"%PDF")

    empty = desk.post(place, {"receipt": ""})
    desk.post(place, {"receipt": "лично под подпись"})

    on_paper.refresh_from_db()
    assert "Укажите, как вручено письмо" in words(empty)
    assert on_paper.receipt == "лично под подпись"
    assert "Все письма вручены" in words(desk.get("/ru/staff/letters/"))
    assert "Письмо вручено на бумаге" in words(desk.get(f"/ru/staff/appeals/{Appeal.objects.get().pk}/"))


def test_letters_are_handed_over_by_those_who_may(on_paper: Message, enter: Enter) -> None:
    assert enter(Role.OPERATOR).get(f"/ru/staff/letters/{on_paper.pk}/").status_code == 403
