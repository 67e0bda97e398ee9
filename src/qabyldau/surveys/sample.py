"""A sample that anybody can draw again: by a digest of seed and key, so neither order nor machine matters."""

import hashlib
from collections.abc import Iterable


def drawn(seed: str, keys: Iterable[str], size: int) -> list[str]:
    """The first `size` of all keys, as the seed shuffles them; every key is equally likely."""
    return sorted(keys, key=lambda key: (hashlib.sha256(f"{seed}|{key}".encode()).digest(), key))[:size]
