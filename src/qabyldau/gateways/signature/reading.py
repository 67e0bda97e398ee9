"""What a signature says by itself, before anybody believes it: CMS by ASN.1, XML by its one safe reader."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import cms
from lxml import etree

from qabyldau.ports.signature import Fault, SignatureRefusedError, Wanted

BYTES = 1_000_000
PEM = re.compile(rb"-----BEGIN (?:CMS|PKCS7|CERTIFICATE)-----(.+?)-----END ", re.DOTALL)
DS = "http://www.w3.org/2000/09/xmldsig#"
SIGNATURE = f"{{{DS}}}Signature"
SEQUENCE = 0x30


@dataclass(frozen=True, slots=True)
class ReadCms:
    """A CMS with one signer. `content`: None when it is detached."""

    der: bytes
    info: cms.SignerInfo
    certificates: tuple[bytes, ...]
    content: bytes | None

    @property
    def claimed_at(self) -> datetime | None:
        """When the signer says that they signed; None: not said."""
        found = attribute(self.info, "signing_time")
        moment = found[0].native if found is not None and len(found) == 1 else None
        return moment.astimezone(UTC) if isinstance(moment, datetime) else None


@dataclass(frozen=True, slots=True)
class ReadXml:
    """A document whose only child is its enveloped signature."""

    raw: bytes
    certificate: bytes
    content: bytes


def is_xml(signature: bytes) -> bool:
    return signature.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def as_xml(data: bytes) -> bytes:
    """The document that is signed where somebody signs in XML: our data as the text of one element."""
    root = etree.Element("document")
    root.text = data.decode()
    return bytes(etree.tostring(root, encoding="utf-8"))


def read_cms(signature: bytes) -> ReadCms:
    der = _der(signature)
    try:
        outer = cms.ContentInfo.load(der, strict=True)
        if outer["content_type"].native != "signed_data":
            raise SignatureRefusedError(Fault.UNREADABLE)
        inner = outer["content"]
        infos, content = list(inner["signer_infos"]), inner["encap_content_info"]["content"].native
        given = [one for one in inner["certificates"] or () if one.name == "certificate"]
        certificates = tuple(one.chosen.dump() for one in given)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise SignatureRefusedError(Fault.UNREADABLE) from fault
    if len(infos) != 1:
        raise SignatureRefusedError(Fault.NOT_ONE_SIGNER)
    return ReadCms(der, infos[0], certificates, content if isinstance(content, bytes) else None)


def attribute(info: cms.SignerInfo, name: str) -> cms.SetOfAny | None:
    """The values of a signed attribute; None: it is not there. Twice the same attribute is a fault."""
    found = [one["values"] for one in info["signed_attrs"] or () if one["type"].native == name]
    if len(found) > 1:
        raise SignatureRefusedError(Fault.UNREADABLE)
    return found[0] if found else None


def read_xml(signature: bytes) -> ReadXml:
    """One element with text and one enveloped signature over the whole of it; nothing can hide beside."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(signature[:BYTES], parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise SignatureRefusedError(Fault.UNREADABLE) from fault
    children = list(root)
    docinfo = root.getroottree().docinfo
    if docinfo.doctype or [one.tag for one in children] != [SIGNATURE]:
        raise SignatureRefusedError(Fault.UNREADABLE)
    names = {"ds": DS}
    references = root.findall(f"{SIGNATURE}/ds:SignedInfo/ds:Reference", names)
    certificate = root.findall(f"{SIGNATURE}/ds:KeyInfo/ds:X509Data/ds:X509Certificate", names)
    if [one.get("URI") for one in references] != [""] or len(certificate) != 1:
        raise SignatureRefusedError(Fault.UNREADABLE)
    text = (root.text or "") + (children[0].tail or "")
    return ReadXml(signature, _decoded((certificate[0].text or "").encode()), text.encode())


def agree(content: bytes, wanted: Wanted) -> None:
    """What was signed is what had to be; an older challenge is told apart from other words."""
    if content == wanted.data:
        return
    other_nonce = bool(wanted.nonce) and wanted.nonce.encode() not in content
    raise SignatureRefusedError(Fault.OTHER_NONCE if other_nonce else Fault.OTHER_DATA)


def _der(signature: bytes) -> bytes:
    """DER as it is, or out of PEM or bare base64, as programs like to save it."""
    if not signature or len(signature) > BYTES:
        raise SignatureRefusedError(Fault.UNREADABLE)
    if signature[0] == SEQUENCE and not signature.isascii():
        return signature
    armoured = PEM.search(signature)
    return _decoded(armoured[1] if armoured else signature)


def _decoded(text: bytes) -> bytes:
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except (ValueError, binascii.Error) as fault:
        raise SignatureRefusedError(Fault.UNREADABLE) from fault
