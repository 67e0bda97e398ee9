"""The yardstick's view."""

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from tools.bench.bare.models import Ticket


@csrf_exempt
def insert(request: HttpRequest) -> JsonResponse:
    with transaction.atomic():
        ticket = Ticket(text=request.body.decode())
        ticket.save(force_insert=True)
    return JsonResponse({"number": ticket.pk}, status=201)
