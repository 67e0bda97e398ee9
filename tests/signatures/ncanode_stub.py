"""NCANode as its controllers describe it, over a real socket; what it knows, it knows of a test authority."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from asn1crypto import cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from lxml import etree
from signxml.exceptions import SignXMLException
from signxml.verifier import SignatureConfiguration, XMLVerifier

from qabyldau.gateways.signature.certificates import signer as read
from qabyldau.ports.signature import Usage
from tests.signatures.authority import AT, Authority

WORDS = {"1.2.398.3.3.4.1.1": "INDIVIDUAL", "1.2.398.3.3.4.1.2": "ORGANIZATION", "1.2.398.3.3.4.1.2.1": "CEO"}
GOST = "1.2.398.3.10.1.1.2.3.2"


@dataclass
class Stub:
    """`knows_revocations` False: neither OCSP nor CRL could be asked."""

    authority: Authority
    now: datetime = AT
    knows_revocations: bool = True
    says: tuple[int, bytes] | None = None
    asked: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def hear(self, path: str, raw: bytes) -> tuple[int, bytes]:
        if self.says:
            return self.says
        body = json.loads(raw)
        self.asked.append((path, body))
        doors: dict[str, Callable[[Any], dict[str, object]]] = {
            "/cms/verify": self._cms,
            "/xml/verify": self._xml,
            "/x509/info": self._x509,
        }
        try:
            return 200, json.dumps({"status": 200, "message": "OK", **doors[path](body)}).encode()
        except (ValueError, TypeError, KeyError):
            return 400, b'{"status":400,"message":"cannot read"}'

    def _cms(self, body: dict[str, str]) -> dict[str, object]:
        inner = cms.ContentInfo.load(base64.b64decode(body["cms"]))["content"]
        kept = inner["encap_content_info"]["content"].native
        data = kept if kept is not None else base64.b64decode(body["data"])
        fine, signers = True, []
        for info in inner["signer_infos"]:
            number = info["sid"].chosen["serial_number"].native
            rows = [x509.load_der_x509_certificate(one.chosen.dump()) for one in inner["certificates"]]
            mine = next(one for one in rows if one.serial_number == number)
            fine = fine and _is_signed(info, mine, data) and self._info(mine)["valid"] is True
            signers.append({"certificates": [self._info(one) for one in rows], "tsp": None})
        return {"valid": fine, "signers": signers}

    def _xml(self, body: dict[str, str]) -> dict[str, object]:
        root = etree.fromstring(body["xml"].encode())
        text = root.findtext(".//{http://www.w3.org/2000/09/xmldsig#}X509Certificate") or ""
        mine = x509.load_der_x509_certificate(base64.b64decode(text))
        try:
            rules = SignatureConfiguration(verification_time=self.now)
            XMLVerifier().verify(body["xml"].encode(), x509_cert=mine, expect_config=rules)
            fine = True
        except (SignXMLException, InvalidSignature):
            fine = False
        return {"valid": fine and self._info(mine)["valid"] is True, "signers": [self._info(mine)]}

    def _x509(self, body: dict[str, list[str]]) -> dict[str, object]:
        rows = [x509.load_der_x509_certificate(base64.b64decode(one)) for one in body["certs"]]
        return {"signers": [self._info(one) for one in rows]}

    def _info(self, one: x509.Certificate) -> dict[str, object]:
        """CertificateInfo. A certificate of the stub's own authority is valid; of the same names, not."""
        found, since = read(one), self.authority.revoked.get(one.serial_number)
        is_known = self.authority.issued.get(one.serial_number) == one
        in_time = one.not_valid_before_utc <= self.now <= one.not_valid_after_utc
        rows = [
            {
                "revoked": since is not None,
                "by": by,
                "revocationTime": since and since.isoformat(),
                "reason": "",
            }
            for by in ("OCSP", "CRL")
        ]
        usage = "SIGN" if Usage.SIGN in found.usages else "AUTH" if Usage.AUTH in found.usages else "UNKNOWN"
        return {
            "valid": is_known and in_time and not since,
            "revocations": rows if self.knows_revocations else [],
            "notBefore": one.not_valid_before_utc.isoformat(),
            "notAfter": one.not_valid_after_utc.isoformat(),
            "keyUsage": usage,
            "keyUser": [WORDS[oid] for oid in found.purposes if oid in WORDS],
            "serialNumber": f"{one.serial_number:X}",
            "signAlg": "SHA256withRSA",
            "publicKey": "",
            "subject": {
                "commonName": found.common_name,
                "lastName": found.patronymic,
                "surName": found.surname,
                "organization": found.organisation or None,
                "iin": found.iin or None,
                "bin": found.bin or None,
                "country": "KZ",
            },
            "issuer": {"commonName": found.issuer, "country": "KZ"},
        }


def _is_signed(info: cms.SignerInfo, mine: x509.Certificate, data: bytes) -> bool:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(data)
    said = next(
        one["values"][0].native for one in info["signed_attrs"] if one["type"].native == "message_digest"
    )
    whole = b"\x31" + info["signed_attrs"].dump()[1:]
    try:
        mine.public_key().verify(info["signature"].native, whole, padding.PKCS1v15(), hashes.SHA256())  # type: ignore[union-attr,call-arg,arg-type]
    except InvalidSignature:
        return False
    return bool(said == digest.finalize())


@contextmanager
def served(stub: Stub) -> Iterator[str]:
    """The address of the stub while it stands."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, content = stub.hear(self.path, self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_words: object) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
