"""The authority's responder (OCSP): asked about one certificate, believed when the authority signed."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from qabyldau.gateways.signature.http import ask
from qabyldau.gateways.signature.revocation import Clock, Standing, utc_now
from qabyldau.ports.delivery import TemporaryFailureError

KIND = "application/ocsp-request"
NONCE_BYTES = 16
# Clocks of two houses differ; an answer without an end is good for so long.
DRIFT, FRESH = timedelta(minutes=5), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Responder:
    """One address for all certificates; what the certificate itself names is never called."""

    url: str
    clock: Clock = utc_now
    seconds: float = 5.0
    name: str = "ocsp"

    def standing(self, one: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        nonce = secrets.token_bytes(NONCE_BYTES)
        asked = ocsp.OCSPRequestBuilder().add_certificate(one, issuer, hashes.SHA256())
        asked = asked.add_extension(x509.OCSPNonce(nonce), critical=False)
        try:
            content = ask(self.url, asked.build().public_bytes(Encoding.DER), KIND, seconds=self.seconds)
            said = ocsp.load_der_ocsp_response(content)
            return self._read(said, one, issuer, nonce, at)
        except (TemporaryFailureError, ValueError):
            return Standing.UNKNOWN

    def _read(
        self,
        said: ocsp.OCSPResponse,
        one: x509.Certificate,
        issuer: x509.Certificate,
        nonce: bytes,
        at: datetime,
    ) -> Standing:
        if said.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
            return Standing.UNKNOWN
        is_ours = said.serial_number == one.serial_number and _repeats(said, nonce)
        if not (is_ours and self._is_fresh(said) and _is_believed(said, issuer, self.clock())):
            return Standing.UNKNOWN
        if said.certificate_status is ocsp.OCSPCertStatus.GOOD:
            return Standing.GOOD
        since = said.revocation_time_utc
        if said.certificate_status is not ocsp.OCSPCertStatus.REVOKED or since is None:
            return Standing.UNKNOWN
        return Standing.REVOKED if since <= at else Standing.GOOD

    def _is_fresh(self, said: ocsp.OCSPResponse) -> bool:
        now, until = self.clock(), said.next_update_utc or said.this_update_utc + FRESH
        return said.this_update_utc - DRIFT <= now <= until + DRIFT


def _repeats(said: ocsp.OCSPResponse, nonce: bytes) -> bool:
    """A responder that repeats a nonce must repeat ours; many of them repeat none."""
    try:
        return said.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce == nonce
    except x509.ExtensionNotFound:
        return True


def _is_believed(said: ocsp.OCSPResponse, issuer: x509.Certificate, now: datetime) -> bool:
    """Signed by the authority, or by whom the authority itself has named for this."""
    signers = [issuer, *(one for one in said.certificates if _is_named(one, issuer, now))]
    return any(_has_signed(said, one) for one in signers)


def _is_named(one: x509.Certificate, issuer: x509.Certificate, now: datetime) -> bool:
    try:
        one.verify_directly_issued_by(issuer)
        purposes = one.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    is_current = one.not_valid_before_utc <= now <= one.not_valid_after_utc
    return is_current and ExtendedKeyUsageOID.OCSP_SIGNING in purposes


def _has_signed(said: ocsp.OCSPResponse, one: x509.Certificate) -> bool:
    key, algorithm = one.public_key(), said.signature_hash_algorithm
    if not isinstance(key, RSAPublicKey) or algorithm is None:
        return False
    try:
        key.verify(said.signature, said.tbs_response_bytes, padding.PKCS1v15(), algorithm)
    except InvalidSignature:
        return False
    return True
