"""One contract for both verifiers: what they believe, and by which code they refuse."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qabyldau.gateways.signature.chain import Anchors
from qabyldau.gateways.signature.local import LocalVerifier
from qabyldau.gateways.signature.ncanode import NcaNode
from qabyldau.gateways.signature.revocation import Lists, Revocations
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.signature import (
    COMPANY,
    FIRST_HEAD,
    Fault,
    SignatureRefusedError,
    SignatureVerifier,
    Signed,
    Signer,
    Usage,
    Wanted,
)
from tests.signatures.authority import AT, BIN, IIN, UNTIL, Authority, Owner, sign_cms, sign_xml
from tests.signatures.ncanode_stub import Stub, served

DATA = "Қабылдау: бас тарту. Нөмірі ZKO-2026-000001, nonce 5b1f.".encode()
WANTED = Wanted(DATA, Usage.SIGN, AT, nonce="5b1f")


@pytest.fixture
def authority() -> Authority:
    return Authority()


@pytest.fixture
def forger() -> Authority:
    """The same names, other keys: what forged chains are made of."""
    return Authority(seed="forged")


@pytest.fixture
def stub(authority: Authority) -> Stub:
    return Stub(authority)


@pytest.fixture
def lists(authority: Authority, tmp_path: Path) -> Callable[[], Lists]:
    """The authority's lists as they are when they are asked for."""

    def published() -> Lists:
        (tmp_path / "between.crl").write_bytes(authority.crl())
        (tmp_path / "root.crl").write_bytes(authority.crl(of_root=True))
        return Lists(tmp_path, clock=lambda: AT)

    return published


@pytest.fixture(params=["local", "ncanode"])
def verifier(
    request: pytest.FixtureRequest, authority: Authority, lists: Callable[[], Lists], stub: Stub
) -> Iterator[SignatureVerifier]:
    if request.param == "local":
        yield Fresh(authority, lists)
        return
    with served(stub) as url:
        yield NcaNode(url)


class Fresh:
    """Our own verifier with lists published at the moment of the question."""

    def __init__(self, authority: Authority, lists: Callable[[], Lists]) -> None:
        self.anchors = Anchors([authority.root.certificate], [authority.between.certificate])
        self.lists = lists

    def _now(self) -> LocalVerifier:
        return LocalVerifier(self.anchors, Revocations([self.lists()]))

    def verify(self, signature: bytes, wanted: Wanted) -> Signed:
        return self._now().verify(signature, wanted)

    def certificate(self, der: bytes, at: datetime) -> Signer:
        return self._now().certificate(der, at)


Make = Callable[[Owner, bytes], bytes]
FORMS: dict[str, Make] = {
    "detached": sign_cms,
    "attached": lambda owner, data: sign_cms(owner, data, attached=True),
    "pem": lambda owner, data: (
        b"-----BEGIN CMS-----\n" + base64.encodebytes(sign_cms(owner, data)) + b"-----END CMS-----"
    ),
    "xml": sign_xml,
}


@pytest.mark.parametrize("form", FORMS)
def test_a_good_signature_names_its_signer(
    verifier: SignatureVerifier, authority: Authority, form: str
) -> None:
    owner = authority.person()

    found = verifier.verify(FORMS[form](owner, DATA), WANTED)

    assert (found.signer.iin, found.signer.common_name) == (IIN, "ТЕСТОВ ҮЛГІ")
    assert (found.signer.surname, found.signer.patronymic, found.signer.bin) == ("ТЕСТОВ", "ҮЛГІҰЛЫ", "")
    assert found.signer.serial == f"{owner.certificate.serial_number:x}"
    assert (set(found.signer.usages), found.signer.valid_until) == ({Usage.SIGN}, UNTIL)
    assert found.revocation != "unchecked"


def test_an_employee_signs_for_the_company(verifier: SignatureVerifier, authority: Authority) -> None:
    found = verifier.verify(sign_cms(authority.person(bin=BIN), DATA), WANTED)

    assert (found.signer.iin, found.signer.bin, found.signer.organisation) == (IIN, BIN, "ТОО «Үлгі»")
    assert {COMPANY, FIRST_HEAD} <= set(found.signer.purposes)


def test_the_signers_clock_is_told(verifier: SignatureVerifier, authority: Authority) -> None:
    found = verifier.verify(sign_cms(authority.person(), DATA, at=AT - timedelta(minutes=3)), WANTED)

    assert (found.claimed_at, found.is_time_proved) == (AT - timedelta(minutes=3), False)


Case = Callable[[Authority, Authority], bytes]


def _revoked(authority: Authority, _forger: Authority) -> bytes:
    return sign_cms(authority.revoke(authority.person()), DATA)


def _expired(authority: Authority, _forger: Authority) -> bytes:
    return sign_cms(authority.person(until=AT - timedelta(days=1)), DATA)


def _early(authority: Authority, _forger: Authority) -> bytes:
    return sign_cms(authority.person(since=AT + timedelta(days=1)), DATA)


def _forged(_authority: Authority, forger: Authority) -> bytes:
    """A whole chain of the right names, root and all, sent along."""
    return sign_cms(forger.person(), DATA, between=[forger.between, forger.root])


def _borrowed(authority: Authority, forger: Authority) -> bytes:
    """Somebody's true certificate, and another's key."""
    return sign_cms(Owner(forger.person().key, authority.person().certificate), DATA)


