"""From a certificate to an authority that the installation trusts: names are nothing, keys are all."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.x509.verification import (
    Criticality,
    ExtensionPolicy,
    Policy,
    PolicyBuilder,
    Store,
    VerificationError,
)

from qabyldau.ports.signature import Fault, SignatureRefusedError

DEPTH = 4
Chain = tuple[x509.Certificate, ...]


class Anchors:
    """The roots that are trusted, and the certificates between that need not come with a signature."""

    def __init__(self, roots: Iterable[x509.Certificate], between: Iterable[x509.Certificate] = ()) -> None:
        self.roots = tuple(roots)
        self.between = tuple(between)

    @classmethod
    def read(cls, path: Path) -> "Anchors":
        """PEM with roots and those between: who signed itself is a root."""
        found = x509.load_pem_x509_certificates(path.read_bytes())
        roots = [one for one in found if one.issuer == one.subject]
        return cls(roots, [one for one in found if one not in roots])

    def chain(self, leaf: x509.Certificate, given: Iterable[x509.Certificate], at: datetime) -> Chain:
        """The leaf, those between, and the root; valid on that moment, every signature checked."""
        in_time(leaf, at)
        if not self.roots:
            raise SignatureRefusedError(Fault.CHAIN_UNKNOWN)
        builder = PolicyBuilder().store(Store(list(self.roots))).time(at).max_chain_depth(DEPTH)
        verifier = builder.extension_policies(ca_policy=AUTHORITIES, ee_policy=PEOPLE).build_client_verifier()
        try:
            return tuple(verifier.verify(leaf, [*self.between, *given]).chain)
        except (VerificationError, ValueError) as fault:
            raise SignatureRefusedError(Fault.CHAIN_UNKNOWN) from fault


def in_time(leaf: x509.Certificate, at: datetime) -> None:
    if at > leaf.not_valid_after_utc:
        raise SignatureRefusedError(Fault.EXPIRED)
    if at < leaf.not_valid_before_utc:
        raise SignatureRefusedError(Fault.NOT_YET)


def _may_issue(_policy: Policy, _certificate: x509.Certificate, found: x509.ExtensionType) -> None:
    if not (isinstance(found, x509.BasicConstraints) and found.ca):
        raise ValueError("not an authority")


def _may_sign_certificates(
    _policy: Policy, _certificate: x509.Certificate, found: x509.ExtensionType
) -> None:
    if not (isinstance(found, x509.KeyUsage) and found.key_cert_sign):
        raise ValueError("not a key of an authority")


# Not the rules of web servers: people's certificates have no names of hosts, and purposes of their own.
PEOPLE = ExtensionPolicy.permit_all()
AUTHORITIES = (
    ExtensionPolicy.permit_all()
    .require_present(x509.BasicConstraints, Criticality.AGNOSTIC, _may_issue)
    .require_present(x509.KeyUsage, Criticality.AGNOSTIC, _may_sign_certificates)
)
