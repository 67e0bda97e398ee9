"""The page between a decision and its doing: the words of the decision, signed by whoever decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse, QueryDict
from django.utils.functional import Promise

from qabyldau.acts import signed
from qabyldau.ports.signature import Usage
from qabyldau.signatures import verifying
from qabyldau.web.signing import came
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, show
from qabyldau.web.staff.words import ACTS

if TYPE_CHECKING:
    from qabyldau.signatures.verifying import Proof
    from qabyldau.web.staff.acts.form import ActForm

SIGN = "sign"
OURS = frozenset({"csrfmiddlewaretoken", came.FIELD, came.FILE, came.TEXT})


@dataclass(frozen=True, slots=True)
class Step:
    """A page that comes before the act, or the proof that goes with it; neither: nobody signs."""

    page: HttpResponse | None = None
    proof: Proof | None = None


def may_be_signed(name: str) -> bool:
    return name in signed.DECISIONS and verifying.is_connected()


def step(request: StaffRequest, name: str, form: ActForm) -> Step:
    """Asked for once the form of the act holds."""
    if name not in signed.DECISIONS:
        return Step()
    has_come = came.has_come(request)
    if not (has_come or SIGN in request.POST or signed.are_wanted(request.actor.office_id)):
        return Step()
    case = form.case
    once = form.cleaned_data["once"]
    data = signed.text(name, case.appeal, form.given(), by=case.actor, once=once)
    if came.TEXT in request.POST:
        return Step(came.text_file(data))
    if not has_come:
        return Step(_page(request, name, form, data))
    found = came.proved(request, data, Usage.SIGN, at=case.at)
    return Step(proof=found.proof) if found.proof else Step(_page(request, name, form, data, found.against))


def _page(
    request: StaffRequest, name: str, form: ActForm, data: bytes, against: Promise | str = ""
) -> HttpResponse:
    context = {
        "appeal": form.case.appeal,
        "heading": ACTS[name],
        "text": data.decode(),
        "kept": list(_kept(request.POST)),
        "connected": verifying.is_connected(),
        "signing": came.shown(data, Usage.SIGN),
        "against": against,
    }
    return show(request, "signing/decision.html", context, status=UNPROCESSABLE if against else 200)


def _kept(typed: QueryDict) -> Iterator[tuple[str, str]]:
    """The form as it was sent: it comes again together with the signature."""
    for name, values in typed.lists():
        if name not in OURS:
            yield from ((name, str(value)) for value in values)
