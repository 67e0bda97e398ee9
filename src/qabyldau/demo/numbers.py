"""Invented identification numbers: their check digits are right, their owners cannot exist."""

from random import Random

from qabyldau.people.identifiers import NO_DIGIT, check_digit

CENTURY_AND_SEX = {"m": 3, "f": 4}
RESIDENT = 4
HEAD, FARM = 0, 4


def iin(chance: Random, sex: str) -> str:
    """A person born between 1901 and 1909: nobody alive bears it."""
    while True:
        born = f"{chance.randint(1, 9):02d}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
        number = _closed(f"{born}{CENTURY_AND_SEX[sex]}{chance.randint(1, 9999):04d}")
        if number:
            return number


def company_number(chance: Random, *, farm: bool) -> str:
    """A БИН of a company said to be registered in the 1980s, when there were none."""
    while True:
        since = f"{chance.randint(80, 89)}{chance.randint(1, 12):02d}"
        kind = FARM if farm else HEAD
        number = _closed(f"{since}{RESIDENT}{kind}{chance.randint(1, 99999):05d}")
        if number:
            return number


def _closed(first_eleven: str) -> str:
    """With its check digit; empty when such a number is never issued."""
    last = check_digit(first_eleven)
    return "" if last == NO_DIGIT else f"{first_eleven}{last}"
