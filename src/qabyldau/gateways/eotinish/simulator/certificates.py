"""Certificates of the simulator, made on the spot: the office's, the register's, and a stranger's."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from qabyldau.gateways.eotinish.signature import Keys

OFFICE, REGISTER = "office", "register"
BITS = 2048
VALID = timedelta(days=30)


def pair(name: str, at: datetime) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """A key and a certificate that it signed for itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Qabyldau simulator: {name}")])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    dated = builder.not_valid_before(at - timedelta(hours=1)).not_valid_after(at + VALID)
    return key, dated.sign(key, hashes.SHA256())


def office_keys(folder: Path, at: datetime) -> Keys:
    """The office's side; whoever of the two starts first makes both pairs."""
    _ensure(folder, at)
    return Keys.read(folder / f"{OFFICE}.key", folder / f"{OFFICE}.crt", folder / f"{REGISTER}.crt")


def register_keys(folder: Path, at: datetime) -> Keys:
    """The register's side of the same."""
    _ensure(folder, at)
    return Keys.read(folder / f"{REGISTER}.key", folder / f"{REGISTER}.crt", folder / f"{OFFICE}.crt")


def _ensure(folder: Path, at: datetime) -> None:
    """Both pairs, still valid for a day; else new ones."""
    if all(_is_valid(folder / f"{name}.crt", at) for name in (OFFICE, REGISTER)):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name in (OFFICE, REGISTER):
        key, certificate = pair(name, at)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        _write(folder / f"{name}.key", private)
        _write(folder / f"{name}.crt", certificate.public_bytes(Encoding.PEM))


def _is_valid(path: Path, at: datetime) -> bool:
    if not path.exists():
        return False
    until = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    return at + timedelta(days=1) <= until


def _write(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
