"""A certificate of the national authority in the words of the port."""

import re

from cryptography import x509
from cryptography.x509.oid import NameOID

from qabyldau.ports.signature import Signer, Usage

NUMBER = re.compile(r"^(IIN|BIN)(\d{12})$")


def signer(certificate: x509.Certificate) -> Signer:
    """As the authority lays names out: surname, patronymic in G, ИИН in SERIALNUMBER, БИН in OU."""
    subject = certificate.subject
    return Signer(
        common_name=_one(subject, NameOID.COMMON_NAME),
        surname=_one(subject, NameOID.SURNAME),
        patronymic=_one(subject, NameOID.GIVEN_NAME),
        iin=_number(subject, "IIN"),
        bin=_number(subject, "BIN"),
        organisation=_one(subject, NameOID.ORGANIZATION_NAME),
        serial=f"{certificate.serial_number:x}",
        issuer=_one(certificate.issuer, NameOID.COMMON_NAME),
        usages=usages(certificate),
        purposes=purposes(certificate),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
    )


def usages(certificate: x509.Certificate) -> frozenset[Usage]:
    """Digital signature with non-repudiation is a key to sign; with key encipherment, one to sign in."""
    try:
        bits = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return frozenset()
    if not bits.digital_signature:
        return frozenset()
    found = {Usage.SIGN: bits.content_commitment, Usage.AUTH: bits.key_encipherment}
    return frozenset(usage for usage, stands in found.items() if stands)


def purposes(certificate: x509.Certificate) -> tuple[str, ...]:
    try:
        named = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return ()
    return tuple(oid.dotted_string for oid in named)


def _one(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    """The first value; names of two values are not the authority's."""
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _number(name: x509.Name, kind: str) -> str:
    """ИИН or БИН stand with their prefix in SERIALNUMBER and OU."""
    for oid in (NameOID.SERIAL_NUMBER, NameOID.ORGANIZATIONAL_UNIT_NAME):
        for one in name.get_attributes_for_oid(oid):
            found = NUMBER.match(str(one.value))
            if found and found[1] == kind:
                return found[2]
    return ""
