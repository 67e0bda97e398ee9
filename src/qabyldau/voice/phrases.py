"""The sentence of a call, as clips: attention, the number, the place."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from qabyldau.regulation.words import Language, Words
from qabyldau.voice.numbers import LARGEST, WORDS, spoken

ATTENTION = Words(kk="Назар аударыңыз", ru="Внимание")
NUMBER = Words(kk="нөмірі", ru="номер")
UNFIT = re.compile(r'[\\/:*?"<>|\s]+')
GO_TO = Words(kk="қабылдау орны", ru="пройдите")


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording: its language, the name of its file, and what it says."""

    language: Language
    name: str
    text: str

    @property
    def file(self) -> str:
        """What a person calls the file that they record these words into."""
        return f"{self.language}-{UNFIT.sub('_', self.text)}.wav"


def _clip(language: Language, text: str) -> Clip:
    """The name is made from the text: the same words are one file, and no name needs a Cyrillic letter."""
    digest = hashlib.sha256(text.casefold().encode()).hexdigest()
    return Clip(language, digest[:16], text)


def place(words: Words, language: Language) -> Clip:
    return _clip(language, words[language])


def fixed() -> Iterator[Clip]:
    """Every clip but the places: the same in every office."""
    for language in Language:
        for text in (ATTENTION[language], NUMBER[language], GO_TO[language], *WORDS[language]):
            yield _clip(language, text)


def trial() -> Clip:
    """What is played to hear whether there is a sound at all."""
    return _clip(Language.KK, ATTENTION[Language.KK])


def call(ticket: int, where: Words) -> list[Clip]:
    """One call in both languages, one after another; a number beyond words is only shown."""
    if ticket > LARGEST:
        return []
    return [clip for language in Language for clip in _said(ticket, where, language)]


def _said(ticket: int, where: Words, language: Language) -> Iterator[Clip]:
    for text in (ATTENTION[language], NUMBER[language], *spoken(ticket, language), GO_TO[language]):
        yield _clip(language, text)
    yield place(where, language)
