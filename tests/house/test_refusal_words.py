"""Whatever the law refuses can be said to a person: every code in the sources has its words."""

import ast
import string
from collections.abc import Iterator, Mapping

import pytest

from qabyldau.acts.words import DAYS, FILES, LAW
from qabyldau.regulation.words import Words
from tests.house import tree

RAISED = {"UnlawfulError": LAW, "UnlawfulMoveError": LAW, "DayError": DAYS, "FileRefusedError": FILES}
OBJECTIONS = {"objection", "lacking"}


def _said(node: ast.AST) -> set[str]:
    """Every plain word among the constants below a node."""
    return {
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value.isidentifier()
    }


def _codes() -> Iterator[tuple[str, str, Mapping[str, Words]]]:
    """Each code with its place and the table that must know it."""
    for path in tree.modules():
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                for code in _said(node.args[0]) if node.args else ():
                    yield code, tree.place(path, node), RAISED[node.func.id]
            if isinstance(node, ast.FunctionDef) and node.name in OBJECTIONS:
                for answer in (one for one in ast.walk(node) if isinstance(one, ast.Return)):
                    yield from ((code, tree.place(path, node), LAW) for code in _said(answer))


def test_every_code_in_the_sources_has_its_words() -> None:
    silent = [f"{place}: {code}" for code, place, known in _codes() if code not in known]

    assert not silent


@pytest.mark.parametrize("said", [*LAW.values(), *FILES.values(), *DAYS.values()])
def test_both_languages_name_the_same_facts(said: Words) -> None:
    named = [
        {field for _, field, _, _ in string.Formatter().parse(text) if field} for text in (said.kk, said.ru)
    ]

    assert named[0] == named[1]
