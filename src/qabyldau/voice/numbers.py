"""Numbers as they are said: 1 to 999, word by word, so that every word is one clip."""

from qabyldau.regulation.words import Language

LARGEST = 999
KK_ONES = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
KK_TENS = ("он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
KK_HUNDRED = "жүз"
RU_ONES = ("один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять")
RU_TEENS = (
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
)
RU_TENS = (
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
)
RU_HUNDREDS = (
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
)
TEENS = range(10, 20)
WORDS = {
    Language.KK: (*KK_ONES, *KK_TENS, KK_HUNDRED),
    Language.RU: (*RU_ONES, *RU_TEENS, *RU_TENS, *RU_HUNDREDS),
}


def spoken(number: int, language: Language) -> list[str]:
    """The words of a number, 1 to 999."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no words for {number}: a day has numbers from 1 to {LARGEST}")
    hundreds, rest = divmod(number, 100)
    return _kazakh(hundreds, rest) if language is Language.KK else _russian(hundreds, rest)


def _kazakh(hundreds: int, rest: int) -> list[str]:
    tens, ones = divmod(rest, 10)
    words = [KK_ONES[hundreds - 1]] if hundreds > 1 else []
    words += [KK_HUNDRED] if hundreds else []
    words += [KK_TENS[tens - 1]] if tens else []
    return words + ([KK_ONES[ones - 1]] if ones else [])


def _russian(hundreds: int, rest: int) -> list[str]:
    words = [RU_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest in TEENS:
        return [*words, RU_TEENS[rest - TEENS.start]]
    tens, ones = divmod(rest, 10)
    words += [RU_TENS[tens - 2]] if tens else []
    return words + ([RU_ONES[ones - 1]] if ones else [])
