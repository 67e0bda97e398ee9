"""Our own verifier: CMS and XML by RSA, the whole chain, dates, use of the key, revocation. No ГОСТ."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from signxml.algorithms import DigestAlgorithm, SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier

from qabyldau.gateways.signature import reading
from qabyldau.gateways.signature.certificates import signer, usages
from qabyldau.gateways.signature.chain import Anchors, in_time
from qabyldau.gateways.signature.reading import ReadCms, ReadXml, agree, attribute
from qabyldau.gateways.signature.revocation import Revocations
from qabyldau.ports.signature import Fault, SignatureRefusedError, Signed, Signer, Wanted

HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
RSA = frozenset({"rsassa_pkcs1v15", "sha256_rsa", "sha384_rsa", "sha512_rsa"})
SET, IMPLICIT = b"\x31", 0xA0


@dataclass(frozen=True, slots=True)
class LocalVerifier:
    """Believes what leads to the roots of the installation, and nothing else."""

    anchors: Anchors
    revocations: Revocations

    def verify(self, signature: bytes, wanted: Wanted) -> Signed:
        if reading.is_xml(signature):
            xml = reading.read_xml(signature)
            _check_xml(xml, wanted)
            return self._signed(_loaded(xml.certificate), (), wanted, None)
        found = reading.read_cms(signature)
        mine = _signer_of(found)
        _check_cms(found, mine, wanted)
        given = tuple(_loaded(one) for one in found.certificates)
        return self._signed(mine, given, wanted, found.claimed_at)

    def certificate(self, der: bytes, at: datetime) -> Signer:
        one = _loaded(der)
        self.revocations.check(self.anchors.chain(one, (), at), at)
        return signer(one)

    def _signed(
        self,
        mine: x509.Certificate,
        given: tuple[x509.Certificate, ...],
        wanted: Wanted,
        claimed_at: datetime | None,
    ) -> Signed:
        chain = self.anchors.chain(mine, given, wanted.at)
        if wanted.usage not in usages(mine):
            raise SignatureRefusedError(Fault.WRONG_USAGE)
        how = self.revocations.check(chain, wanted.at)
        return Signed(signer(mine), how, claimed_at)


def _loaded(der: bytes) -> x509.Certificate:
    try:
        return x509.load_der_x509_certificate(der)
    except ValueError as fault:
        raise SignatureRefusedError(Fault.UNREADABLE) from fault


def _signer_of(found: ReadCms) -> x509.Certificate:
    """The certificate that the signer names by issuer and serial number, or by its key."""
    named = found.info["sid"]
    for der in found.certificates:
        one = cms.Certificate.load(der)
        if named.name == "issuer_and_serial_number":
            fits = (
                one.issuer.dump() == named.chosen["issuer"].dump()
                and one.serial_number == named.chosen["serial_number"].native
            )
        else:
            fits = one.key_identifier == named.native
        if fits:
            return _loaded(der)
    raise SignatureRefusedError(Fault.UNREADABLE)


def _check_cms(found: ReadCms, mine: x509.Certificate, wanted: Wanted) -> None:
    algorithm, key = _algorithm(found.info), mine.public_key()
    if not isinstance(key, RSAPublicKey):
        raise SignatureRefusedError(Fault.ALGORITHM)
    if found.content is not None:
        agree(found.content, wanted)
    signed = _signed_bytes(found, mine, algorithm.name, wanted.data)
    try:
        key.verify(found.info["signature"].native, signed, padding.PKCS1v15(), algorithm)
    except InvalidSignature as fault:
        raise SignatureRefusedError(Fault.BAD_SIGNATURE) from fault


def _algorithm(info: cms.SignerInfo) -> hashes.HashAlgorithm:
    """RSA with SHA-2. By ГОСТ somebody else must look: see gateways/signature/ncanode.py."""
    try:
        digest, way = info["digest_algorithm"]["algorithm"].native, info["signature_algorithm"]["algorithm"]
    except (ValueError, KeyError) as fault:
        raise SignatureRefusedError(Fault.ALGORITHM) from fault
    if digest not in HASHES or way.native not in RSA:
        raise SignatureRefusedError(Fault.ALGORITHM)
    return HASHES[digest]


def _signed_bytes(found: ReadCms, mine: x509.Certificate, digest: str, data: bytes) -> bytes:
    """What the key was put to: the signed attributes, which hold the digest of the data; or the data."""
    info = found.info
    if not info["signed_attrs"]:
        return data
    said, kind = attribute(info, "message_digest"), attribute(info, "content_type")
    if said is None or kind is None or kind[0].native != "data" or not _names(info, mine):
        raise SignatureRefusedError(Fault.UNREADABLE)
    if not hmac.compare_digest(said[0].native, hashlib.new(digest, data).digest()):
        raise SignatureRefusedError(Fault.OTHER_DATA)
    whole: bytes = info["signed_attrs"].dump()
    return SET + whole[1:] if whole[0] == IMPLICIT else whole


def _names(info: cms.SignerInfo, mine: x509.Certificate) -> bool:
    """Where the attributes name the certificate (CAdES), it is this one."""
    named = attribute(info, "signing_certificate_v2")
    if named is None:
        return True
    one = named[0]["certs"][0]
    algorithm = one["hash_algorithm"]["algorithm"].native
    if algorithm not in HASHES:
        return False
    return bool(one["cert_hash"].native == mine.fingerprint(HASHES[algorithm]))


def _check_xml(found: ReadXml, wanted: Wanted) -> None:
    agree(found.content, wanted)
    rules = SignatureConfiguration(
        expect_references=1,
        require_x509=True,
        signature_methods=frozenset(
            {SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA384, SignatureMethod.RSA_SHA512}
        ),
        digest_algorithms=frozenset({DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512}),
        verification_time=wanted.at,
    )
    mine = _loaded(found.certificate)
    in_time(mine, wanted.at)
    if not isinstance(mine.public_key(), RSAPublicKey):
        raise SignatureRefusedError(Fault.ALGORITHM)
    try:
        result = XMLVerifier().verify(found.raw, x509_cert=mine, expect_config=rules)
    except (SignXMLException, InvalidSignature, ValueError) as fault:
        is_known = b"rsa-sha" in found.raw
        raise SignatureRefusedError(Fault.BAD_SIGNATURE if is_known else Fault.ALGORITHM) from fault
    kept = (result[0] if isinstance(result, list) else result).signed_xml
    if kept is None or (kept.text or "").encode() != wanted.data:
        raise SignatureRefusedError(Fault.OTHER_DATA)
