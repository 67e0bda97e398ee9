"""Whether the office works in emergency mode today: told on every page of both sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils import timezone

from qabyldau.calls import queries as calls

if TYPE_CHECKING:
    from qabyldau.calls.models import Emergency

register = template.Library()


@register.simple_tag(takes_context=True)
def emergency_now(context: template.Context) -> Emergency | None:
    """Of the office that the page knows; None: none is in force, or the page knows no office."""
    actor = getattr(context.get("request"), "actor", None)
    office = context.get("office")
    office_id = office.pk if office else getattr(actor, "office_id", None)
    return calls.emergency_on(office_id, timezone.localdate()) if office_id else None
