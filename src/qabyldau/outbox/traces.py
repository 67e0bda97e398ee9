"""The history of a message, a line at a time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qabyldau.outbox.models import Trace

if TYPE_CHECKING:
    from qabyldau.outbox.kinds import Step
    from qabyldau.outbox.models import Message
    from qabyldau.people.actor import Actor


def note(message: Message, step: Step, *, at: datetime, code: str = "", by: Actor | None = None) -> None:
    """The same step for the same reason as before grows the line; anything else begins a new one."""
    last = message.traces.last()
    if last is not None and (last.step, last.code, by) == (step, code, None):
        last.count += 1
        last.last_at = max(at, last.at)
        last.save(update_fields=["count", "last_at"])
        return
    Trace.objects.create(message=message, step=step, code=code, at=at, last_at=at, by=by.label if by else "")
