"""The worked examples that a lawyer checks, and the questions put to the lawyer."""

import re
from pathlib import Path

import pytest

from qabyldau.regulation import editions
from qabyldau.regulation.editions.zko_289.cases import CASES, Case
from qabyldau.regulation.norms.deadlines import Ahead, due, due_before
from tests.law.given import KZ, LAW

FOLDER = Path(editions.__file__).parent
MARK = re.compile(r"ВОПРОС (\d+)")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}-{case.event}")
def test_the_example_comes_out(case: Case) -> None:
    if issubclass(case.kind, Ahead):
        found = due_before(case.kind, case.event, LAW, KZ)
    else:
        found = due(case.kind, case.event, LAW, KZ)

    assert (found.on, found.target) == (case.on, case.target)
    assert found.citation == LAW.cite_number(case.number)


def test_every_question_in_the_tables_stands_in_the_doubts_and_the_other_way_round() -> None:
    asked = {int(one) for path in FOLDER.rglob("law.py") for one in MARK.findall(path.read_text("utf-8"))}
    doubts = (FOLDER / "zko_289" / "doubts.md").read_text("utf-8")
    listed = [int(one) for one in re.findall(r"^\| (\d+) \|", doubts, re.MULTILINE)]

    assert asked == set(listed)
    assert listed == list(range(1, len(listed) + 1))
