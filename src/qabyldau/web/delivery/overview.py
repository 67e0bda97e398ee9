"""What waits, what failed, what arrived: by each way, and the messages themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from qabyldau.outbox import queries as outbox
from qabyldau.outbox.kinds import Channel, Stand
from qabyldau.web.components import Shape, Tile
from qabyldau.web.delivery.rows import rows
from qabyldau.web.delivery.words import CHANNELS, SHAPES, STANDS, fault
from qabyldau.web.staff.page import PER_PAGE, StaffRequest, now, show

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.outbox.models import Message
    from qabyldau.outbox.queries import ChannelState

SHOWN = timedelta(days=30)
TILES = (
    Stand.RETRIED,
    Stand.WAITING,
    Stand.QUIET,
    Stand.ON_PAPER,
    Stand.GIVEN_UP,
    Stand.BOUNCED,
    Stand.SENT,
    Stand.DELIVERED,
    Stand.READ,
)
LONG_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Way:
    """One way, in words."""

    name: str
    waits: int
    failed: int
    sent: int
    arrived: int
    oldest: datetime | None
    is_late: bool
    fault: str


@require_safe
def delivery(request: StaffRequest) -> HttpResponse:
    at = now()
    states = outbox.overview(request.actor.office_id, at - SHOWN)
    chosen = _chosen(request)
    page = Paginator(_messages(request, chosen, at), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tiles": [_tile(request, stand, states, chosen) for stand in TILES],
        "ways": [way(one, at) for one in states],
        "page": page,
        "rows": rows(list(page), request.actor),
        "heading": str(STANDS[chosen]) if chosen else gettext("All messages of thirty days"),
    }
    return show(request, "delivery/overview.html", context)


def _chosen(request: StaffRequest) -> Stand | None:
    asked = request.GET.get("stand", "")
    return Stand(asked) if asked in Stand.values else None


def _messages(request: StaffRequest, chosen: Stand | None, at: datetime) -> QuerySet[Message]:
    """Open ones are shown however old they are."""
    office_id = request.actor.office_id
    if chosen is None:
        return outbox.of(office_id).filter(created_at__gte=at - SHOWN)
    return outbox.standing(office_id, chosen, at - SHOWN if chosen in ENDED else None)


ENDED = frozenset({Stand.SENT, Stand.DELIVERED, Stand.READ, Stand.SETTLED})


def _tile(request: StaffRequest, stand: Stand, states: list[ChannelState], chosen: Stand | None) -> Tile:
    """Pressing the tile that is chosen takes its filter away."""
    count = sum(one.counts[stand] for one in states)
    current = stand is chosen
    url = request.path if current else f"{request.path}?stand={stand}"
    shape = SHAPES.get(stand, Shape.STILL) if count else Shape.STILL
    return Tile(str(count), str(STANDS[stand]), shape, url, current=current)


def way(state: ChannelState, at: datetime) -> Way:
    counts = state.counts
    carried = state.channel in {Channel.EMAIL, Channel.SMS}
    return Way(
        name=str(CHANNELS[state.channel]),
        waits=counts[Stand.WAITING] + counts[Stand.QUIET] + counts[Stand.RETRIED] + counts[Stand.ON_PAPER],
        failed=counts[Stand.GIVEN_UP] + counts[Stand.BOUNCED],
        sent=counts[Stand.SENT],
        arrived=counts[Stand.DELIVERED] + counts[Stand.READ] + counts[Stand.SETTLED],
        oldest=state.oldest,
        is_late=carried and state.oldest is not None and at - state.oldest > LONG_WAIT,
        fault=fault(state.fault) if state.fault else "",
    )
