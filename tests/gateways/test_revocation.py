"""Whether a certificate was revoked: lists and the responder, and what is done when nobody knows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from qabyldau.gateways.signature.chain import Anchors
from qabyldau.gateways.signature.responder import Responder
from qabyldau.gateways.signature.revocation import Lists, Revocations, Standing
from qabyldau.ports.signature import Fault, SignatureRefusedError
from tests.signatures.authority import AT, Authority, Owner

Answer = Callable[[bytes], bytes]


@contextmanager
def http(answer: Answer, status: int = 200) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *_words: object) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def authority() -> Authority:
    return Authority()


def ocsp_answer(
    authority: Authority,
    *,
    by: Owner | None = None,
    about: Owner | None = None,
    at: datetime = AT,
    nonce: bytes | None = None,
) -> Answer:
    """What a responder says: by default the truth, signed by the authority itself."""

    def answer(raw: bytes) -> bytes:
        asked = ocsp.load_der_ocsp_request(raw)
        serial = about.certificate.serial_number if about else asked.serial_number
        since = authority.revoked.get(serial)
        signer = by or authority.between
        builder = ocsp.OCSPResponseBuilder().add_response(
            cert=authority.issued[serial],
            issuer=authority.between.certificate,
            algorithm=hashes.SHA256(),
            cert_status=ocsp.OCSPCertStatus.REVOKED if since else ocsp.OCSPCertStatus.GOOD,
            this_update=at,
            next_update=at + timedelta(hours=1),
            revocation_time=since,
            revocation_reason=None,
        )
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, signer.certificate)
        told = nonce or asked.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
        builder = builder.add_extension(x509.OCSPNonce(told), critical=False).certificates(
            [signer.certificate]
        )
        return builder.sign(signer.key, hashes.SHA256()).public_bytes(Encoding.DER)

    return answer


def ask(url: str, owner: Owner, authority: Authority) -> Standing:
    source = Responder(url, clock=lambda: AT, seconds=2)
    return source.standing(owner.certificate, authority.between.certificate, AT)


def test_the_responder_knows_who_is_good_and_who_was_revoked(authority: Authority) -> None:
    good, gone = authority.person(), authority.revoke(authority.person(iin="020308400024"))

    with http(ocsp_answer(authority)) as url:
        assert [ask(url, one, authority) for one in (good, gone)] == [Standing.GOOD, Standing.REVOKED]


def test_whom_the_authority_named_may_answer_for_it(authority: Authority) -> None:
    named = authority.person(iin="991025200047", purposes=["1.3.6.1.5.5.7.3.9"])
    other = authority.person(iin="051216300036")

    with http(ocsp_answer(authority, by=named)) as url:
        assert ask(url, authority.person(), authority) is Standing.GOOD
    with http(ocsp_answer(authority, by=other)) as url:
        assert ask(url, authority.person(), authority) is Standing.UNKNOWN


def test_an_answer_of_a_stranger_an_old_one_or_about_another_says_nothing(authority: Authority) -> None:
    one, other = authority.person(), authority.person(iin="020308400024")
    forger = Authority(seed="forged")
    answers = [
        ocsp_answer(authority, by=forger.between),
        ocsp_answer(authority, at=AT - timedelta(days=2)),
        ocsp_answer(authority, about=other),
        ocsp_answer(authority, nonce=b"another nonce 16"),
        lambda _: b"<html>",
        lambda _: ocsp.OCSPResponseBuilder.build_unsuccessful(ocsp.OCSPResponseStatus.TRY_LATER).public_bytes(
            Encoding.DER
        ),
    ]
    found = []
    for answer in answers:
        with http(answer) as url:
            found.append(ask(url, one, authority))

    assert set(found) == {Standing.UNKNOWN}


def test_a_responder_that_is_not_there_says_nothing(authority: Authority) -> None:
    assert ask("http://127.0.0.1:1/", authority.person(), authority) is Standing.UNKNOWN
    with http(lambda _: b"", status=503) as url:
        assert ask(url, authority.person(), authority) is Standing.UNKNOWN


def listed(folder: Path, authority: Authority, owner: Owner, at: datetime = AT) -> Standing:
    return Lists(folder, clock=lambda: AT).standing(owner.certificate, authority.between.certificate, at)


def test_an_old_list_a_foreign_list_and_no_list_know_nothing(authority: Authority, tmp_path: Path) -> None:
    owner = authority.person()
    assert listed(tmp_path, authority, owner) is Standing.UNKNOWN
    for content in (
        authority.crl(AT - timedelta(days=3)),
        Authority(seed="forged").crl(),
        b"-----BEGIN",
        b"?",
    ):
        (tmp_path / "one.crl").write_bytes(content)
        assert listed(tmp_path, authority, owner) is Standing.UNKNOWN

    (tmp_path / "one.crl").write_bytes(authority.crl())
    assert listed(tmp_path, authority, owner) is Standing.GOOD


def test_a_list_is_fetched_and_an_hour_kept(authority: Authority, tmp_path: Path) -> None:
    asked: list[bytes] = []

    def answer(raw: bytes) -> bytes:
        asked.append(raw)
        return authority.crl()

    with http(answer) as url:
        lists = Lists(tmp_path / "lists", [url], clock=lambda: AT)
        pair = authority.person().certificate, authority.between.certificate
        assert [lists.standing(*pair, AT) for _ in range(2)] == [Standing.GOOD] * 2

    assert len(asked) == 1


def chain(authority: Authority, owner: Owner) -> tuple[x509.Certificate, ...]:
    anchors = Anchors([authority.root.certificate], [authority.between.certificate])
    return anchors.chain(owner.certificate, (), AT)


def test_what_nobody_knows_is_believed_only_where_the_office_said_so(
    authority: Authority, tmp_path: Path
) -> None:
    found = chain(authority, authority.person())
    sources = [Lists(tmp_path, clock=lambda: AT)]

    with pytest.raises(SignatureRefusedError, match="revocation_unknown"):
        Revocations(sources).check(found, AT)
    assert Revocations(sources, is_required=False).check(found, AT) == "unchecked"


def test_an_authority_in_between_may_be_revoked_too(authority: Authority, tmp_path: Path) -> None:
    found = chain(authority, authority.person())
    (tmp_path / "between.crl").write_bytes(authority.crl())
    builder = x509.CertificateRevocationListBuilder().issuer_name(authority.root.certificate.subject)
    builder = builder.last_update(AT - timedelta(hours=1)).next_update(AT + timedelta(days=1))
    row = x509.RevokedCertificateBuilder().serial_number(authority.between.certificate.serial_number)
    builder = builder.add_revoked_certificate(row.revocation_date(AT - timedelta(days=1)).build())
    (tmp_path / "root.crl").write_bytes(
        builder.sign(authority.root.key, hashes.SHA256()).public_bytes(Encoding.DER)
    )

    with pytest.raises(SignatureRefusedError) as refused:
        Revocations([Lists(tmp_path, clock=lambda: AT)]).check(found, AT)
    assert refused.value.fault is Fault.REVOKED


def test_a_person_is_no_authority(authority: Authority) -> None:
    """Whoever has a true certificate of a person may not issue others with it."""
    person = authority.person()
    forged = authority.person(iin="020308400024", issuer=person)
    anchors = Anchors([authority.root.certificate], [authority.between.certificate])

    with pytest.raises(SignatureRefusedError, match="chain_unknown"):
        anchors.chain(forged.certificate, [person.certificate], AT)


def test_without_roots_nobody_is_believed(authority: Authority) -> None:
    with pytest.raises(SignatureRefusedError, match="chain_unknown"):
        Anchors([]).chain(authority.person().certificate, [authority.root.certificate], AT)
