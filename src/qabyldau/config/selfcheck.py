"""What an installation refuses to start with: looked at before the first page is served."""

from __future__ import annotations

import os

from django.conf import settings
from django.db import connection

DURABLE = {"fsync": "on", "full_page_writes": "on"}
LOOSE_COMMITS = frozenset({"off", "local"})


class UnsafeInstallationError(Exception):
    """A setting under which accepted appeals could be lost or read by strangers."""


def require_safe() -> None:
    """Raise with every fault at once, each with what to do."""
    faults = [*_folder(), *_database(), *_production()]
    if faults:
        raise UnsafeInstallationError("\n".join(f"- {fault}" for fault in faults))


def _folder() -> list[str]:
    if os.access(settings.VAR, os.W_OK):
        return []
    return [f"{settings.VAR} cannot be written to: give the folder to this user, or set QABYLDAU_VAR"]


def _database() -> list[str]:
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [[*DURABLE, "synchronous_commit"]]
        )
        found = dict(cursor.fetchall())
    faults = [
        f"PostgreSQL has {name}={found[name]}: set it on" for name in DURABLE if found[name] != DURABLE[name]
    ]
    if found["synchronous_commit"] in LOOSE_COMMITS:
        faults.append(
            "PostgreSQL has synchronous_commit off: a talon could be given for a lost appeal; set it on"
        )
    return faults


def _production() -> list[str]:
    if not settings.PRODUCTION:
        return []
    faults = []
    if not settings.SESSION_COOKIE_SECURE:
        faults.append(
            "production is served without HTTPS: set QABYLDAU_HTTPS=1 behind a proxy with a certificate"
        )
    if not settings.CSRF_TRUSTED_ORIGINS:
        faults.append("production has no public address: set QABYLDAU_PUBLIC_URL=https://…")
    return faults
