"""WS-Security by X.509: the Body signed (rsa-sha256, exc-c14n), answers trusted by pinned certificates."""

import uuid
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature as InvalidKeySignature
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from lxml import etree
from signxml.algorithms import (
    CanonicalizationMethod,
    DigestAlgorithm,
    SignatureConstructionMethod,
    SignatureMethod,
)
from signxml.exceptions import SignXMLException
from signxml.signer import XMLSigner
from signxml.verifier import SignatureConfiguration, XMLVerifier

from qabyldau.gateways.eotinish.names import DS, SOAP, WSSE, WSU, add, only, parsed, tag
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.eotinish import GarbageError
from qabyldau.ports.signature import SignatureRefusedError

PROFILE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"
BASE64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"
EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0
TOKENS = (
    tag(WSSE, "BinarySecurityToken"),
    f"{tag(DS, 'Signature')}/{tag(DS, 'KeyInfo')}/{tag(WSSE, 'SecurityTokenReference')}/"
    f"{tag(WSSE, 'KeyIdentifier')}",
)


Certify = Callable[[bytes, datetime], object]


def _nobody_asks(_der: bytes, _at: datetime) -> None:
    """Revocation is not looked at: a certificate that is no longer trusted is taken out of the file."""


@dataclass(frozen=True, slots=True)
class Keys:
    """With what we sign, and whose signatures we believe: those certificates and no others.

    `certify` refuses a trusted certificate whose chain does not hold or that was revoked since.
    """

    key: RSAPrivateKey
    certificate: x509.Certificate
    trusted: tuple[x509.Certificate, ...]
    certify: Certify = _nobody_asks

    @classmethod
    def read(cls, key: Path, certificate: Path, trusted: Path, password: bytes | None = None) -> "Keys":
        opened = load_pem_private_key(key.read_bytes(), password)
        if not isinstance(opened, RSAPrivateKey):
            raise ValueError("the key that signs for e-Otinish must be an RSA key")
        own = x509.load_pem_x509_certificate(certificate.read_bytes())
        if own.public_key() != opened.public_key():
            raise ValueError("the key and the certificate that sign for e-Otinish do not belong together")
        return cls(opened, own, tuple(x509.load_pem_x509_certificates(trusted.read_bytes())))


def signed(envelope: etree._Element, keys: Keys) -> bytes:
    """The envelope with a signature over its Body in the header."""
    header, body = only(envelope, tag(SOAP, "Header")), only(envelope, tag(SOAP, "Body"))
    name = f"id-{uuid.uuid4()}"
    body.set(tag(WSU, "Id"), name)
    signer = XMLSigner(
        method=SignatureConstructionMethod.detached,
        signature_algorithm=SignatureMethod.RSA_SHA256,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=EXCLUSIVE,
    )
    made = signer.sign(
        envelope, key=keys.key, reference_uri=f"#{name}", key_info=_key_info(keys), id_attribute="Id"
    )
    security = etree.SubElement(header, tag(WSSE, "Security"), nsmap={"wsse": WSSE, "wsu": WSU})
    security.set(tag(SOAP, "mustUnderstand"), "1")
    security.append(made)
    return bytes(etree.tostring(envelope, encoding="utf-8", xml_declaration=True))


def _key_info(keys: Keys) -> etree._Element:
    info = etree.Element(tag(DS, "KeyInfo"), nsmap={"ds": DS, "wsse": WSSE})
    reference = add(info, tag(WSSE, "SecurityTokenReference"))
    token = b64encode(keys.certificate.public_bytes(Encoding.DER)).decode()
    identifier = add(reference, tag(WSSE, "KeyIdentifier"), token)
    identifier.set("ValueType", PROFILE)
    identifier.set("EncodingType", BASE64)
    return info


def verified_body(raw: bytes, keys: Keys, *, at: datetime) -> etree._Element:
    """The Body exactly as it was signed by somebody we trust. Nothing else of the message is believed."""
    envelope = parsed(raw)
    security = only(only(envelope, tag(SOAP, "Header")), tag(WSSE, "Security"))
    if len(list(envelope.iter(tag(DS, "Signature")))) != 1:
        raise GarbageError("signature_count")
    certificate = _signer(security, keys)
    _require_certified(certificate, keys, at)
    rules = SignatureConfiguration(
        location=f"./{tag(SOAP, 'Header')}/{tag(WSSE, 'Security')}/",
        expect_references=1,
        signature_methods=frozenset({SignatureMethod.RSA_SHA256}),
        digest_algorithms=frozenset({DigestAlgorithm.SHA256}),
        verification_time=at,
    )
    try:
        found = XMLVerifier().verify(raw, x509_cert=certificate, id_attribute="Id", expect_config=rules)
    except (SignXMLException, InvalidKeySignature, ValueError, etree.LxmlError) as fault:
        raise GarbageError("bad_signature") from fault
    body = found[0].signed_xml if isinstance(found, list) else found.signed_xml
    place = only(envelope, tag(SOAP, "Body")).get(tag(WSU, "Id"))
    if body is None or body.tag != tag(SOAP, "Body") or body.get(tag(WSU, "Id")) != place:
        raise GarbageError("body_not_signed")
    return body


def _require_certified(certificate: x509.Certificate, keys: Keys, at: datetime) -> None:
    try:
        keys.certify(certificate.public_bytes(Encoding.DER), at)
    except SignatureRefusedError as refused:
        raise GarbageError(f"certificate_{refused.fault}") from refused
    except TemporaryFailureError as failure:
        raise GarbageError("certificate_unchecked") from failure


def _signer(security: etree._Element, keys: Keys) -> x509.Certificate:
    """The pinned certificate that the message names; a stranger's is not even tried."""
    tokens = [token for path in TOKENS for token in security.findall(path)]
    if len(tokens) != 1:
        raise GarbageError("unsigned" if not tokens else "two_tokens")
    try:
        der = b64decode("".join((tokens[0].text or "").split()), validate=True)
    except ValueError as fault:
        raise GarbageError("bad_token") from fault
    for certificate in keys.trusted:
        if certificate.public_bytes(Encoding.DER) == der:
            return certificate
    raise GarbageError("stranger")
