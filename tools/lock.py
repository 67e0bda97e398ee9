"""`make lock`: resolve what pyproject.toml asks for, into files with hashes and without addresses."""

import subprocess
import sys

from tools import prepare
from tools.places import REQUIREMENTS, ROOT, program

FLAGS = [
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--universal",
    "--python-version=3.11",
    "--quiet",
]


PROJECT = "pyproject.toml"


def lock(name: str, *words: str) -> None:
    subprocess.run(
        [program("uv"), "pip", "compile", *FLAGS, *words, "--output-file", str(REQUIREMENTS / name)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        check=True,
    )


def main(words: list[str]) -> None:
    """The packages of `dev` are those of `run`, in the same versions, and the tools."""
    prepare.environment()
    prepare.packages("dev")
    lock("run.txt", PROJECT, "--group", "build", *words)
    lock("dev.txt", PROJECT, "--group", "dev", "--constraint", str(REQUIREMENTS / "run.txt"), *words)
    lock("installer.txt", "--group", f"{PROJECT}:installer", "--constraint", str(REQUIREMENTS / "dev.txt"))


if __name__ == "__main__":
    main(sys.argv[1:])
