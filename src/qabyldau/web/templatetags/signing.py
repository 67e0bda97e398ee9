"""What pages ask about signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from qabyldau.signatures import queries, verifying
from qabyldau.signatures.kinds import Paper
from qabyldau.web.signing.papers import PAPERS

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

register = template.Library()


@register.simple_tag
def signing_is_connected() -> bool:
    return verifying.is_connected()


@register.simple_tag
def signatures_of(appeal: Appeal) -> list[dict[str, object]]:
    """What was signed about an appeal, in order."""
    rows = queries.about(appeal.office_id, appeal.key)
    return [{"row": row, "paper": PAPERS[Paper(row.paper)]} for row in rows]


@register.simple_tag
def signed_statement(appeal: Appeal) -> object:
    """The signature under the appeal itself; None: it was not signed."""
    return queries.about(appeal.office_id, appeal.key).filter(paper=Paper.STATEMENT).first()
