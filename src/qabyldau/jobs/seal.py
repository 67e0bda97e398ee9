"""Write the signed checkpoint of every journal to a file outside the database."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from qabyldau.journal import checkpoints


def key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.CHECKPOINT_KEY)


def seal(at: datetime) -> int:
    return checkpoints.write(settings.CHECKPOINTS, key(), at=at)
