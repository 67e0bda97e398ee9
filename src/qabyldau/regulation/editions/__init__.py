"""Every edition we know, by office, and which one governs a given day."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions.appk_350 import law as appk_350
from qabyldau.regulation.editions.zko_289 import law as zko_289
from qabyldau.regulation.words import Words

OFFICES: dict[str, tuple[Edition, ...]] = {
    "zko": (zko_289.EDITION_1, zko_289.EDITION_2),
}
BENEATH = (appk_350.EDITION,)


class NoLawError(LookupError):
    """No edition we know governs that office on that day, or no such edition is known."""


class UnknownOfficeError(NoLawError):
    """No regulation of such an office is held."""


@dataclass(frozen=True, slots=True)
class Governing:
    """The edition an office works by on a day. `repealed_by` is the act that ended it, once it has."""

    edition: Edition
    number: int
    in_force: bool
    repealed_by: Words | None

    @property
    def label(self) -> str:
        """The number of the edition in force, or `repealed`."""
        return str(self.number) if self.in_force else "repealed"


def governing(office: str, on: date) -> Governing:
    """The edition in force; after the repeal the last one, as the office's own profile."""
    known = editions_of(office)
    for number, edition in enumerate(known, start=1):
        if edition.in_force(on):
            return Governing(edition, number, in_force=True, repealed_by=None)
    if on < known[0].since:
        raise NoLawError(
            f"No regulation of {office} is known for {on}: its first edition is of {known[0].since}"
        )
    _forbid_gap(office, on, known)
    return Governing(known[-1], len(known), in_force=False, repealed_by=known[-1].repealed_by)


def _forbid_gap(office: str, on: date, known: tuple[Edition, ...]) -> None:
    """Between two editions nothing may be guessed: the tables are wrong, and say where."""
    for earlier, later in pairwise(known):
        if earlier.until is not None and earlier.until <= on < later.since:
            raise NoLawError(
                f"No edition of {office} governs {on}: {earlier.code} ends on {earlier.until} and "
                f"{later.code} begins on {later.since}. Mend the days in their law.py"
            )


def editions_of(office: str) -> tuple[Edition, ...]:
    if office not in OFFICES:
        raise UnknownOfficeError(f"No office {office!r} is known; known are: {', '.join(OFFICES)}")
    return OFFICES[office]


def every_edition() -> tuple[Edition, ...]:
    """All tables we hold: the acts beneath, then the offices' own."""
    return (*BENEATH, *(edition for known in OFFICES.values() for edition in known))


def by_code(code: str) -> Edition:
    """The edition of this code, of an office or of an act beneath."""
    for edition in every_edition():
        if edition.code == code:
            return edition
    raise NoLawError(f"No edition {code!r} is known")
