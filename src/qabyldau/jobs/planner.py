"""Let SQLite's planner look at the tables again: without figures it takes an office for ten appeals.

PostgreSQL does the same by itself.
"""

from datetime import datetime

from django.db import connection

# Rows looked at in an index: bounded, so that it takes no longer in a large table than in a small one.
LOOKED_AT = 1000
# Every table, not only those this connection has asked; analyse where that may help.
EVERYTHING = 0x10002


def learn(_at: datetime) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
            cursor.execute(f"PRAGMA optimize = {EVERYTHING}")
