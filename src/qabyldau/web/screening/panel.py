"""What screening adds to the page of an appeal: awaited, passed on, joined, not reached."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qabyldau.competence import subject_of
from qabyldau.people import settings
from qabyldau.registry import queries as registry
from qabyldau.screening import queries as screening
from qabyldau.web.screening.evidence import WHY
from qabyldau.web.screening.words import CONTACT_WAYS, MISSING, REACHED, SCOPES

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.screening.models import DataRequest

NAMES_SHOWN = 30


def of(found: Appeal, actor: Actor, today: date) -> dict[str, object]:
    """Of other appeals only those that this person may read."""
    readable = registry.visible_to(actor)
    tries = list(screening.attempts(found))
    double = screening.likely_double(found)
    seen = double if double and readable.filter(pk=double.appeal.pk).exists() else None
    names = list(found.co_applicants.order_by("place"))
    return {
        "subject": subject_of(found.subject) if found.subject else None,
        "data_requests": [_request(one, today) for one in screening.requests(found)],
        "redirections": [(one, SCOPES.get(one.scope, one.scope)) for one in screening.redirections(found)],
        "tries": [(one, CONTACT_WAYS[one.way], REACHED[one.result]) for one in tries],
        "vain": screening.vain(found) if tries else 0,
        "tries_allowed": settings.of(found.office_id).contact_tries if tries else 0,
        "unreachable": bool(tries) and screening.is_unreachable(found),
        "double": seen,
        "double_percent": round(100 * seen.repeat.match.score) if seen else 0,
        "double_why": [WHY[one] for one in seen.repeat.person.why] if seen else [],
        "joined": readable.filter(pk__in=screening.joined(found).values("pk")),
        "names": names[:NAMES_SHOWN],
        "names_beyond": max(0, len(names) - NAMES_SHOWN),
        "signed_count": sum(one.signed for one in names),
        "names_count": len(names),
    }


def _request(one: DataRequest, today: date) -> dict[str, object]:
    return {
        "row": one,
        "missing": [MISSING[code] for code in one.lacking],
        "late": one.supplied_at is None and one.until < today,
    }
