"""The code of a paper: sixteen signs that nobody can guess, and as people type them."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
BITS, BYTES = 5, 10
LOOKALIKES = str.maketrans("OILОАВСЕКМНРТХ", "011" + "0ABCEKMHPTX")


def code_of(said: str) -> str:
    """Eighty bits made from the number with the installation's own key: no code tells of another one."""
    digest = hmac.new(settings.INDEX_KEY, said.encode(), hashlib.sha256).digest()
    bits = int.from_bytes(digest[:BYTES], "big")
    return "".join(ALPHABET[bits >> BITS * place & 31] for place in range(LENGTH))


def cleaned(typed: str) -> str:
    """Any case, spaces and dashes, letters that look like others."""
    return "".join(sign for sign in typed.upper().translate(LOOKALIKES) if sign in ALPHABET)
