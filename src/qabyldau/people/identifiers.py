"""ИИН and БИН: twelve digits with a check digit; what is odd about them is a warning, never a refusal.

The rules: orders № 521 (29.06.2023) and № 423 (27.06.2023). Only the check digit binds; a date that
does not exist was given out in the past and stays valid.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LENGTH = 12
FIRST_PASS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_PASS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
NO_DIGIT = 10
CENTURIES = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}


class Fault(StrEnum):
    """Why a number cannot be one."""

    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    CHECK_DIGIT = "check_digit"


class Oddity(StrEnum):
    """What is unusual about a valid number."""

    NO_SUCH_DATE = "no_such_date"
    CENTURY_UNKNOWN = "century_unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as typed, cleaned of spaces: `fault` refuses it, `oddity` only warns."""

    number: str
    fault: Fault | None = None
    oddity: Oddity | None = None
    born: date | None = None

    @property
    def valid(self) -> bool:
        return self.fault is None


def cleaned(typed: str) -> str:
    return re.sub(r"[\s\u00a0\u202f-]", "", typed)


def check_digit(first_eleven: str) -> int:
    """The twelfth digit; 10 means that this number was never issued."""
    digits = [int(one) for one in first_eleven]
    for weights in (FIRST_PASS, SECOND_PASS):
        rest = sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if rest != NO_DIGIT:
            return rest
    return NO_DIGIT


def fault(number: str) -> Fault | None:
    if not re.fullmatch(r"[0-9]+", number):
        return Fault.NOT_DIGITS
    if len(number) != LENGTH:
        return Fault.LENGTH
    return None if check_digit(number[:-1]) == int(number[-1]) else Fault.CHECK_DIGIT


def read_iin(typed: str) -> Reading:
    """A person's number: YYMMDD, century and sex, serial, check digit."""
    number = cleaned(typed)
    if found := fault(number):
        return Reading(number, fault=found)
    century = CENTURIES.get(int(number[6]))
    if century is None:
        return Reading(number, oddity=Oddity.CENTURY_UNKNOWN)
    try:
        return Reading(number, born=date(century + int(number[:2]), int(number[2:4]), int(number[4:6])))
    except ValueError:
        return Reading(number, oddity=Oddity.NO_SUCH_DATE)


def read_bin(typed: str) -> Reading:
    """A company's number: YYMM of registration, kind, serial, check digit."""
    number = cleaned(typed)
    return Reading(number, fault=fault(number))


def masked(number: str) -> str:
    """Fit for a screen: only the last four digits."""
    return f"{'•' * (len(number) - 4)}{number[-4:]}" if number else ""
