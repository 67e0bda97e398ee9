"""Dense numbers of an office and year, and the secret of a talon."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection

from qabyldau.registry.models import Counter

if TYPE_CHECKING:
    from qabyldau.people.models import Office

# Crockford's alphabet: no letter that is read as a digit. Eight signs are 40 bits.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_LENGTH = 8
LOOKALIKES = str.maketrans(
    {
        "O": "0",
        "I": "1",
        "L": "1",
        "О": "0",
        "А": "A",
        "В": "B",
        "С": "C",
        "Е": "E",
        "К": "K",
        "М": "M",
        "Н": "H",
        "Р": "P",
        "Т": "T",
        "Х": "X",
    }
)


def take_number(office: Office, day: date, series: str = "appeal") -> tuple[str, int]:
    """The next number and its counter. Locks the office's row until commit: take it late."""
    table = Counter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (office_id, series, year, value) VALUES (%s, %s, %s, 1) "  # noqa: S608
            f"ON CONFLICT (office_id, series, year) DO UPDATE SET value = {table}.value + 1 RETURNING value",
            [office.pk, series, day.year],
        )
        counter = int(cursor.fetchone()[0])
    return office.number_form.format(prefix=office.prefix, year=day.year, counter=counter), counter


def new_secret() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))


def secret_digest(typed: str) -> str:
    """Of a code as a person types it: any case, spaces and dashes, look-alike letters."""
    plain = "".join(typed.upper().translate(LOOKALIKES).split()).replace("-", "")
    return hashlib.sha256(f"talon|{plain}".encode()).hexdigest()
