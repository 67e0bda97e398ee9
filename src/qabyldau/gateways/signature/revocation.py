"""Whether a certificate was revoked: asked of the authority's responder, read in its lists."""

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.x509.oid import ExtensionOID

from qabyldau.gateways.signature.http import ask
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.signature import Fault, SignatureRefusedError

logger = logging.getLogger(__name__)
Clock = Callable[[], datetime]
REFRESH = timedelta(hours=1).total_seconds()
UNCHECKED = "unchecked"


def utc_now() -> datetime:
    return datetime.now(UTC)


class Standing(StrEnum):
    """What a source knows about a certificate on a day."""

    GOOD = "good"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


class Source(Protocol):
    """A place that knows what was revoked. It never raises: not to know is an answer."""

    @property
    def name(self) -> str: ...

    def standing(self, one: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing: ...


@dataclass(frozen=True, slots=True)
class Revocations:
    """All sources in turn; `is_required`: what nobody knows about is not believed."""

    sources: Sequence[Source]
    is_required: bool = True

    def check(self, chain: Sequence[x509.Certificate], at: datetime) -> str:
        """Every certificate under the root; returns how the first one, the person's, was checked."""
        hows = [self._check(one, issuer, at) for one, issuer in pairwise(chain)]
        return hows[0] if hows else UNCHECKED

    def _check(self, one: x509.Certificate, issuer: x509.Certificate, at: datetime) -> str:
        for source in self.sources:
            found = source.standing(one, issuer, at)
            if found is Standing.REVOKED:
                raise SignatureRefusedError(Fault.REVOKED)
            if found is Standing.GOOD:
                return source.name
        if self.is_required:
            raise SignatureRefusedError(Fault.REVOCATION_UNKNOWN)
        return UNCHECKED


@dataclass(frozen=True, slots=True)
class Lists:
    """CRLs in a folder; those with an address are fetched anew each hour. An old list knows nothing."""

    folder: Path
    urls: Sequence[str] = ()
    clock: Clock = utc_now
    name: str = "crl"

    def standing(self, one: x509.Certificate, issuer: x509.Certificate, at: datetime) -> Standing:
        self._refresh()
        found, is_known = Standing.UNKNOWN, False
        for crl in self._of(issuer):
            row = crl.get_revoked_certificate_by_serial_number(one.serial_number)
            if row is not None and row.revocation_date_utc <= at and not _is_released(row):
                return Standing.REVOKED
            is_known = is_known or not _is_delta(crl)
            found = Standing.GOOD if is_known else found
        return found

    def _of(self, issuer: x509.Certificate) -> Iterator[x509.CertificateRevocationList]:
        """Current lists that this very key has signed."""
        key, now = issuer.public_key(), self.clock()
        for path in sorted(self.folder.glob("*.crl")):
            crl = _load(path)
            if crl is None or crl.issuer != issuer.subject or not _is_current(crl, now):
                continue
            try:
                if crl.is_signature_valid(key):  # type: ignore[arg-type]  # a key of no kind signs no list
                    yield crl
            except TypeError:
                continue

    def _refresh(self) -> None:
        for url in self.urls:
            path = self.folder / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.crl"
            if not path.exists() or time.time() - path.stat().st_mtime > REFRESH:
                _fetch(url, path)


def _fetch(url: str, path: Path) -> None:
    """A list that cannot be had now leaves the old one in force, until its own end."""
    try:
        content = ask(url)
    except TemporaryFailureError as failure:
        logger.warning("a list of revoked certificates was not fetched: %s", failure)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(content)
    partial.rename(path)


def _load(path: Path) -> x509.CertificateRevocationList | None:
    content = path.read_bytes()
    try:
        if content.startswith(b"-----"):
            return x509.load_pem_x509_crl(content)
        return x509.load_der_x509_crl(content)
    except ValueError:
        logger.warning("%s is no list of revoked certificates", path.name)
        return None


def _is_current(crl: x509.CertificateRevocationList, now: datetime) -> bool:
    until = crl.next_update_utc
    return until is not None and crl.last_update_utc <= now <= until


def _is_delta(crl: x509.CertificateRevocationList) -> bool:
    """A list of what is new since another list: alone it shows that nothing."""
    return any(one.oid == ExtensionOID.DELTA_CRL_INDICATOR for one in crl.extensions)


def _is_released(row: x509.RevokedCertificate) -> bool:
    try:
        reason = row.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except x509.ExtensionNotFound:
        return False
    return reason is x509.ReasonFlags.remove_from_crl
