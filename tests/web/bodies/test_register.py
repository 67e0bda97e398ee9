"""The pages of the register: a body and its representative are entered, changed and ended."""

from qabyldau.bodies.models import Body, Representative
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from tests.web.staff.conftest import Enter, words

BODY = {
    "kind": "territorial",
    "code": "interior",
    "name_kk": "полиция департаменті",
    "name_ru": "департамент полиции",
    "email": "police@example.org",
    "language": "ru",
    "since": "2026-03-02",
}
SEAT = {"name_kk": "Өкілов Ербол", "name_ru": "Окилов Ербол", "since": "2026-03-02", "user_id": ""}


def test_the_department_enters_a_body_and_who_speaks_for_it(office: Office, enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    browser.post("/ru/staff/bodies/new/", BODY)
    body = Body.objects.get(office=office)
    browser.post(f"/ru/staff/bodies/{body.pk}/", SEAT)

    assert "департамент полиции" in words(browser.get("/ru/staff/bodies/"))
    assert "Окилов Ербол" in words(browser.get(f"/ru/staff/bodies/{body.pk}/"))
    assert "Өкілов Ербол" in words(browser.get(f"/kk/staff/bodies/{body.pk}/"))


def test_a_second_body_of_one_code_is_told_at_the_field(office: Office, enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    browser.post("/ru/staff/bodies/new/", BODY)

    answer = browser.post("/ru/staff/bodies/new/", BODY)

    assert answer.status_code == 422
    assert "Такой орган уже есть" in words(answer)
    assert Body.objects.filter(office=office).count() == 1


def test_a_body_is_changed_and_ended(office: Office, enter: Enter) -> None:
    browser = enter(Role.DEPARTMENT)
    browser.post("/ru/staff/bodies/new/", BODY)
    body = Body.objects.get(office=office)
    browser.post(f"/ru/staff/bodies/{body.pk}/", SEAT)
    one = Representative.objects.get()

    browser.post(f"/ru/staff/bodies/{body.pk}/change/", {**BODY, "head_ru": "Главин Глеб"})
    browser.post(f"/ru/staff/bodies/members/{one.pk}/end/", {"until": "2026-03-10"})
    early = browser.post(f"/ru/staff/bodies/{body.pk}/end/", {"until": "2026-03-01"})
    browser.post(f"/ru/staff/bodies/{body.pk}/end/", {"until": "2026-03-31"})

    body.refresh_from_db()
    one.refresh_from_db()
    assert (body.head_kk, body.head_ru, str(body.until)) == ("Главин Глеб", "Главин Глеб", "2026-03-31")
    assert str(one.until) == "2026-03-10"
    assert early.status_code == 422


def test_bodies_of_another_office_do_not_exist_here(office: Office, enter: Enter) -> None:
    stranger = Office.objects.create(code="else", prefix="E", edition_code=office.edition_code)
    body = Body.objects.create(office=stranger, kind="unit", name_kk="б", name_ru="б", since="2026-01-01")
    one = Representative.objects.create(body=body, name_kk="ө", name_ru="п", since="2026-01-01")
    browser = enter(Role.DEPARTMENT)

    pages = (f"{body.pk}/", f"{body.pk}/change/", f"{body.pk}/end/", f"members/{one.pk}/end/")

    assert {browser.get(f"/ru/staff/bodies/{page}").status_code for page in pages} == {404}
