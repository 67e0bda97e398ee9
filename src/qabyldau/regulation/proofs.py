"""Which tests prove which paragraph: found in the checkout, or read from the index we ship."""

import json
import re
from functools import cache
from importlib import resources
from pathlib import Path

PROJECT = Path(__file__).parents[3]
NAMED = re.compile(r"^\s*def (?P<name>test_p(?P<number>\d+)_\w+)", re.MULTILINE)
INDEX = "proofs.json"

Proofs = dict[str, list[str]]


def scan(tests: Path) -> Proofs:
    """`test_p29_…` anywhere under `tests`, as `file::name`, by paragraph in the order of the law."""
    found: Proofs = {}
    for path in sorted(tests.rglob("test_*.py")):
        place = path.relative_to(tests.parent).as_posix()
        for hit in NAMED.finditer(path.read_text(encoding="utf-8")):
            found.setdefault(hit["number"], []).append(f"{place}::{hit['name']}")
    return {number: found[number] for number in sorted(found, key=int)}


@cache
def proofs() -> Proofs:
    """By paragraph; the tests themselves where they are at hand."""
    tests = PROJECT / "tests"
    return scan(tests) if (tests / "law").is_dir() else packaged()


def packaged() -> Proofs:
    index = resources.files("qabyldau.regulation") / INDEX
    found: Proofs = json.loads(index.read_text(encoding="utf-8"))
    return found


def as_index(found: Proofs) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
