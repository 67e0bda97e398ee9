"""«Before you: 3, about 25 minutes», on the day itself, with the reason of the place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qabyldau.reception import queries
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.norms.queue import Precedence
from qabyldau.web.desk.rows import why

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.reception.models import Visit
    from qabyldau.reception.queries import InLine
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation

# So often the page of a person who waits is asked for anew, where scripts may not run.
ANEW_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person who came stands. `line` None: called or inside already."""

    visit: Visit
    line: InLine | None
    why: str
    citation: Citation

    @property
    def called(self) -> bool:
        return self.visit.stage == Stage.CALLED


def own_place(found: Appeal, at: datetime) -> Place | None:
    """None: this person is not at the reception now."""
    visit = queries.here(found)
    if visit is None:
        return None
    line = queries.place_of(found, at)
    return Place(visit, line, why(line.reason) if line else "", found.edition.cite(Precedence))
