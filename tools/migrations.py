"""Migrations: complete, in one line without branches, each app naming its last one in `max_migration.txt`.

Two people who add a migration at once meet in that file: the branch is seen when their work is merged.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.places import PACKAGE, ROOT, program

LAST = "max_migration.txt"


def folders() -> list[Path]:
    return sorted(folder for folder in PACKAGE.rglob("migrations") if folder.is_dir())


def names(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("[0-9]*.py"))


def problems() -> list[str]:
    return [problem for folder in folders() for problem in _problems(folder)]


def _problems(folder: Path) -> Iterator[str]:
    app, known = folder.parent.name, names(folder)
    for before, name in zip([None, *known], known, strict=False):
        if _follows(folder / f"{name}.py", app) != ([before] if before else []):
            yield f"{app}: {name} does not follow {before or 'nothing'} alone"
    noted = folder / LAST
    last = known[-1] if known else ""
    if (noted.read_text().strip() if noted.exists() else "") != last:
        yield f"{app}: {LAST} does not name {last}: run `make migrations`"


def _follows(migration: Path, app: str) -> list[str]:
    """The migrations of the same app on which this one depends."""
    for node in ast.walk(ast.parse(migration.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "dependencies":
            pairs = [ast.unparse(pair) for pair in getattr(node.value, "elts", [])]
            return [ast.literal_eval(pair)[1] for pair in pairs if pair.startswith(f"('{app}', ")]
    return []


def note_last() -> None:
    for folder in folders():
        if known := names(folder):
            (folder / LAST).write_text(f"{known[-1]}\n")


def django(*words: str) -> int:
    return subprocess.run([program("qabyldau"), "makemigrations", *words], cwd=ROOT, check=False).returncode


def main(words: list[str]) -> int:
    """`write [APP …]` makes what the models ask for and notes the last one; else only looks."""
    if words[:1] == ["write"]:
        code = django(*words[1:])
        note_last()
        return code
    found = problems()
    print("\n".join(found))
    return int(django("--check", "--dry-run") != 0 or bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
