"""For the tracking page: what is awaited from the applicant, and to what the appeal was joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.regulation.lifecycle import State
from qabyldau.screening import queries
from qabyldau.web.screening.words import MISSING

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


def awaited(found: Appeal) -> dict[str, object]:
    request = queries.open_request(found) if found.stage is State.DATA_ASKED else None
    return {
        "wanted": request,
        "wanted_words": [MISSING[one] for one in request.lacking] if request else [],
        "joined_to": found.merged_into if found.stage is State.MERGED else None,
    }
