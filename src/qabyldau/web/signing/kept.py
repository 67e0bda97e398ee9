"""Signatures beside an appeal: looked at again, and taken away with what they are over."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.signatures import actions, queries
from qabyldau.signatures.verifying import NotConnectedError
from qabyldau.web.signing import words
from qabyldau.web.staff.appeal.page import seen
from qabyldau.web.staff.page import StaffRequest, now

if TYPE_CHECKING:
    from qabyldau.signatures.models import Signature


def _signature(request: StaffRequest, appeal_id: int, signature_id: int) -> Signature:
    appeal = seen(request, appeal_id)
    try:
        return queries.one(appeal.office_id, appeal.key, signature_id)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


@require_POST
def look_again(request: StaffRequest, appeal_id: int, signature_id: int) -> HttpResponse:
    """The same bytes, the same key, the chain and the revocations as they are known now."""
    row = _signature(request, appeal_id, signature_id)
    try:
        verdict = actions.look_again(row)
    except TemporaryFailureError:
        messages.warning(request, str(words.LATER))
    except NotConnectedError:
        messages.warning(request, str(words.NOT_CONNECTED))
    else:
        if verdict.fault:
            said = gettext("The signature does not hold: %(why)s") % {"why": words.FAULTS[verdict.fault]}
            messages.error(request, said)
        else:
            messages.success(
                request, gettext("The signature holds: text, key, chain and revocation are right.")
            )
    return redirect("staff:appeal", appeal_id)


@never_cache
@require_POST
def take_away(request: StaffRequest, appeal_id: int, signature_id: int) -> HttpResponse:
    """The text and the signature in one archive: anybody can verify them with any program."""
    row = _signature(request, appeal_id, signature_id)
    data, signature = actions.export(row, by=request.actor, at=now())
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("text.txt", data)
        packed.writestr("text.xml" if signature.lstrip().startswith(b"<") else "text.txt.p7s", signature)
    answer = HttpResponse(archive.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="signature-{row.pk}.zip"'
    return answer
