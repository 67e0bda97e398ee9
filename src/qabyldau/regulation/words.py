"""The two languages of the law, and a wording that exists in both."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The state language and Russian: what an applicant may choose between."""

    KK = "kk"
    RU = "ru"


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in Kazakh and in Russian; neither may be missing."""

    kk: str
    ru: str

    def __getitem__(self, language: Language | str) -> str:
        return self.kk if Language(language) is Language.KK else self.ru

    def fill(self, **values: object) -> "Words":
        """Both wordings with their named places filled in."""
        return Words(kk=self.kk.format(**values), ru=self.ru.format(**values))
