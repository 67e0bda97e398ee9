"""The page of an appeal: facts, course, deadline, letters, files; and what never stands on it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.files import Upload
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Representation
from qabyldau.review import actions as review
from tests.flow.conftest import MONDAY, statement
from tests.web.staff.conftest import Enter, words

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(17)
QUERIES = 64


def page_of(appeal: Appeal, language: str = "ru") -> str:
    return f"/{language}/staff/appeals/{appeal.pk}/"


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("ru", ["Обращение зарегистрировано", "Решено принять", "Назначены день и час", "п. 29 регламента"]),
        ("kk", ["Жолданым тіркелді", "Күні мен уақыты белгіленді", "регламентінің 29-тармағы"]),
    ],
)
def test_the_course_is_told_with_the_clause_of_every_step(
    language: str, says: list[str], appointed: Appeal, enter: Enter
) -> None:
    page = words(enter(Role.DEPARTMENT).get(page_of(appointed, language)))

    assert not [one for one in says if one not in page]
    assert appointed.applicant_name in page


@pytest.mark.parametrize("role", [Role.CLERK, Role.DEPARTMENT, Role.HEAD_OF_OFFICE, Role.AUDITOR, Role.AKIM])
def test_the_whole_number_never_stands_on_a_page(role: Role, registered: Appeal, enter: Enter) -> None:
    browser = enter(role)
    pages = [page_of(registered), "/ru/staff/", "/ru/staff/?scope=all"]

    html = "".join(browser.get(page).content.decode() for page in pages)

    assert "010101300010" not in html
    assert "••••••••0010" in html


def test_the_deadline_shows_its_count(registered: Appeal, enter: Enter) -> None:
    page = words(enter(Role.DEPARTMENT).get(page_of(registered)))

    assert "зарегистрировано 2 марта 2026 г. + 15 календарных дней = 17 марта 2026 г." in page
    assert "10 рабочих дней" in page


def test_an_extension_shows_the_old_day_and_the_new(under_review: Appeal, head: Actor, enter: Enter) -> None:
    asked = Asked(by=head, at=MONDAY)
    review.extend(under_review.pk, until=date(2026, 4, 20), reason="Сложно.", asked=asked)

    page = words(enter(Role.DEPARTMENT).get(page_of(under_review)))

    assert "Было 17.03.2026" in page
    assert "Продлено до 20.04.2026" in page


def test_a_closed_act_says_why_and_under_which_clause(registered: Appeal, enter: Enter) -> None:
    html = enter(Role.DEPARTMENT).get(page_of(registered)).content.decode()

    assert "Сначала рассмотрите обращение" in html
    assert f"/ru/staff/appeals/{registered.pk}/take_up/" not in html
    assert f"/ru/staff/appeals/{registered.pk}/screen/" in html


def test_who_may_only_read_is_offered_nothing(registered: Appeal, enter: Enter) -> None:
    html = enter(Role.AUDITOR).get(page_of(registered)).content.decode()

    assert "/screen/" not in html
    assert "/reveal/" not in html


def test_earlier_appeals_of_the_applicant_stand_beside(
    registered: Appeal, office: Office, clerk: Actor, enter: Enter
) -> None:
    again = registry.register(office, statement(), by=clerk, at=MONDAY).appeal

    assert registered.number in words(enter(Role.CLERK).get(page_of(again)))


def test_the_code_of_the_talon_is_not_shown_to_staff(registered: Appeal, enter: Enter) -> None:
    page = words(enter(Role.DEPARTMENT).get(page_of(registered)))

    assert "Талон" in page
    assert "Уважаем" not in page.partition("Письма")[2]


def test_the_page_asks_little_of_the_database(appointed: Appeal, enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    browser.get("/ru/staff/")  # the first page of a visit notes the entry

    with CaptureQueriesContext(connection) as asked:
        browser.get(page_of(appointed))

    assert len(asked) <= QUERIES, len(asked)


def test_a_representative_is_named_with_the_authority(office: Office, clerk: Actor, enter: Enter) -> None:
    who = Representation("Өкіл Адам", "доверенность № 7", date(2026, 12, 31))
    appeal = registry.register(office, statement(representation=who), by=clerk, at=MONDAY).appeal

    page = words(enter(Role.CLERK).get(page_of(appeal)))

    assert "Өкіл Адам" in page
    assert "доверенность № 7" in page


def picked(content: bytes, name: str = "scan.png") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


# --- files ----------------------------------------------------------------------------------------


@pytest.fixture
def with_file(office: Office, clerk: Actor) -> Appeal:
    said = statement(files=(Upload("../фото <b>.png", PNG),))
    return registry.register(office, said, by=clerk, at=MONDAY).appeal


def test_a_file_is_always_a_download(with_file: Appeal, enter: Enter) -> None:
    row = with_file.attachments.get()

    answer = enter(Role.CLERK).get(f"{page_of(with_file)}files/{row.pk}/")

    assert b"".join(answer) == PNG
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "image/png"


def test_a_file_is_for_those_who_see_the_appeal(with_file: Appeal, registered: Appeal, enter: Enter) -> None:
    row = with_file.attachments.get()

    assert enter(Role.OFFICIAL).get(f"{page_of(with_file)}files/{row.pk}/").status_code == 404
    assert enter(Role.ADMIN, Role.PRESS).get(f"{page_of(with_file)}files/{row.pk}/").status_code in {302, 403}
    assert enter(Role.CLERK).get(f"{page_of(registered)}files/{row.pk}/").status_code == 404


def test_files_are_added_once_however_often_sent(registered: Appeal, enter: Enter) -> None:
    browser = enter(Role.CLERK)
    for _ in range(2):
        browser.post(f"{page_of(registered)}files/", {"once": "files-1", "files": picked(PNG)})

    assert registered.attachments.count() == 1


def test_a_file_that_is_not_what_it_says_is_refused_in_words(registered: Appeal, enter: Enter) -> None:
    typed = {"once": "files-1", "files": picked(b"MZ program", "letter.pdf")}

    answer = enter(Role.CLERK).post(f"{page_of(registered)}files/", typed)

    assert answer.status_code == 422
    assert "letter.pdf" in words(answer)
    assert not registered.attachments.exists()
