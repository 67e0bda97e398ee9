"""A national authority of our own making: roots, those between, people and companies, and what they sign."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from lxml import etree
from signxml.algorithms import SignatureConstructionMethod
from signxml.signer import XMLSigner

from qabyldau.ports.signature import CLIENT_AUTH, COMPANY, EMAIL_PROTECTION, FIRST_HEAD, PERSON, Usage

AT = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
FROM, UNTIL = AT - timedelta(days=100), AT + timedelta(days=265)
ROOT_CN, BETWEEN_CN = "ТЕСТОВЫЙ КОРНЕВОЙ ЦЕНТР", "ТЕСТОВЫЙ УДОСТОВЕРЯЮЩИЙ ЦЕНТР (RSA)"
IIN, OTHER_IIN, BIN = "010101300010", "020308400024", "980140000015"
USAGE_OIDS = {Usage.SIGN: EMAIL_PROTECTION, Usage.AUTH: CLIENT_AUTH}


@cache
def key(name: str) -> rsa.RSAPrivateKey:
    """Made once for all tests: making keys is slow."""
    assert name
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Owner:
    """A key with its certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)


def _key_usage(*, authority: bool, usage: Usage = Usage.SIGN) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority and usage is Usage.SIGN,
        key_encipherment=not authority and usage is Usage.AUTH,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _name(**parts: str) -> x509.Name:
    oids = {
        "cn": NameOID.COMMON_NAME,
        "surname": NameOID.SURNAME,
        "given": NameOID.GIVEN_NAME,
        "number": NameOID.SERIAL_NUMBER,
        "o": NameOID.ORGANIZATION_NAME,
        "ou": NameOID.ORGANIZATIONAL_UNIT_NAME,
    }
    rows = [x509.NameAttribute(oids[name], value) for name, value in parts.items() if value]
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ"), *rows])


@dataclass
class Authority:
    """A root and one authority under it. `seed` makes other keys under the very same names."""

    seed: str = "true"
    revoked: dict[int, datetime] = field(default_factory=dict)
    issued: dict[int, x509.Certificate] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self._authority(ROOT_CN, None)
        self.between = self._authority(BETWEEN_CN, self.root)

    def _authority(self, cn: str, issuer: Owner | None) -> Owner:
        own = key(f"{self.seed}:{cn}")
        above = issuer or Owner(own, None)  # type: ignore[arg-type]  # a root signs itself
        issuer_name = issuer.certificate.subject if issuer else _name(cn=cn)
        builder = _begun(_name(cn=cn), issuer_name, own, FROM, UNTIL)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        builder = builder.add_extension(_key_usage(authority=True), critical=True)
        return Owner(own, builder.sign(above.key, hashes.SHA256()))

    def person(
        self,
        iin: str = IIN,
        usage: Usage = Usage.SIGN,
        *,
        bin: str = "",
        purposes: Sequence[str] = (),
        since: datetime = FROM,
        until: datetime = UNTIL,
        issuer: Owner | None = None,
    ) -> Owner:
        """ТЕСТОВ ҮЛГІ of that ИИН; with a БИН, for a company."""
        own = key(f"{self.seed}:{iin}:{usage}:{bin}")
        name = _name(
            cn="ТЕСТОВ ҮЛГІ",
            surname="ТЕСТОВ",
            given="ҮЛГІҰЛЫ",
            number=f"IIN{iin}",
            o="ТОО «Үлгі»" if bin else "",
            ou=f"BIN{bin}" if bin else "",
        )
        above = issuer or self.between
        builder = _begun(name, above.certificate.subject, own, since, until)
        builder = builder.add_extension(_key_usage(authority=False, usage=usage), critical=True)
        oids = [USAGE_OIDS[usage], *(purposes or ([COMPANY, FIRST_HEAD] if bin else [PERSON]))]
        eku = x509.ExtendedKeyUsage([x509.ObjectIdentifier(oid) for oid in oids])
        certificate = builder.add_extension(eku, critical=False).sign(above.key, hashes.SHA256())
        self.issued[certificate.serial_number] = certificate
        return Owner(own, certificate)

    def revoke(self, owner: Owner, at: datetime = AT - timedelta(days=1)) -> Owner:
        self.revoked[owner.certificate.serial_number] = at
        return owner

    def crl(self, at: datetime = AT, *, of_root: bool = False) -> bytes:
        above = self.root if of_root else self.between
        builder = x509.CertificateRevocationListBuilder().issuer_name(above.certificate.subject)
        builder = builder.last_update(at - timedelta(hours=1)).next_update(at + timedelta(days=1))
        for serial, since in {} if of_root else self.revoked.items():
            row = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since)
            builder = builder.add_revoked_certificate(row.build())
        return builder.sign(above.key, hashes.SHA256()).public_bytes(Encoding.DER)


def _begun(
    subject: x509.Name, issuer: x509.Name, own: rsa.RSAPrivateKey, since: datetime, until: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer)
    builder = builder.public_key(own.public_key()).serial_number(x509.random_serial_number())
    return builder.not_valid_before(since).not_valid_after(until)


def sign_cms(
    owner: Owner,
    data: bytes,
    *,
    attached: bool = False,
    between: Sequence[Owner] = (),
    at: datetime = AT,
    spoil: bool = False,
    signers: int = 1,
) -> bytes:
    """A CMS as NCALayer makes one: SHA-256 by RSA, signed attributes, the certificate inside."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(data)
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "signing_time", "values": [cms.Time("utc_time", at)]},
            {"type": "message_digest", "values": [digest.finalize()]},
        ]
    )
    mark = owner.key.sign(attributes.dump(), padding.PKCS1v15(), hashes.SHA256())
    mine = cms.Certificate.load(owner.der)
    info = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": mine.issuer, "serial_number": mine.serial_number}},
        "digest_algorithm": {"algorithm": "sha256"},
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": "sha256_rsa"},
        "signature": mark[:-1] + bytes([mark[-1] ^ 1]) if spoil else mark,
    }
    content: dict[str, object] = {"content_type": "data"}
    if attached:
        content["content"] = data
    body = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": content,
            "certificates": [mine, *(cms.Certificate.load(one.der) for one in between)],
            "signer_infos": [info] * signers,
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": body}).dump())


def sign_xml(owner: Owner, data: bytes) -> bytes:
    root = etree.Element("document")
    root.text = data.decode()
    signer = XMLSigner(method=SignatureConstructionMethod.enveloped)
    made = signer.sign(root, key=owner.key, cert=[owner.certificate])
    return bytes(etree.tostring(made))


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()
