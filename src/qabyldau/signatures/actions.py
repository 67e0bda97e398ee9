"""Keep a signature, give it out, look at it again; each journaled without personal data."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor
from qabyldau.people.sealing import blind_index, opened, seal
from qabyldau.ports.signature import Fault, SignatureRefusedError, Usage, Wanted
from qabyldau.signatures.kinds import Paper
from qabyldau.signatures.models import Signature
from qabyldau.signatures.verifying import Proof, verifier

LENGTHS = {"signer_name": 200, "organisation": 200, "issuer": 200, "purposes": 300}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found now about a kept signature; `fault` empty: it holds."""

    fault: Fault | None = None
    revocation: str = ""


@transaction.atomic
def attach(about: str, proof: Proof, *, paper: Paper, by: Actor, at: datetime) -> Signature:
    """Keep a proved signature beside what it is about; its digest goes into the chain of the journal."""
    signed = proof.signed
    one = signed.signer
    row = Signature(
        office_id=by.office_id,
        about=about,
        paper=paper,
        digest=hashlib.sha256(proof.data).hexdigest(),
        signer_name=_cut("signer_name", f"{one.common_name} {one.patronymic}".strip()),
        signer_index=blind_index(one.iin),
        organisation=_cut("organisation", one.organisation),
        serial=one.serial,
        issuer=_cut("issuer", one.issuer),
        purposes=_cut("purposes", " ".join(one.purposes)),
        certificate_from=one.valid_from,
        certificate_until=one.valid_until,
        claimed_at=signed.claimed_at,
        is_time_proved=signed.is_time_proved,
        revocation=signed.revocation[:20],
        by_user_id=by.user_id,
        at=at,
    )
    row.sealed_data = seal(_b64(proof.data), row=row.seal_row)
    row.sealed_signature = seal(_b64(proof.signature), row=row.seal_row)
    row.save(force_insert=True)
    facts = {"paper": str(paper), "digest": row.digest, "serial": row.serial, "checked_by": row.revocation}
    journal.write("sign", about=about, by=by, at=at, facts=dict(facts))
    return row


@transaction.atomic
def export(row: Signature, *, by: Actor, at: datetime) -> tuple[bytes, bytes]:
    """Data and signature to take away. They hold an ИИН in clear, so it is noted who took them."""
    data, signature = opened_contents(row)
    journal.write("export_signature", about=row.about, by=by, at=at, facts={"signature": row.pk})
    return data, signature


def opened_contents(row: Signature) -> tuple[bytes, bytes]:
    """The data and the signature as they came."""
    return _open(row.sealed_data, row), _open(row.sealed_signature, row)


def look_again(row: Signature) -> Verdict:
    """Whether it still holds for the moment when it came: the same bytes, key, chain, and revocations.

    Calls out: never inside a transaction. May raise TemporaryFailureError.
    """
    data, signature = opened_contents(row)
    if hashlib.sha256(data).hexdigest() != row.digest:
        return Verdict(Fault.OTHER_DATA)
    try:
        found = verifier().verify(signature, Wanted(data, Usage.SIGN, row.at))
    except SignatureRefusedError as refused:
        return Verdict(refused.fault)
    same = blind_index(found.signer.iin) == row.signer_index and found.signer.serial == row.serial
    return Verdict(None if same else Fault.BAD_SIGNATURE, found.revocation)


def _cut(name: str, words: str) -> str:
    return words[: LENGTHS[name]]


def _open(sealed: str, row: Signature) -> bytes:
    return base64.b64decode(opened(sealed, row=row.seal_row))


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()
