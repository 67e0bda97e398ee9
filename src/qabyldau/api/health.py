"""Is the installation well: the database, the messages that wait, the disk. No word about people."""

import shutil
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from qabyldau.outbox import queries as outbox

LATE_SECONDS = 15 * 60
LEAST_FREE = 500 * 1024 * 1024


@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """200 while the product can serve; 503 when the database does not answer."""
    at = timezone.now()
    free = shutil.disk_usage(settings.VAR).free
    disk = {"status": "ok" if free >= LEAST_FREE else "short", "free_bytes": free}
    try:
        waits = _oldest_seconds(at)
    except DatabaseError:
        return _answer({"status": "down", "database": {"status": "away"}, "outbox": None, "disk": disk}, 503)
    late = "ok" if waits <= LATE_SECONDS else "late"
    body: dict[str, object] = {
        "status": "ok" if (late, disk["status"]) == ("ok", "ok") else "degraded",
        "database": {"status": "ok", "engine": connection.vendor},
        "outbox": {"status": late, "oldest_seconds": waits},
        "disk": disk,
    }
    return _answer(body, 200)


def _oldest_seconds(at: datetime) -> int:
    oldest = outbox.oldest_waiting(at)
    return int((at - oldest.created_at).total_seconds()) if oldest else 0


def _answer(body: Mapping[str, object], status: int) -> JsonResponse:
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})
