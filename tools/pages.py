"""Pages and indexes that the tables of the law write; committed, to be read without running anything."""

import sys
from collections.abc import Callable
from pathlib import Path

from qabyldau.regulation import pages, proofs
from tools.places import PACKAGE, ROOT

PAGES: dict[str, tuple[Path, Callable[[], str]]] = {
    "clauses": (ROOT / "docs" / "clauses.md", pages.clauses_page),
    "lifecycle": (ROOT / "docs" / "lifecycle.md", pages.lifecycle_page),
    "proofs": (
        PACKAGE / "regulation" / proofs.INDEX,
        lambda: proofs.as_index(proofs.scan(ROOT / "tests")),
    ),
}


def stale() -> list[str]:
    """The pages that no longer say what the tables say."""
    return [
        f"{path.relative_to(ROOT)} is out of date: run `make clauses lifecycle`"
        for path, page in PAGES.values()
        if not path.exists() or path.read_text(encoding="utf-8") != page()
    ]


def main(words: list[str]) -> int:
    """Write the pages named, or with `--check` only look."""
    if words == ["--check"]:
        found = stale()
        print("\n".join(found))
        return int(bool(found))
    for word in words:
        path, page = PAGES[word]
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
