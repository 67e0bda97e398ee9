"""What keeps typed words when the connection drops: the key they are sealed with in the browser.

It belongs to one person and one day, and stands in no storage of the browser: whoever opens that storage
later finds nothing to read. See docs/decisions/0017-words-kept-in-the-room.md.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import date

from django.utils.crypto import salted_hmac

SALT = "qabyldau.room"


def key(user_id: int | None, day: date) -> str:
    """For AES-GCM: 32 bytes in base64."""
    made = salted_hmac(SALT, f"{user_id}:{day.isoformat()}", algorithm=hashlib.sha256().name)
    return base64.b64encode(made.digest()).decode()
