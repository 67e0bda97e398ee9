"""Does a text say what it is about? A hint for the worker, who decides."""


def looks_empty(text: str) -> bool:
    """Whether nothing but a plea for a reception is left of the text."""
    return not text.strip()
