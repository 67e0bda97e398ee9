"""Which database an installation runs on: SQLite in `var/` by default, PostgreSQL by DATABASE_URL."""

import sys
from pathlib import Path
from typing import Any

import dj_database_url
import pysqlite3

from qabyldau.config.environment import SQLITE_NAME

# The last SQLite releases whose write-ahead log can be damaged by two connections are older than this.
SAFE_WAL = (3, 51, 3)

# Statements that come again are prepared by the server: a registration costs it a third less.
PREPARED = {
    "options": "-c lock_timeout=3000 -c statement_timeout=10000",
    "server_side_binding": True,
    "prepare_threshold": 3,
}


def use_recent_sqlite() -> None:
    """Put the bundled library in place of the system's before Django looks for it."""
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def databases(url: str, var: Path) -> dict[str, dict[str, Any]]:
    return {"default": _postgresql(url) if url else sqlite(var / SQLITE_NAME)}


def _postgresql(url: str) -> dict[str, Any]:
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=False))
    if "sqlite" in found["ENGINE"]:
        return sqlite(Path(found["NAME"]))
    found.setdefault("OPTIONS", {}).update(PREPARED)
    return found


def sqlite(path: Path) -> dict[str, Any]:
    journal = "WAL" if pysqlite3.sqlite_version_info >= SAFE_WAL else "DELETE"
    return {
        "ENGINE": "qabyldau.config.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": 10,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }
