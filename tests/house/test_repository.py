"""What a newcomer relies on: the Makefile lists itself, the README tells the truth, the locks are tight."""

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from django.core.management import get_commands

from qabyldau.config.cli import QUESTIONS
from tests.house import tree
from tools import migrations, pages
from tools.places import REQUIREMENTS, ROOT

TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
READMES = sorted(ROOT.glob("README*.md"))
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))


def _targets() -> set[str]:
    return set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))


def test_make_help_lists_every_task() -> None:
    help_page = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"make ([a-z]+) ", help_page)) == _targets()


def test_every_task_is_phony() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert phony
    assert set(phony.group(1).split()) == _targets()


def test_there_is_a_readme_in_every_language() -> None:
    assert {path.name for path in READMES} == {"README.md", "README.ru.md", "README.kk.md"}


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_the_commands_of_a_readme_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    known = {name.replace("_", "-") for name in get_commands()} | QUESTIONS

    assert "make run" in text
    assert not [name for name in re.findall(r"\bmake ([a-z]+)", _code(text)) if name not in _targets()]
    assert not [name for name in re.findall(r"\bqabyldau ([a-z-]+)", _code(text)) if name not in known]


def _code(text: str) -> str:
    """The parts of a page that are meant to be typed."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))])


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_hashes(path: Path) -> None:
    packages = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())

    assert packages
    assert all("==" in package and "--hash=sha256:" in package for package in packages)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_an_address(path: Path) -> None:
    assert not re.search(r"https?:|file:|^--|@ ", path.read_text(encoding="utf-8"), re.MULTILINE)


def _locked(name: str) -> set[str]:
    return set(re.findall(r"^\S+==\S+", (REQUIREMENTS / name).read_text(encoding="utf-8"), re.MULTILINE))


def test_tests_run_on_the_versions_of_the_product() -> None:
    assert _locked("run.txt") <= _locked("dev.txt")


def test_everything_we_ask_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[\[<>=]", wanted)[0] for wanted in project["dependencies"]}

    assert asked <= {package.split("==")[0].split("[")[0] for package in _locked("run.txt")}


def _brought_by(*groups: list[object]) -> set[str]:
    """The top-level modules of the packages asked for in pyproject.toml."""
    asked = {_name(wanted) for group in groups for wanted in group if isinstance(wanted, str)}
    brought = metadata.packages_distributions()
    return {module for module, owners in brought.items() if asked & {_name(owner) for owner in owners}}


def _name(package: str) -> str:
    return re.split(r"[\[<>=]", package)[0].lower().replace("_", "-")


def _foreign(*folders: str) -> set[str]:
    # `_typeshed` is no package: type checkers bring it.
    ours = {"qabyldau", "tests", "tools", "_typeshed", *sys.stdlib_module_names}
    names = (
        name
        for folder in folders
        for path in tree.sources(".py", under=ROOT / folder)
        for name, _ in tree.imported(path)
    )
    return {name.split(".")[0] for name in names} - ours


def test_what_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    product, dev = project["project"]["dependencies"], project["dependency-groups"]["dev"]

    assert _foreign("src") <= _brought_by(product)
    assert _foreign("tests", "tools") <= _brought_by(product, dev)


def test_migrations_stand_in_one_line() -> None:
    assert not migrations.problems()


def test_the_pages_written_by_the_tables_are_up_to_date() -> None:
    assert not pages.stale()
