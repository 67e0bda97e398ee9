"""Sentences of the acts in the language of the page."""

from django.utils.translation import get_language

from qabyldau.acts import words
from qabyldau.regulation.unlawful import UnlawfulError


def law_message(refused: UnlawfulError) -> str:
    """Why the law does not allow it; the clause stands in `refused.citation`."""
    return words.law_message(refused, get_language() or "kk")


def law_words(code: str) -> str:
    """The same for an offer of `acts.offers`, which knows only the code."""
    return words.law_message(UnlawfulError(code), get_language() or "kk")
