"""The door by which ШЭП brings the answers of e-Otinish: no session, no form; the signature is the key."""

import logging

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from qabyldau.config import wiring
from qabyldau.exchange import line
from qabyldau.gateways.eotinish import envelope
from qabyldau.ports.eotinish import GarbageError

logger = logging.getLogger(__name__)
SOAP = "text/xml; charset=utf-8"


@csrf_exempt
@require_POST
def eotinish(request: HttpRequest) -> HttpResponse:
    """A trusted answer is kept for the carrier and receipted; anything else is turned away."""
    channel = wiring.shep()
    if channel is None:
        return _turned_away("no_line")
    try:
        receipt = channel.receive(request.body)
    except GarbageError as fault:
        logger.warning("the door of e-Otinish turned a message away: %s", fault)
        line.failed(str(fault), at=timezone.now(), rest=False)
        return _turned_away(str(fault))
    return HttpResponse(receipt, content_type=SOAP)


def _turned_away(code: str) -> HttpResponse:
    return HttpResponse(envelope.fault("Client", code), status=401, content_type=SOAP)
