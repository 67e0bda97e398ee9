"""Signatures verified by NCANode 3, which also knows ГОСТ: https://github.com/malikzh/NCANode, REST."""

import base64
import http.client
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import pydantic
from cryptography import x509
from pydantic.alias_generators import to_camel

from qabyldau.gateways.signature import reading
from qabyldau.gateways.signature.http import answer
from qabyldau.gateways.signature.reading import ReadCms, agree
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.signature import Fault, SignatureRefusedError, Signed, Signer, Usage, Wanted

JSON = "application/json"
CHECKS = ["OCSP", "CRL"]
USAGES = {"SIGN": frozenset({Usage.SIGN}), "AUTH": frozenset({Usage.AUTH})}
# NCANode names people's purposes by words; ours are the authority's own numbers.
PURPOSES = {
    "INDIVIDUAL": "1.2.398.3.3.4.1.1",
    "ORGANIZATION": "1.2.398.3.3.4.1.2",
    "CEO": "1.2.398.3.3.4.1.2.1",
    "CAN_SIGN": "1.2.398.3.3.4.1.2.2",
    "CAN_SIGN_FINANCIAL": "1.2.398.3.3.4.1.2.3",
    "HR": "1.2.398.3.3.4.1.2.4",
    "EMPLOYEE": "1.2.398.3.3.4.1.2.5",
}


class Shape(pydantic.BaseModel):
    """What we read of an answer; the rest of it is left alone."""

    model_config = pydantic.ConfigDict(extra="ignore", alias_generator=to_camel, populate_by_name=True)


class Named(Shape):
    """A subject or an issuer. NCANode puts the patronymic into `lastName`."""

    common_name: str = ""
    last_name: str | None = ""
    sur_name: str | None = ""
    organization: str | None = ""
    iin: str | None = ""
    bin: str | None = ""


class Revocation(Shape):
    """One way in which NCANode has looked for a revocation."""

    revoked: bool
    by: str
    revocation_time: datetime | None = None


class Certificate(Shape):
    """CertificateInfo of NCANode."""

    valid: bool
    revocations: list[Revocation] | None = None
    not_before: datetime
    not_after: datetime
    key_usage: str = "UNKNOWN"
    key_user: list[str] | None = None
    serial_number: str
    subject: Named
    issuer: Named


class Stamp(Shape):
    """A mark of time by the authority."""

    gen_time: datetime


class CmsSigner(Shape):
    """Who signed: the certificates, the person's own among them."""

    certificates: list[Certificate]
    tsp: Stamp | None = None


class CmsAnswer(Shape):
    """Answer to /cms/verify."""

    valid: bool
    signers: list[CmsSigner] = []


class XmlAnswer(Shape):
    """Answer to /xml/verify, and to /x509/info under `signers`."""

    valid: bool = True
    signers: list[Certificate] = []


Answer = TypeVar("Answer", bound=Shape)


