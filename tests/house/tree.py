"""The sources as the house rules read them."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tools.places import PACKAGE, ROOT

EDGES = ("config", "web", "api", "jobs", "gateways", "demo")


@cache
def settings_of_tools() -> dict[str, Any]:
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"])


def contracts() -> list[dict[str, Any]]:
    return list(settings_of_tools()["importlinter"]["contracts"])


def floors() -> list[list[str]]:
    """Top to bottom; neighbours share a floor."""
    layers = next(contract["layers"] for contract in contracts() if contract["id"] == "floors")
    return [[name.strip(" ()") for name in layer.split("|")] for layer in layers]


def sources(*suffixes: str, under: Path = PACKAGE) -> list[Path]:
    return [path for path in sorted(under.rglob("*")) if path.suffix in suffixes and path.is_file()]


def modules(*, of_edges: bool = True) -> list[Path]:
    """The Python of the product, without migrations; if asked, without the edges."""
    return [
        path
        for path in sources(".py")
        if "migrations" not in path.parts
        and (of_edges or path.relative_to(PACKAGE).parts[0] not in (*EDGES, "__init__.py"))
    ]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.AST | None = None) -> str:
    line = f":{getattr(node, 'lineno', 0)}" if node else ""
    return f"{path.relative_to(ROOT)}{line}"


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def docstrings(path: Path) -> set[ast.AST]:
    """The constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found: set[ast.AST] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr):
            found.add(node.body[0].value)
    return found


def imported(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node
