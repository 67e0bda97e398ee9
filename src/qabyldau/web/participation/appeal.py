"""What the page of an appeal shows of central bodies and of what a foreigner needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.participation import queries
from qabyldau.regulation.norms.deadlines import ExtensionCap
from qabyldau.regulation.norms.reception import CentralRequest, Citizenship, SecrecyRegime
from qabyldau.web.participation.words import CENTRAL, MARKS, READY

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal


def panel(found: Appeal) -> dict[str, object]:
    law = found.edition
    is_foreign = queries.citizenship(found) is not Citizenship.CITIZEN
    interpreter = queries.interpreter(found) if is_foreign else None
    return {
        "central_requests": [
            (one, CENTRAL[one.answer], MARKS.get(one.answer, "tag--bad")) for one in queries.central(found)
        ],
        "central_clause": law.cite(CentralRequest),
        "extension_clause": law.cite(ExtensionCap) if law.has(ExtensionCap) else None,
        "is_foreign": is_foreign,
        "regime": queries.regime(found) if is_foreign else None,
        "regime_clause": law.cite(SecrecyRegime),
        "interpreter": interpreter,
        "interpreter_ready": READY[interpreter.ready] if interpreter else "",
        "treaty": queries.treaty_note(found) if is_foreign else None,
    }
