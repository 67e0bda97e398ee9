"""May the term of an appeal be extended: by whom, for what reason, to what day."""

from dataclasses import dataclass
from datetime import date

from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.norms.deadlines import ExtensionCap, due
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.unlawful import UnlawfulError


@dataclass(frozen=True, slots=True)
class Extension:
    """A decision to extend: the new last day, why, and the group of the one who decided."""

    to: date
    reason: str
    decided_by: Rank


def check_extension(
    wanted: Extension, registered: date, current: date, law: Edition, calendar: WorkingCalendar
) -> None:
    """Refuse an extension that the law does not permit; `current` is the last day as it stands."""
    citation = law.cite(ExtensionCap)
    if wanted.decided_by not in law.get(ExtensionCap).decided_by:
        raise UnlawfulError("extension_by_whom", citation)
    if not wanted.reason.strip():
        raise UnlawfulError("extension_without_reason", citation)
    if wanted.to <= current:
        raise UnlawfulError("extension_not_later", citation, due=current)
    if not calendar.is_working(wanted.to):
        raise UnlawfulError("extension_to_a_day_off", citation, day=wanted.to)
    limit = due(ExtensionCap, registered, law, calendar).on
    if wanted.to > limit:
        raise UnlawfulError("extension_too_long", citation, limit=limit)