REFUSED: list[tuple[Fault, Case]] = [
    (Fault.BAD_SIGNATURE, lambda own, _: sign_cms(own.person(), DATA, spoil=True)),
    (Fault.BAD_SIGNATURE, _borrowed),
    (Fault.CHAIN_UNKNOWN, _forged),
    (Fault.EXPIRED, _expired),
    (Fault.NOT_YET, _early),
    (Fault.REVOKED, _revoked),
    (Fault.WRONG_USAGE, lambda own, _: sign_cms(own.person(usage=Usage.AUTH), DATA)),
    (Fault.OTHER_NONCE, lambda own, _: sign_cms(own.person(), DATA.replace(b"5b1f", b"77aa"), attached=True)),
    (Fault.OTHER_DATA, lambda own, _: sign_cms(own.person(), DATA + b" 5b1f.", attached=True)),
    (Fault.OTHER_DATA, lambda own, _: sign_xml(own.person(), DATA + b" 5b1f.")),
    (Fault.NOT_ONE_SIGNER, lambda own, _: sign_cms(own.person(), DATA, signers=2)),
    (Fault.UNREADABLE, lambda *_: b"\x30\x03\x02\x01\xff"),
    (Fault.UNREADABLE, lambda *_: b"not a signature"),
    (Fault.UNREADABLE, lambda *_: b""),
    (Fault.UNREADABLE, lambda *_: b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    (Fault.UNREADABLE, lambda own, _: sign_xml(own.person(), DATA).replace(b"<ds:Sig", b"<evil/><ds:Sig", 1)),
]


@pytest.mark.parametrize(("fault", "case"), REFUSED, ids=[f"{one}-{n}" for n, (one, _) in enumerate(REFUSED)])
def test_what_is_not_believed_has_its_code(
    verifier: SignatureVerifier, authority: Authority, forger: Authority, fault: Fault, case: Case
) -> None:
    signature = case(authority, forger)

    with pytest.raises(SignatureRefusedError) as refused:
        verifier.verify(signature, WANTED)

    assert refused.value.fault == fault


def test_other_data_under_a_detached_signature(verifier: SignatureVerifier, authority: Authority) -> None:
    """NCANode says only that it does not fit; we, in what."""
    with pytest.raises(SignatureRefusedError) as refused:
        verifier.verify(sign_cms(authority.person(), DATA + b"!"), WANTED)

    assert refused.value.fault in {Fault.OTHER_DATA, Fault.BAD_SIGNATURE}


def test_who_was_revoked_later_had_signed_rightly(verifier: SignatureVerifier, authority: Authority) -> None:
    owner = authority.revoke(authority.person())
    signature = sign_cms(owner, DATA)

    with pytest.raises(SignatureRefusedError):
        verifier.verify(signature, WANTED)
    if isinstance(verifier, Fresh):  # NCANode knows only of now
        assert verifier.verify(signature, replace(WANTED, at=AT - timedelta(days=2)))


def test_a_certificate_by_itself(
    verifier: SignatureVerifier, authority: Authority, forger: Authority
) -> None:
    assert verifier.certificate(authority.person().der, AT).iin == IIN
    faults = []
    for one in (authority.revoke(authority.person()), forger.person()):
        with pytest.raises(SignatureRefusedError) as refused:
            verifier.certificate(one.der, AT)
        faults.append(refused.value.fault)

    assert faults == [Fault.REVOKED, Fault.CHAIN_UNKNOWN]


def test_a_signature_by_gost_is_named_so(authority: Authority, lists: Callable[[], Lists]) -> None:
    """sha256 becomes an algorithm that we do not know: the same length, another number."""
    rsa, other = bytes.fromhex("06092a864886f70d01010b"), bytes.fromhex("06092a864886f70d0101ff")
    signature = sign_cms(authority.person(), DATA)
    place = signature.rindex(rsa)
    changed = signature[:place] + other[:-1] + b"\x7f" + signature[place + len(rsa) :]

    with pytest.raises(SignatureRefusedError) as refused:
        Fresh(authority, lists).verify(changed, WANTED)

    assert refused.value.fault == Fault.ALGORITHM


@pytest.mark.parametrize(
    ("status", "content"),
    [(500, b"{}"), (200, b"<html>"), (200, b"[]"), (200, b'{"signers": 5}'), (503, b"")],
)
def test_nonsense_of_ncanode_is_a_failure_of_now(
    stub: Stub, authority: Authority, status: int, content: bytes
) -> None:
    stub.says = (status, content)

    with served(stub) as url, pytest.raises(TemporaryFailureError):
        NcaNode(url).verify(sign_cms(authority.person(), DATA), WANTED)


def test_ncanode_that_is_not_there_is_a_failure_of_now(authority: Authority) -> None:
    with pytest.raises(TemporaryFailureError):
        NcaNode("http://127.0.0.1:1").verify(sign_cms(authority.person(), DATA), WANTED)


def test_ncanode_is_asked_as_its_pages_say(stub: Stub, authority: Authority) -> None:
    signature = sign_cms(authority.person(), DATA)

    with served(stub) as url:
        NcaNode(url).verify(signature, WANTED)

    (path, body), encoded = stub.asked[0], base64.b64encode
    assert path == "/cms/verify"
    assert body == {
        "cms": encoded(signature).decode(),
        "data": encoded(DATA).decode(),
        "revocationCheck": ["OCSP", "CRL"],
    }


def test_ncanode_that_could_not_ask_of_revocation_is_not_enough(stub: Stub, authority: Authority) -> None:
    stub.knows_revocations = False
    signature = sign_cms(authority.person(), DATA)

    with served(stub) as url:
        with pytest.raises(SignatureRefusedError, match="revocation_unknown"):
            NcaNode(url).verify(signature, WANTED)
        assert NcaNode(url, is_required=False).verify(signature, WANTED).revocation == "unchecked"
