"""What every page of staff may show: the office's stream and the sequence the page was drawn at."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor
from qabyldau.web import live


def stream(request: HttpRequest) -> dict[str, object]:
    """Asked of the database only by the templates that show it."""
    actor: Actor | None = getattr(request, "actor", None)
    return {"live": SimpleLazyObject(lambda: _of(actor))}


def _of(actor: Actor | None) -> dict[str, object]:
    if actor is None or not actor.user_id:
        return {"stream": "", "seq": 0}
    return {"stream": live.link(actor.office_id), "seq": journal.length(actor.office_id)}
