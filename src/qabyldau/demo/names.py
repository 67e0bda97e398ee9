"""Names, streets, telephones and addresses of people who do not exist."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from qabyldau.demo.library import Table, lines, part, rows, said, table
from qabyldau.regulation.words import Language, Words

SEXES = ("f", "m")
RUSSIAN_NAMES_AMONG_RUSSIAN_LETTERS = 0.55
NO_PATRONYMIC = 0.12
TAKES_AN_ENDING = ("ов", "ев", "ёв", "ин")
MAIL_DOMAINS = ("example.com", "example.org", "example.net")
DOUBLE = {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
SINGLE = dict(zip("абвгдезийклмнопрстуфхцыэёәғқңөұүіһ", "abvgdeziyklmnoprstufhcyeeagqnouuih", strict=True))
LATIN = str.maketrans({**SINGLE, **DOUBLE})


@dataclass(frozen=True, slots=True)
class Name:
    """Surname, given name and patronymic; the last may be empty."""

    surname: str
    given: str
    patronymic: str
    sex: str

    def __str__(self) -> str:
        return " ".join(piece for piece in (self.surname, self.given, self.patronymic) if piece)

    @property
    def latin(self) -> str:
        """For the part of an e-mail address before the sign."""
        return f"{self.given[0]}.{self.surname}".casefold().translate(LATIN)


@dataclass(frozen=True, slots=True)
class Place:
    """A village with its district, or a town without."""

    name: Words
    district: Words
    town: bool = False


@lru_cache(maxsize=1)
def people() -> Table:
    return table("people.toml")


def person(chance: Random, language: Language, sex: str = "") -> Name:
    """Kazakh names for letters in Kazakh; for those in Russian, names of both kinds."""
    sex = sex or chance.choice(SEXES)
    russian = language is Language.RU and chance.random() < RUSSIAN_NAMES_AMONG_RUSSIAN_LETTERS
    return _russian(chance, sex) if russian else _kazakh(chance, sex)


def _kazakh(chance: Random, sex: str) -> Name:
    shelf = part(people(), "kazakh")
    given = chance.choice(lines(shelf, "male" if sex == "m" else "female"))
    father = chance.choice(lines(shelf, "fathers"))
    patronymic = f"{father}{'ұлы' if sex == 'm' else 'қызы'}" if chance.random() > NO_PATRONYMIC else ""
    return Name(_surname(chance.choice(lines(shelf, "surnames")), sex), given, patronymic, sex)


def _russian(chance: Random, sex: str) -> Name:
    shelf, key = part(people(), "russian"), "male" if sex == "m" else "female"
    given, patronymic = (
        chance.choice(lines(shelf, key)),
        chance.choice(lines(part(shelf, "patronymics"), key)),
    )
    return Name(_surname(chance.choice(lines(shelf, "surnames")), sex), given, patronymic, sex)


def _surname(male: str, sex: str) -> str:
    return f"{male}а" if sex == "f" and male.endswith(TAKES_AN_ENDING) else male


def foreigner(country: str) -> str:
    """The invented foreigner of that country."""
    return next(said(row, "name") for row in rows(people(), "foreign") if said(row, "country") == country)


def company(chance: Random, *, farm: bool) -> str:
    """A name alone, in quotes: the form of the company is added in each language."""
    return f"«{chance.choice(lines(part(people(), 'companies'), 'farms' if farm else 'limited'))}»"


def village(chance: Random) -> Place:
    row = chance.choice(rows(part(people(), "places"), "villages"))
    district = Words(kk=said(row, "district_kk"), ru=said(row, "district_ru"))
    return Place(Words(kk=said(row, "kk"), ru=said(row, "ru")), district)


def town(chance: Random) -> Place:
    row = chance.choice(rows(part(people(), "places"), "towns"))
    return Place(Words(kk=said(row, "kk"), ru=said(row, "ru")), Words(kk="", ru=""), town=True)


def street(chance: Random) -> Words:
    places = part(people(), "places")
    kk, ru = lines(places, "streets_kk"), lines(places, "streets_ru")
    which = chance.randrange(len(kk))
    return Words(kk=kk[which], ru=ru[which])


def phone(chance: Random) -> str:
    """Of a range kept for examples: it rings nowhere."""
    return f"+7700000{chance.randint(0, 9999):04d}"


def mail(chance: Random, name: Name) -> str:
    """At a domain reserved for examples."""
    return f"{name.latin}{chance.randint(1, 99)}@{chance.choice(MAIL_DOMAINS)}"
