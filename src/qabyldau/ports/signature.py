"""The state's digital signature (ЭЦП): what we ask of whoever verifies one, in our own words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Usage(StrEnum):
    """What a key may be used for: to sign papers, or to sign in."""

    SIGN = "sign"
    AUTH = "auth"


class Fault(StrEnum):
    """Why a signature is not believed."""

    UNREADABLE = "unreadable"
    NOT_ONE_SIGNER = "not_one_signer"
    ALGORITHM = "algorithm"
    BAD_SIGNATURE = "bad_signature"
    OTHER_DATA = "other_data"
    OTHER_NONCE = "other_nonce"
    CHAIN_UNKNOWN = "chain_unknown"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    WRONG_USAGE = "wrong_usage"
    REVOKED = "revoked"
    REVOCATION_UNKNOWN = "revocation_unknown"


class SignatureRefusedError(Exception):
    """A signature that is not believed; the message is the code of what is wrong, never what it says."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Wanted:
    """What had to be signed. `nonce` stands in `data`: told apart is a signature over an older challenge.

    `at`: the moment for which the certificate must be valid and not revoked.
    """

    data: bytes
    usage: Usage
    at: datetime
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """The owner of a certificate, as the authority states it. People are known by ИИН, never by name."""

    common_name: str
    surname: str = ""
    patronymic: str = ""
    iin: str = ""
    bin: str = ""
    organisation: str = ""
    serial: str = ""
    issuer: str = ""
    usages: frozenset[Usage] = frozenset()
    purposes: tuple[str, ...] = ()
    valid_from: datetime | None = None
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A believed signature. `claimed_at` is the signer's own word unless `is_time_proved`.

    `revocation`: how it was made sure that the certificate was not revoked.
    """

    signer: Signer
    revocation: str
    claimed_at: datetime | None = None
    is_time_proved: bool = False


class SignatureVerifier(Protocol):
    """Raises SignatureRefusedError, or TemporaryFailureError when it cannot say now."""

    def verify(self, signature: bytes, wanted: Wanted) -> Signed:
        """CMS (attached or detached) or XML: one signer, over exactly this data."""
        ...

    def certificate(self, der: bytes, at: datetime) -> Signer:
        """A certificate by itself: its chain, its dates, and that it is not revoked."""
        ...


# Purposes of certificates of the national authority: OIDs of the extended key usage.
PERSON, COMPANY = "1.2.398.3.3.4.1.1", "1.2.398.3.3.4.1.2"
FIRST_HEAD, MAY_SIGN = "1.2.398.3.3.4.1.2.1", "1.2.398.3.3.4.1.2.2"
EMPLOYEE = "1.2.398.3.3.4.1.2.5"
EMAIL_PROTECTION, CLIENT_AUTH = "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.2"
