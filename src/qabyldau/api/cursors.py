"""Pages that stay in place while rows are added: a cursor names the last row seen."""

import base64
import binascii

from pydantic_core import PydanticCustomError

PAGE, LONGEST_PAGE = 50, 100
HIGHEST = 2**63


def cursor_of(pk: int) -> str:
    return base64.urlsafe_b64encode(f"after:{pk}".encode()).decode().rstrip("=")


def row_of(cursor: str) -> int:
    """The row a cursor names; 0 for anything that we did not make."""
    try:
        plain = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return 0
    word, _, number = plain.partition(":")
    made = word == "after" and number.isdecimal() and 0 < int(number) < HIGHEST
    return int(number) if made else 0


def known(cursor: str | None) -> str | None:
    if cursor is not None and not row_of(cursor):
        raise PydanticCustomError("cursor", "{code}", {"code": "cursor"})
    return cursor
