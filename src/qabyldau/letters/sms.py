"""How many messages a text takes: Kazakh and Russian go out in UCS-2."""

ALONE = 70
JOINED = 67
ALLOWED = 2
ROOM = JOINED * ALLOWED


def units(text: str) -> int:
    """The length of a text in UCS-2 units."""
    return len(text.encode("utf-16-be")) // 2


def segments(text: str) -> int:
    """One message holds 70 units; joined messages hold 67 each."""
    length = units(text)
    return 1 if length <= ALONE else -(-length // JOINED)


def with_tail(text: str, tail: str) -> str:
    """The tail is added only where the whole still fits into the messages allowed."""
    whole = f"{text} {tail}".strip()
    return whole if units(whole) <= ROOM else text
