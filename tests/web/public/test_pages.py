"""Every page that only shows: both languages, the switch between them, the look for low vision, errors."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qabyldau.people.models import Office, Official
from qabyldau.schedule.models import ReceptionDay
from tests.web.public.conftest import words

PAGES = ["", "receivers/", "schedule/", "act/", "accessibility/", "privacy/", "help/", "request/", "track/"]
HEADINGS = {"kk": "Азаматтарды қабылдау", "ru": "Приём граждан"}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_the_language_of_its_address(site: Client, page: str, language: str) -> None:
    answer = site.get(f"/{language}/{page}")

    assert answer.status_code == 200
    assert f'<html lang="{language}"' in words(answer)
    assert HEADINGS[language] in words(answer)
    assert answer.headers["Content-Language"] == language


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_to_itself_in_the_other_language(site: Client, page: str) -> None:
    assert f'href="/ru/{page}"' in words(site.get(f"/kk/{page}"))


def test_the_switch_of_language_keeps_the_question(site: Client) -> None:
    assert 'href="/ru/act/?on=2023-03-01"' in words(site.get("/kk/act/?on=2023-03-01"))


@pytest.mark.parametrize(
    ("cookie", "browser", "where"),
    [("", "", "/kk/"), ("", "ru-RU,ru;q=0.9", "/ru/"), ("kk", "ru-RU", "/kk/"), ("ru", "kk", "/ru/")],
)
def test_the_bare_address_leads_to_the_remembered_language(
    site: Client, cookie: str, browser: str, where: str
) -> None:
    if cookie:
        site.cookies["language"] = cookie

    assert site.get("/", headers={"accept-language": browser}).headers["Location"] == where


def test_the_language_last_read_is_remembered(site: Client) -> None:
    site.get("/ru/help/")

    assert site.get("/", headers={"accept-language": "kk"}).headers["Location"] == "/ru/"


@pytest.mark.parametrize("page", ["", "receivers/", "schedule/", "act/"])
def test_a_public_page_costs_at_most_five_queries(
    site: Client, day: ReceptionDay, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    assert day.pk

    with django_assert_max_num_queries(5):
        site.get(f"/kk/{page}")


def test_low_vision_is_a_choice_that_stays(site: Client) -> None:
    back = site.get("/kk/view/large/?next=/kk/help/")

    assert back.headers["Location"] == "/kk/help/"
    assert 'class="view-large"' in words(site.get("/kk/help/"))
    site.get("/kk/view/plain/")
    assert 'class="view-plain"' in words(site.get("/kk/help/"))


@pytest.mark.parametrize("where", ["https://bad.example/", "//bad.example/", ""])
def test_the_switch_of_view_leads_nowhere_else(site: Client, where: str) -> None:
    assert site.get("/kk/view/large/", {"next": where}).headers["Location"] == "/kk/"


def test_an_unknown_view_is_no_page(site: Client) -> None:
    assert site.get("/kk/view/huge/").status_code == 404


@pytest.mark.parametrize(("language", "heading"), [("kk", "Мұндай бет жоқ"), ("ru", "Такой страницы нет")])
def test_a_missing_page_says_what_to_do(site: Client, language: str, heading: str) -> None:
    answer = site.get(f"/{language}/nowhere/")

    assert answer.status_code == 404
    assert heading in words(answer)
    assert f'href="/{language}/"' in words(answer)


def test_home_shows_the_next_days_and_the_term(site: Client, day: ReceptionDay) -> None:
    page = words(site.get("/ru/"))

    assert day.official.name_ru in page
    assert "19 марта 2026 г." in page
    assert "15 календарных дней" in page


def test_home_says_under_which_act_the_office_works(site: Client, office: Office) -> None:
    before = words(site.get("/ru/"))
    Office.objects.filter(pk=office.pk).update(works_under_ru="Регламент № 1", works_under_kk="№ 1 регламент")

    assert "Аппарат не указал" in before
    assert "Регламент № 1" in words(site.get("/ru/"))
    assert "№ 1 регламент" in words(site.get("/kk/"))


@pytest.mark.clause("2")
def test_p2_officials_stand_in_the_groups_of_the_law(
    site: Client, akim: Official, department_head: Official
) -> None:
    page = words(site.get("/ru/receivers/"))

    assert page.index("Аким области и его заместители") < page.index(akim.name_ru)
    assert page.index(akim.name_ru) < page.index("Руководители отделов")
    assert page.index("Руководители отделов") < page.index(department_head.name_ru)


@pytest.mark.clause("7")
@pytest.mark.parametrize(
    ("language", "name", "when"),
    [
        ("kk", "Тестов Әкім Үлгіұлы", "2026 жылғы 19 наурыз"),
        ("ru", "Тестов Аким Ульгиевич", "19 марта 2026 г."),
    ],
)
def test_p7_the_schedule_is_published_in_both_languages(
    site: Client, day: ReceptionDay, language: str, name: str, when: str
) -> None:
    assert day.published_at
    page = words(site.get(f"/{language}/schedule/"))

    assert name in page
    assert when in page


def test_the_schedule_can_be_narrowed_to_one_official(
    site: Client, day: ReceptionDay, department_head: Official
) -> None:
    his, hers = (
        words(site.get(f"/kk/schedule/?official={pk}")) for pk in (day.official_id, department_head.pk)
    )

    assert "2026 жылғы 19 наурыз" in his
    assert "2026 жылғы 19 наурыз" not in hers
    assert "Қазір жарияланған қабылдау күндері жоқ" in hers


@pytest.mark.parametrize("typed", ["x", "-1", "99999999999999999999"])
def test_an_odd_official_in_the_address_breaks_nothing(site: Client, typed: str) -> None:
    assert site.get("/kk/schedule/", {"official": typed}).status_code == 200
