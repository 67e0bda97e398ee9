"""Identification numbers at rest: encrypted, and found again only through a keyed index."""

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


class BrokenSealError(Exception):
    """A stored number does not open: another key, another row, or somebody changed it."""


def seal(number: str, *, row: str) -> str:
    """AES-256-GCM, bound to its row: a ciphertext moved to another row does not open."""
    if not number:
        return ""
    nonce = secrets.token_bytes(NONCE_BYTES)
    key_id = settings.SEAL_KEY_ID
    closed = AESGCM(settings.SEAL_KEYS[key_id]).encrypt(nonce, number.encode(), row.encode())
    return f"{key_id}:{base64.b64encode(nonce + closed).decode()}"


def opened(sealed: str, *, row: str) -> str:
    if not sealed:
        return ""
    key_id, _, body = sealed.partition(":")
    raw = base64.b64decode(body)
    try:
        cipher = AESGCM(settings.SEAL_KEYS[key_id])
        return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], row.encode()).decode()
    except (KeyError, InvalidTag) as broken:
        raise BrokenSealError(f"the seal of {row} does not open with key {key_id}") from broken


def blind_index(number: str) -> str:
    """The same number always gives the same index; without the key nothing gives the number back."""
    if not number:
        return ""
    return hmac.new(settings.INDEX_KEY, number.encode(), hashlib.sha256).hexdigest()
