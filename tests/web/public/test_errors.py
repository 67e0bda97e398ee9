"""When something breaks: a page of ours in both languages, with the way on, never a bare line."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.utils import translation

from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.deadlines import ExtensionCap
from qabyldau.web import errors
from qabyldau.web.public import home
from tests.web.public.conftest import words

EDITION = by_code("zko-289@2023")


def test_a_form_without_its_cookie_says_what_to_do(site: Client) -> None:
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/ru/request/begin/")

    assert answer.status_code == 403
    assert "Страница была открыта слишком долго" in words(answer)
    assert site


@pytest.mark.parametrize(
    ("raised", "status", "heading"),
    [
        (RuntimeError("boom"), 500, "У нас произошла ошибка"),
        (OperationalError("away"), 503, "Сайт временно недоступен"),
    ],
)
def test_what_broke_is_not_shown(
    site: Client, monkeypatch: pytest.MonkeyPatch, raised: Exception, status: int, heading: str
) -> None:
    def breaks() -> Any:  # noqa: ANN401
        raise raised

    monkeypatch.setattr(home, "the_office", breaks)
    site.raise_request_exception = False

    answer = site.get("/ru/")

    assert answer.status_code == status
    assert heading in words(answer)
    assert str(raised) not in words(answer)
    assert ("Retry-After" in answer.headers) is (status == 503)


@pytest.mark.parametrize(
    ("language", "heading", "clause"),
    [
        ("kk", "Заң бұған жол бермейді", "30-тармағы"),
        ("ru", "Закон этого не допускает", "п. 30 регламента"),
    ],
)
def test_a_refusal_of_the_law_names_the_clause_and_the_way_back(
    language: str, heading: str, clause: str
) -> None:
    with translation.override(language):
        request = RequestFactory().get("/")
        answer = errors.unlawful(request, "…", EDITION.cite(ExtensionCap), back="/back/")

    assert answer.status_code == 409
    assert heading in words(answer)
    assert clause in words(answer)
    assert f"/{language}/act/#p30" in words(answer)
    assert 'href="/back/"' in words(answer)


@pytest.mark.parametrize(
    "problem",
    [value for value in vars(errors).values() if isinstance(value, errors.Problem)],
    ids=lambda one: str(one.status),
)
def test_every_problem_is_explained_in_both_languages(problem: errors.Problem) -> None:
    said = {}
    for language in ("kk", "ru"):
        with translation.override(language):
            said[language] = [str(problem.heading), str(problem.happened), *map(str, problem.steps)]

    assert problem.steps
    assert not set(said["kk"]) & set(said["ru"])
