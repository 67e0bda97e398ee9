"""Where a message stands, in words and as a sign."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django import template

from qabyldau.web.components import Shape
from qabyldau.web.delivery.words import SHAPES, STANDS, fault

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message

register = template.Library()


@register.filter
def stand_name(code: str) -> str:
    return str(STANDS[code])


@register.filter
def stand_shape(code: str) -> Shape:
    return SHAPES.get(code, Shape.STILL)


@register.filter
def fault_name(code: str) -> str:
    return fault(code)


@register.filter
def stood_at(message: Message) -> datetime | None:
    """The moment since which it stands there."""
    moments = (message.settled_at, message.read_at, message.bounced_at, message.delivered_at)
    return next((moment for moment in moments if moment), message.sent_at)
