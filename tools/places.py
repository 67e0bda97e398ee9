"""Where things lie in this repository and in the folder that belongs to one installation."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "qabyldau"
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
REQUIREMENTS = ROOT / "requirements"
VAR = ROOT / os.environ.get("QABYLDAU_VAR", "var")


def program(name: str) -> str:
    """A program of our own environment."""
    return str(VENV / "bin" / name)
