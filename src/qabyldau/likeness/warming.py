"""Read everything once at the start: the first search of a process must not make a page wait."""

from qabyldau.likeness.lexicon import lexicon
from qabyldau.likeness.ranking import Earlier, rank
from qabyldau.likeness.tables import data


def warm() -> int:
    """Meet every word that the lexicon knows, in both languages; returns how many texts were read."""
    lexicon()
    texts = [
        words.replace("*", "").replace("!", "")
        for group in data("concepts").values()
        for both in group.values()
        for words in both
    ]
    rank(texts[0], [Earlier(place, text) for place, text in enumerate(texts)])
    return len(texts)
