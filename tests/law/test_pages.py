"""What the tables write by themselves, and that every test is filed under its clause."""

import ast
from pathlib import Path

from qabyldau.regulation.edition import numbers
from qabyldau.regulation.pages import clauses_page, lifecycle_page
from qabyldau.regulation.proofs import packaged, proofs, scan
from tests.law.given import LAW

HERE = Path(__file__).parent


def test_the_index_we_ship_names_the_tests_there_are() -> None:
    assert packaged() == proofs() == scan(HERE.parent)


def test_every_paragraph_is_proved() -> None:
    assert list(proofs()) == list(numbers(LAW))


def test_the_pages_show_every_paragraph_and_every_state() -> None:
    assert all(f"\n| {number} | " in clauses_page() for number in numbers(LAW))
    assert "registered --> review: take_up" in lifecycle_page()


def _tests() -> list[ast.FunctionDef]:
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(HERE.glob("test_*.py"))]
    found = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [node for node in found if node.name.startswith("test_")]


def _marked(test: ast.FunctionDef) -> set[str]:
    marks = [ast.unparse(mark) for mark in test.decorator_list]
    return {mark.removeprefix("pytest.mark.clause('")[:-2] for mark in marks if ".clause(" in mark}


def test_a_test_named_by_a_clause_is_marked_with_it_and_the_other_way_round() -> None:
    for test in _tests():
        head = test.name.split("_")[1]
        named = {head[1:]} if head[:1] == "p" and head[1:].isdigit() else set()

        assert _marked(test) == named, test.name
