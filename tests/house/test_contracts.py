"""The import contracts hold, and each of them really catches what it forbids."""

import subprocess
from pathlib import Path

import pytest

from tests.house import tree
from tools.places import ROOT, program

# Contract -> the file that breaks it, and the import that it hides inside a function.
BREACHES = {
    "floors": [
        ("people/queries.py", "qabyldau.registry"),
        ("web/errors.py", "qabyldau.api"),
        ("stray/__init__.py", "qabyldau.people"),
    ],
    "law-knows-no-framework": [
        ("regulation/norms/queue.py", "django.utils"),
        ("ports/delivery.py", "django.db"),
    ],
    "inside-the-law": [
        ("regulation/terms.py", "qabyldau.regulation.editions"),
        ("regulation/stray.py", "qabyldau.regulation.words"),
    ],
    "gateway-knows-its-port": [
        ("gateways/log.py", "qabyldau.outbox"),
        ("gateways/mail.py", "qabyldau.people"),
    ],
    "tables-of-people": [("registry/intake.py", "qabyldau.people.models")],
    "tables-of-journal": [("registry/moves.py", "qabyldau.journal.models")],
    "tables-of-worktime": [("review/actions.py", "qabyldau.worktime.models")],
    "tables-of-outbox": [("web/errors.py", "qabyldau.outbox.models")],
    "tables-of-registry": [("review/actions.py", "qabyldau.registry.models")],
    "tables-of-exchange": [("web/errors.py", "qabyldau.exchange.models")],
    "tables-of-schedule": [("review/actions.py", "qabyldau.schedule.models")],
    "tables-of-review": [("web/errors.py", "qabyldau.review.models")],
    "tables-of-reception": [("api/errors.py", "qabyldau.reception.models")],
}

# The tables of every later room: the same breach, through the front door.
BREACHES |= {
    name: [("web/errors.py", contract["protected_modules"][0])]
    for contract in tree.contracts()
    if (name := contract["id"]) not in BREACHES
}


def _lint(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program("lint-imports"), "--no-logo", "--no-cache", *words],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """Our package with every module that the contracts name, all empty, under the same contracts."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    inner = next(contract["layers"] for contract in tree.contracts() if contract["id"] == "inside-the-law")
    names = [name for floor in tree.floors() for name in floor]
    names += [f"regulation/{name.strip()}" for layer in inner for name in layer.split("|")]
    for name in ("", *names):
        folder = tmp_path / "qabyldau" / name
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    for contract in tree.contracts():
        for module in contract.get("protected_modules", ()):
            (tmp_path / module.replace(".", "/")).with_suffix(".py").touch()
    return tmp_path


def test_our_imports_keep_every_contract() -> None:
    found = _lint(ROOT)

    assert found.returncode == 0, found.stdout


def test_a_package_without_a_breach_is_let_through(skeleton: Path) -> None:
    found = _lint(skeleton)

    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("contract", [contract["id"] for contract in tree.contracts()])
def test_each_contract_catches_a_hidden_import(contract: str, skeleton: Path) -> None:
    for file, wanted in BREACHES[contract]:
        bad = skeleton / "qabyldau" / file
        bad.parent.mkdir(exist_ok=True)
        bad.write_text(f"def hidden():\n    import {wanted}\n")

        found = _lint(skeleton, "--contract", contract)

        assert found.returncode == 1, f"{contract} let {file} import {wanted}:\n{found.stdout}"
        assert "BROKEN" in found.stdout
        bad.unlink()
