"""`make lock`: resolve what pyproject.toml asks for, into files with hashes and without addresses."""

import subprocess
import sys

from tools import prepare
from tools.places import REQUIREMENTS, ROOT, program

FLAGS = [
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
    "--universal",
    "--python-version=3.11",
    "--quiet",
]


def lock(group: str, name: str, *words: str) -> None:
    target = str(REQUIREMENTS / name)
    subprocess.run(
        [program("uv"), "pip", "compile", *FLAGS, *words, "--group", group, "pyproject.toml", "-o", target],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        check=True,
    )


def main(words: list[str]) -> None:
    """The packages of `dev` are those of `run`, in the same versions, and the tools."""
    prepare.environment()
    prepare.packages("dev")
    lock("build", "run.txt", *words)
    lock("dev", "dev.txt", *words, "--constraint", str(REQUIREMENTS / "run.txt"))


if __name__ == "__main__":
    main(sys.argv[1:])
