"""What import contracts cannot see: keys, clocks, the one writer of state, the purity of the law."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from tests.house import tree
from tools.places import PACKAGE

CLOCKS = {
    f"{owner}.{name}" for owner in ("date", "datetime", "timezone") for name in ("now", "today", "utcnow")
}
CLOCKS |= {"timezone.localdate", "time.time"}
SWITCHES = {"force", "notify", "silent", "skip_checks", "check", "validate"}


def _height(app: str) -> int:
    """0 is the highest floor."""
    return next(index for index, floor in enumerate(tree.floors()) if app in floor)


def test_even_names_of_types_come_from_below() -> None:
    """Contracts overlook what is imported for the types alone."""
    upward = [
        f"{tree.place(path, node)} {mine} imports {name}"
        for path in tree.modules()
        for name, node in tree.imported(path)
        if name.startswith("qabyldau.") and path.parent != PACKAGE
        for mine, theirs in [(path.relative_to(PACKAGE).parts[0], name.split(".")[1])]
        if theirs != mine and _height(theirs) <= _height(mine)
    ]

    assert not upward


def _our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("qabyldau.")]


def test_foreign_keys_point_down() -> None:
    wrong = [
        f"{model.__name__}.{field.name} points up to {field.related_model.__name__}"
        for model in _our_models()
        for field in model._meta.get_fields()
        if field.concrete
        and field.is_relation
        and field.related_model in _our_models()
        and _height(field.related_model._meta.app_label) < _height(model._meta.app_label)
    ]

    assert not wrong
    assert _our_models()


def _state_writes(path: Path) -> Iterator[str]:
    """Functions of a file that change the state of an appeal."""
    for function in tree.functions(path):
        for node in ast.walk(function):
            if _assigns_state(node) or _updates_state(node):
                yield f"{path.relative_to(PACKAGE)}:{function.name}"


def _assigns_state(node: ast.AST) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(target, ast.Attribute) and target.attr == "state" for target in targets)


def _updates_state(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"update", "bulk_update"}
        and any(word.arg == "state" for word in node.keywords)
    )


def test_the_state_of_an_appeal_is_written_in_one_function() -> None:
    # An offer of an hour has a state of its own.
    offers = {"replanning/actions/offering.py:drop"}
    writers = {writer for path in tree.modules() for writer in _state_writes(path)} - offers

    assert len(writers) == 1, writers
    assert writers.pop().startswith("registry/")


def test_the_law_needs_nothing_but_the_standard_library() -> None:
    foreign = [
        f"{tree.place(path, node)} imports {name}"
        for folder in ("regulation", "ports")
        for path in tree.sources(".py", under=PACKAGE / folder)
        for name, node in tree.imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith("qabyldau.regulation")
        and not name.startswith("qabyldau.ports")
    ]

    assert not foreign


def test_only_edges_ask_the_clock() -> None:
    asked = [
        tree.place(path, node)
        for path in tree.modules(of_edges=False)
        for node in ast.walk(tree.parsed(path))
        if (isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS)
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "now")
        or (isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"})
    ]

    assert not asked


def test_no_argument_switches_a_check_off() -> None:
    switches = [
        f"{tree.place(path, argument)} {function.name}({argument.arg})"
        for path in tree.modules()
        for function in tree.functions(path)
        for argument in (*function.args.args, *function.args.kwonlyargs)
        if argument.arg in SWITCHES
    ]

    assert not switches


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("migrations/0*.py")), ids=tree.place)
def test_a_migration_imports_nothing_of_ours(path: Path) -> None:
    assert not [name for name, _ in tree.imported(path) if name.startswith("qabyldau")]