@dataclass(frozen=True, slots=True)
class NcaNode:
    """`is_required`: a certificate whose revocation NCANode could not look for is not believed."""

    url: str
    is_required: bool = True
    seconds: float = 10.0

    def verify(self, signature: bytes, wanted: Wanted) -> Signed:
        if reading.is_xml(signature):
            return self._verify_xml(signature, wanted)
        found = reading.read_cms(signature)
        asked: dict[str, object] = {"cms": _b64(found.der), "revocationCheck": CHECKS}
        if found.content is None:
            asked["data"] = _b64(wanted.data)
        else:
            agree(found.content, wanted)
        said = self._ask("/cms/verify", asked, CmsAnswer)
        if len(said.signers) != 1:
            raise SignatureRefusedError(Fault.BAD_SIGNATURE if not said.valid else Fault.NOT_ONE_SIGNER)
        one = said.signers[0]
        mine = _own(one.certificates, found)
        how = self._believed(mine, wanted.at, is_valid=said.valid)
        _fits(mine, wanted.usage)
        claimed = one.tsp.gen_time if one.tsp else found.claimed_at
        return Signed(_signer(mine), how, claimed, is_time_proved=one.tsp is not None)

    def _verify_xml(self, signature: bytes, wanted: Wanted) -> Signed:
        found = reading.read_xml(signature)
        agree(found.content, wanted)
        said = self._ask("/xml/verify", {"xml": signature.decode(), "revocationCheck": CHECKS}, XmlAnswer)
        if len(said.signers) != 1:
            raise SignatureRefusedError(Fault.BAD_SIGNATURE if not said.valid else Fault.NOT_ONE_SIGNER)
        mine = said.signers[0]
        how = self._believed(mine, wanted.at, is_valid=said.valid)
        _fits(mine, wanted.usage)
        return Signed(_signer(mine), how)

    def certificate(self, der: bytes, at: datetime) -> Signer:
        asked: dict[str, object] = {"certs": [_b64(der)], "revocationCheck": CHECKS}
        said = self._ask("/x509/info", asked, XmlAnswer)
        if len(said.signers) != 1:
            raise SignatureRefusedError(Fault.UNREADABLE)
        mine = said.signers[0]
        if _serial(mine) != x509.load_der_x509_certificate(der).serial_number:
            raise TemporaryFailureError("answer_about_another")
        self._believed(mine, at, is_valid=mine.valid)
        return _signer(mine)

    def _believed(self, mine: Certificate, at: datetime, *, is_valid: bool) -> str:
        """NCANode says no more than `valid`: the reason is read from what it says of the certificate."""
        looked = mine.revocations or []
        if any(one.revoked and _before(one.revocation_time, at) for one in looked):
            raise SignatureRefusedError(Fault.REVOKED)
        if at > _aware(mine.not_after):
            raise SignatureRefusedError(Fault.EXPIRED)
        if at < _aware(mine.not_before):
            raise SignatureRefusedError(Fault.NOT_YET)
        if not mine.valid:
            raise SignatureRefusedError(Fault.CHAIN_UNKNOWN)
        if not is_valid:
            raise SignatureRefusedError(Fault.BAD_SIGNATURE)
        if not looked and self.is_required:
            raise SignatureRefusedError(Fault.REVOCATION_UNKNOWN)
        return "+".join(one.by.lower() for one in looked) or "unchecked"

    def _ask(self, path: str, asked: dict[str, object], shape: type[Answer]) -> Answer:
        """400 is its word for what cannot be read; anything else that is no answer is a failure of now."""
        url = self.url.rstrip("/") + path
        status, content = answer(url, json.dumps(asked).encode(), JSON, seconds=self.seconds)
        if status == http.client.BAD_REQUEST:
            raise SignatureRefusedError(Fault.UNREADABLE)
        if status != http.client.OK:
            raise TemporaryFailureError(f"http_{status}")
        try:
            return shape.model_validate_json(content)
        except pydantic.ValidationError as fault:
            raise TemporaryFailureError("garbage") from fault


def _own(certificates: list[Certificate], found: ReadCms) -> Certificate:
    """Of the certificates that came with a signature, the one that the signer names."""
    named = found.info["sid"]
    if named.name != "issuer_and_serial_number":
        raise SignatureRefusedError(Fault.UNREADABLE)
    number = named.chosen["serial_number"].native
    mine = [one for one in certificates if _serial(one) == number]
    if len(mine) != 1:
        raise TemporaryFailureError("answer_about_another")
    return mine[0]


def _fits(mine: Certificate, usage: Usage) -> None:
    if usage not in USAGES.get(mine.key_usage, frozenset()):
        raise SignatureRefusedError(Fault.WRONG_USAGE)


def _signer(mine: Certificate) -> Signer:
    subject = mine.subject
    return Signer(
        common_name=subject.common_name,
        surname=subject.sur_name or "",
        patronymic=subject.last_name or "",
        iin=subject.iin or "",
        bin=subject.bin or "",
        organisation=subject.organization or "",
        serial=f"{_serial(mine):x}",
        issuer=mine.issuer.common_name,
        usages=USAGES.get(mine.key_usage, frozenset()),
        purposes=tuple(PURPOSES[one] for one in mine.key_user or () if one in PURPOSES),
        valid_from=_aware(mine.not_before),
        valid_until=_aware(mine.not_after),
    )


def _serial(mine: Certificate) -> int:
    try:
        return int(mine.serial_number, 16)
    except ValueError as fault:
        raise TemporaryFailureError("garbage") from fault


def _before(moment: datetime | None, at: datetime) -> bool:
    """A revocation without its moment counts from always."""
    return moment is None or _aware(moment) <= at


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()
