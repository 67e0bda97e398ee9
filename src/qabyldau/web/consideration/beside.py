"""What stands on the appeal's page about the consideration: materials, versions of the note, hearings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qabyldau.materials import queries as materials
from qabyldau.review import notes
from qabyldau.web.consideration.words import HEARINGS, POSITIONS, SILENT
from qabyldau.web.materials.rows import row

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.calendar import WorkingCalendar


def of(appeal: Appeal, today: date, calendar: WorkingCalendar) -> dict[str, object]:
    versions = notes.versions(appeal)
    last = versions[-1] if versions else None
    return {
        "materials": [row(one, today, calendar) for one in materials.of_appeal(appeal)],
        "versions": versions,
        "agreements": [
            (one, POSITIONS.get(one.position, SILENT)) for one in (notes.agreements(last) if last else [])
        ],
        "note_due": notes.note_due(appeal) if last and not last.submitted_at else None,
        "hearings": [(one, HEARINGS[one.state]) for one in notes.hearings(appeal)],
    }
