"""How many short messages a text takes: the alphabet of GSM 03.38, or two bytes for every sign."""

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Behind an escape: two places each.
ESCAPED = frozenset("\f^{}\\[~]|€")
GSM_ALONE, GSM_JOINED = 160, 153
WIDE_ALONE, WIDE_JOINED = 70, 67


def parts(text: str) -> int:
    """As the operator bills it."""
    if set(text) <= GSM | ESCAPED:
        length = len(text) + sum(sign in ESCAPED for sign in text)
        return _count(length, GSM_ALONE, GSM_JOINED)
    return _count(len(text.encode("utf-16-be")) // 2, WIDE_ALONE, WIDE_JOINED)


def _count(length: int, alone: int, joined: int) -> int:
    return 1 if length <= alone else -(-length // joined)
