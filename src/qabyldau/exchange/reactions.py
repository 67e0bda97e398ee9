"""What the exchange does when the registry announces something."""

from django.conf import settings

from qabyldau.exchange.models import Exchange
from qabyldau.registry.events import AppealRegistered


def owe(event: AppealRegistered) -> None:
    """Put the appeal in the queue, in the same transaction; nothing where people carry by hand."""
    if settings.EOTINISH_IS_AUTOMATIC:
        Exchange.objects.bulk_create([queued(event)])


def queued(event: AppealRegistered) -> Exchange:
    return Exchange(
        office_id=event.office_id,
        appeal_id=event.appeal_id,
        key=f"{event.office_code}:{event.number}",
        created_at=event.at,
        retry_since=event.at,
        next_try_at=event.at,
    )
