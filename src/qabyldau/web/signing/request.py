"""The applicant's key on the public site: it fills in who applies, and it signs what is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.acts import signed_request
from qabyldau.acts.signed_request import NotTheirSignatureError
from qabyldau.people.kinds import ApplicantKind
from qabyldau.ports.signature import FIRST_HEAD, MAY_SIGN, Signer, Usage
from qabyldau.signatures import verifying
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.request import draft as drafts
from qabyldau.web.signing import came, challenge, words
from qabyldau.web.signing.security import may_sign

if TYPE_CHECKING:
    from qabyldau.registry.statement import Statement
    from qabyldau.signatures.verifying import Proof
    from qabyldau.web.public.request.draft import Draft
    from qabyldau.web.public.request.flow import Flow

PURPOSE = "fill-in"
SIGN = "sign"
UNPROCESSABLE = 422
WHOSE: dict[str, Promise] = {
    "other_person": _(
        "This key belongs to another person than the request names. Sign with the applicant's key."
    ),
    "other_company": _("This key is not of the company that applies. Sign with the key of the company."),
    "other_words": words.FAULTS["other_data"],
}
POSTS: dict[str, Promise] = {
    FIRST_HEAD: _("first head by the certificate of the digital signature"),
    MAY_SIGN: _("right to sign by the certificate of the digital signature"),
}
EMPLOYED = _("employee by the certificate of the digital signature")


@dataclass(frozen=True, slots=True)
class Step:
    """A page that comes before sending, or the proof that goes with it; neither: nobody signs."""

    page: HttpResponse | None = None
    proof: Proof | None = None


def is_meant(request: HttpRequest) -> bool:
    """Whether this request is about signing: a signature shows better than anything that a person sends."""
    wanted = came.has_come(request) or SIGN in request.POST or came.TEXT in request.POST
    return verifying.is_connected() and wanted


def step(request: HttpRequest, flow: Flow, said: Statement) -> Step:
    """Asked for once the answers hold and consent is given; a signature is never obligatory."""
    if not is_meant(request):
        return Step()
    data = signed_request.text(said, flow.office, flow.draft.key)
    if came.TEXT in request.POST:
        return Step(came.text_file(data))
    if not came.has_come(request):
        return Step(_page(request, flow, data))
    found = came.proved(request, data, Usage.SIGN, at=now())
    if found.proof is None:
        return Step(_page(request, flow, data, found.against))
    try:
        signed_request.check(said, found.proof.signed.signer)
    except NotTheirSignatureError as foreign:
        return Step(_page(request, flow, data, WHOSE[foreign.code]))
    return Step(proof=found.proof)


def _page(request: HttpRequest, flow: Flow, data: bytes, against: Promise | str = "") -> HttpResponse:
    context = {
        "key": flow.draft.key,
        "text": data.decode(),
        "signing": came.shown(data, Usage.SIGN),
        "against": against,
    }
    status = UNPROCESSABLE if against else 200
    return show(request, "signing/request.html", flow.office, context, status=status)


@may_sign
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill_in(request: HttpRequest) -> HttpResponse:
    """Name and number out of the certificate, into the draft of this browser."""
    draft = drafts.load(request.session)
    if not verifying.is_connected():
        raise Http404
    if draft is None:
        return redirect("public:request")
    at = now()
    if request.method != "POST":
        return _asking(request, "")
    waiting = challenge.asked(request.session, PURPOSE, at=at)
    if came.TEXT in request.POST and waiting:
        return came.text_file(waiting.data)
    asked = challenge.take(request.session, PURPOSE, at=at)
    if asked is None:
        return _asking(request, words.OVER)
    found = came.proved(request, asked.data, Usage.SIGN, at=at, nonce=asked.nonce)
    if found.proof is None:
        return _asking(request, found.against)
    _fill(draft, found.proof.signed.signer)
    drafts.save(request.session, draft)
    return redirect("public:request_step", "person")


def _asking(request: HttpRequest, against: Promise | str) -> HttpResponse:
    made = challenge.ask(request.session, PURPOSE, gettext("Name and number for a request"), at=now())
    context = {"challenge": made, "signing": came.shown(made.data, Usage.SIGN), "against": against}
    status = UNPROCESSABLE if against else 200
    return show(request, "signing/fill_in.html", the_office(), context, status=status)


def _fill(draft: Draft, signer: Signer) -> None:
    """What the certificate says; each answer may still be changed on the page."""
    name = full_name(signer)
    if signer.bin:
        draft.answers["applicant"] = {"kind": [ApplicantKind.COMPANY.value], "behalf": ["self"]}
        draft.answers["person"] = {
            "bin": [signer.bin],
            "company": [signer.organisation],
            "representative": [name],
            "authority": [authority(signer)],
        }
    else:
        draft.answers["applicant"] = {"kind": [ApplicantKind.CITIZEN.value], "behalf": ["self"]}
        draft.answers["person"] = {"iin": [signer.iin], "name": [name]}


def full_name(signer: Signer) -> str:
    """Certificates shout; people write their names with one capital letter each."""
    parts = f"{signer.common_name} {signer.patronymic}".split()
    return " ".join("-".join(one.capitalize() for one in part.split("-")) for part in parts)


def authority(signer: Signer) -> str:
    """By which right somebody signs for a company, as far as the certificate says it."""
    post = next((POSTS[oid] for oid in (FIRST_HEAD, MAY_SIGN) if oid in signer.purposes), EMPLOYED)
    return f"{post}, № {signer.serial[:16]}"
