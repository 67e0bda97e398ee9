"""The API says of itself what it does, with an example for every operation."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from pydantic import BaseModel
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from qabyldau.acts import ACTS
from qabyldau.api import examples
from qabyldau.api.appeals import Page
from qabyldau.api.doing import DoneOut, OffersOut
from qabyldau.api.problems import MEDIA_TYPE, Problem
from qabyldau.api.registration import TalonOut
from qabyldau.api.shapes import AppealCard
from qabyldau.api.statement import AppealIn
from tools.places import PACKAGE

SHAPES: list[tuple[type[BaseModel], object]] = [
    (AppealIn, examples.APPEAL),
    (TalonOut, examples.TALON),
    (Page, {"items": [examples.ROW], "next": None}),
    (AppealCard, examples.CARD),
    (OffersOut, examples.OFFERS),
    (DoneOut, examples.DONE),
    (Problem, examples.PROBLEM),
    (Problem, examples.WRONG_FIELD),
]


# Where an act is done outside the catalogue: by the applicant, and while the talon of a letter is printed.
DIRECT = {
    "web/consideration/hearing.py",
    "web/public/track/withdraw.py",
    "web/staff/register/talon.py",
}


@pytest.fixture
def described() -> dict[str, Any]:
    answer = Client().get("/api/v1/openapi.json", headers={"Accept-Language": "ru"})
    found: dict[str, Any] = json.loads(answer.content)
    return found


def operations(described: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in described["paths"].values():
        yield from path.values()


def test_the_description_is_the_one_agreed_on(described: dict[str, Any], snapshot: SnapshotAssertion) -> None:
    """Changed on purpose? `pytest tests/api/test_openapi.py --snapshot-update` writes it anew."""
    assert described == snapshot(extension_class=JSONSnapshotExtension)


def test_it_describes_every_operation_asked_for(described: dict[str, Any]) -> None:
    found = {f"{method} {path}" for path, methods in described["paths"].items() for method in methods}

    assert found == {
        "post /api/v1/appeals",
        "get /api/v1/appeals",
        "get /api/v1/appeals/{number}",
        "get /api/v1/appeals/{number}/acts",
        "post /api/v1/appeals/{number}/acts/{act}",
    }


def test_every_answer_and_every_body_has_an_example(described: dict[str, Any]) -> None:
    bodies = [one["requestBody"] for one in operations(described) if "requestBody" in one]
    answers = [answer for one in operations(described) for answer in one["responses"].values()]

    for told in (*bodies, *answers):
        (content,) = told["content"].values()
        assert content.get("example") or content.get("examples")


def test_every_error_is_a_declared_problem_document(described: dict[str, Any]) -> None:
    for one in operations(described):
        errors = {code: answer for code, answer in one["responses"].items() if code >= "400"}
        assert {"401", "503"} <= set(errors)
        for answer in errors.values():
            assert answer["content"][MEDIA_TYPE]["schema"]["$ref"].endswith("/Problem")


def test_every_operation_asks_for_a_token(described: dict[str, Any]) -> None:
    assert all(one["security"] == [{"Bearer": []}] for one in operations(described))


@pytest.mark.parametrize(("shape", "example"), SHAPES, ids=lambda given: getattr(given, "__name__", ""))
def test_the_examples_are_true(shape: type[BaseModel], example: object) -> None:
    assert shape.model_validate(example)


def test_the_acts_described_are_those_of_the_catalogue(described: dict[str, Any]) -> None:
    perform = described["paths"]["/api/v1/appeals/{number}/acts/{act}"]["post"]
    (act,) = [one for one in perform["parameters"] if one["name"] == "act"]
    content = perform["requestBody"]["content"]["application/json"]

    assert act["schema"]["enum"] == list(ACTS)
    assert set(content["examples"]) == set(ACTS)
    named = {one["$ref"].rsplit("/", 1)[1] for one in content["schema"]["anyOf"]}
    assert named == {row.input.__name__ for row in ACTS.values()}


def test_pages_and_api_do_the_acts_of_the_catalogue_in_one_way() -> None:
    """An act that stands in the catalogue is done by `perform` alone, from the pages and from here."""
    names = "|".join(ACTS)
    past = re.compile(rf"\b(?:review|reception|registry)\.(?:{names})\(")

    around = [
        f"{path.relative_to(PACKAGE)}: {found.group()}"
        for edge in ("web", "api")
        for path in sorted((PACKAGE / edge).rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in DIRECT
        and (found := past.search(path.read_text(encoding="utf-8")))
    ]

    assert not around
