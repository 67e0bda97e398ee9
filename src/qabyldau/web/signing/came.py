"""What came back from signing: out of the field that the script fills, or out of a file made elsewhere."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.signature import SignatureRefusedError, Usage, Wanted
from qabyldau.signatures import verifying
from qabyldau.signatures.verifying import NotConnectedError, Proof
from qabyldau.web.signing import words

FIELD, FILE, TEXT = "signature", "signature_file", "text_to_sign"
BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """A proof, or why there is none in words; neither: nothing was signed."""

    proof: Proof | None = None
    against: Promise | str = ""


def has_come(request: HttpRequest) -> bool:
    return bool(request.POST.get(FIELD) or FILE in request.FILES)


def signature(request: HttpRequest) -> bytes:
    file = request.FILES.get(FILE)
    if file is not None:
        return bytes(file.read(BYTES + 1))
    return request.POST.get(FIELD, "").encode()


def proved(request: HttpRequest, data: bytes, usage: Usage, *, at: datetime, nonce: str = "") -> Outcome:
    """Believed or refused, in words; calls out, so never inside a transaction."""
    try:
        return Outcome(verifying.prove(signature(request), Wanted(data, usage, at, nonce)))
    except SignatureRefusedError as refused:
        return Outcome(against=words.FAULTS[refused.fault])
    except TemporaryFailureError:
        return Outcome(against=words.LATER)
    except NotConnectedError:
        return Outcome(against=words.NOT_CONNECTED)


def shown(data: bytes, usage: Usage) -> dict[str, object]:
    """What the block of signing needs to be drawn: see `signing/block.html`."""
    return {"data": base64.b64encode(data).decode(), "usage": usage, "said": words.SCRIPT}


def text_file(data: bytes) -> HttpResponse:
    """The text to be signed, byte by byte, for whoever signs with another program."""
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = 'attachment; filename="qabyldau-text.txt"'
    return answer
