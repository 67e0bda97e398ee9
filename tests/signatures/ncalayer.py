"""NCALayer on this machine, as far as a page can tell: a socket over TLS that signs with a test key."""

import base64
import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Thread

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.utils import timezone
from websockets.sync.server import ServerConnection, serve

from qabyldau.ports.signature import CLIENT_AUTH
from tests.signatures.authority import Authority, Owner, sign_cms

PORT = 13579


@dataclass
class NcaLayer:
    """`mood`: what the person at its window does: signs, cancels, has a wrong key."""

    signer: Owner
    entrance: Owner
    mood: str = "signs"
    asked: list[dict[str, object]] = field(default_factory=list)

    def speak(self, line: ServerConnection) -> None:
        line.send('{"result":{"version":"1.4"}}')
        for raw in line:
            self.asked.append(json.loads(raw))
            line.send(json.dumps(self._answer(self.asked[-1]["args"])))

    def _answer(self, args: object) -> dict[str, object]:
        if self.mood == "cancels":
            return {"status": True, "body": {}}
        if self.mood == "wrong key":
            return {"status": False, "code": "500", "message": "error"}
        assert isinstance(args, dict)
        purpose = args["signerParams"]["extKeyUsageOids"]
        owner = self.entrance if purpose == [CLIENT_AUTH] else self.signer
        data, now = base64.b64decode(args["data"]), _now()
        made = sign_cms(owner, data, attached=args["signingParams"]["encapsulate"], at=now)
        armoured = base64.encodebytes(made).decode()
        return {"status": True, "body": {"result": [f"-----BEGIN CMS-----\n{armoured}-----END CMS-----"]}}


def _now() -> datetime:
    return timezone.now().replace(microsecond=0)


@contextmanager
def running(layer: NcaLayer, authority: Authority, folder: Path) -> Iterator[NcaLayer]:
    """On the port where pages look for it, with a certificate that only tests would take."""
    own = authority.person("051216300036")
    key, certificate = folder / "layer.key", folder / "layer.crt"
    key.write_bytes(own.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate.write_bytes(own.certificate.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serve(layer.speak, "127.0.0.1", PORT, ssl=context) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield layer
        server.shutdown()
