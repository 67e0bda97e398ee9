"""The act's page: whole, by anchors, on any day, and honest about what is not held."""

import pytest
from django.test import Client

from qabyldau.people.models import Office
from tests.web.public.conftest import words


@pytest.mark.clause("1")
@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2022-06-01", "На 1 июня 2022 г. акт действует, редакция 1."),
        ("2023-03-01", "На 1 марта 2023 г. акт действует, редакция 2."),
        ("2024-01-01", "На 1 января 2024 г. акт не действует"),
        ("2019-01-01", "На 1 января 2019 г. акт ещё не действует"),
    ],
)
def test_p1_the_page_says_whether_the_act_is_in_force_on_a_day(site: Client, on: str, said: str) -> None:
    assert said in words(site.get("/ru/act/", {"on": on}))


def test_every_paragraph_has_its_anchor(site: Client) -> None:
    page = words(site.get("/ru/act/?on=2023-03-01"))

    assert all(f'id="p{number}"' in page for number in range(1, 39))


def test_the_struck_out_paragraph_is_shown_as_such(site: Client) -> None:
    page = words(site.get("/ru/act/?on=2023-03-01"))
    struck_out = page.split('id="p34"')[0].rsplit("<div", 1)[1] + page.split('id="p34"')[1].split("</div>")[0]

    assert "act-out" in struck_out
    assert "Исключен" in struck_out


def test_an_unknown_wording_is_not_invented(site: Client) -> None:
    paragraph = words(site.get("/ru/act/?on=2022-06-01")).split('id="p11"')[1].split("</div>")[0]

    assert "прежнего текста у нас нет" in paragraph
    assert "Алтын Қыран" not in paragraph


@pytest.mark.parametrize(
    ("language", "line"),
    [("kk", "ресми қазақша мәтіні бізде жоқ"), ("ru", "Официального казахского текста этого акта у нас нет")],
)
def test_the_missing_kazakh_text_is_admitted(site: Client, language: str, line: str) -> None:
    page = words(site.get(f"/{language}/act/"))

    assert line in page
    assert '<div class="act" lang="ru">' in page


@pytest.mark.parametrize("typed", ["завтра", "2023-13-01", "01.03.2023", "2023-02-30"])
def test_what_is_not_a_date_is_said_to_be_none(site: Client, typed: str) -> None:
    answer = site.get("/ru/act/", {"on": typed})

    assert answer.status_code == 400
    assert "Это не дата" in words(answer)


def test_the_code_beneath_is_cited_by_anchors_too(site: Client) -> None:
    page = words(site.get("/ru/act/"))

    assert 'id="appk-350-p64-3"' in page
    assert "Текста Кодекса здесь нет" in page


def test_the_office_names_the_act_it_works_under(site: Client, office: Office) -> None:
    Office.objects.filter(pk=office.pk).update(works_under_ru="Регламент № 1", works_under_kk="№ 1 регламент")

    assert "Регламент № 1" in words(site.get("/ru/act/"))
