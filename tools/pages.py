"""`make clauses`, `make lifecycle`: write the pages that the tables of the law make, or check them."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from qabyldau.regulation.pages import clauses_page, lifecycle_page
from qabyldau.regulation.proofs import INDEX, as_index, scan
from tools.places import PACKAGE, ROOT


def proofs_index() -> str:
    """What `qabyldau clause` reads where the tests are not at hand."""
    return as_index(scan(ROOT / "tests"))


PAGES: Mapping[str, Mapping[Path, Callable[[], str]]] = {
    "clauses": {
        ROOT / "docs" / "clauses.md": clauses_page,
        PACKAGE / "regulation" / INDEX: proofs_index,
    },
    "lifecycle": {ROOT / "docs" / "lifecycle.md": lifecycle_page},
}


def stale() -> list[str]:
    """The pages that no longer say what the tables say, with the task that mends each."""
    return [
        f"{path.relative_to(ROOT)} is out of date: make {task}"
        for task, pages in PAGES.items()
        for path, made in pages.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != made()
    ]


def write(task: str) -> None:
    for path, made in PAGES[task].items():
        path.write_text(made(), encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")


def main(words: list[str]) -> int:
    """`--check`, or the names of the tasks whose pages to write."""
    if words == ["--check"]:
        found = stale()
        print("\n".join(found) or "The generated pages are up to date.")
        return int(bool(found))
    for task in words or PAGES:
        write(task)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
