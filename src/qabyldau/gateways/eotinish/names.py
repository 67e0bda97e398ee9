"""Namespaces of the channel, and the one safe way to read what came from outside."""

import re
from datetime import UTC, datetime

from lxml import etree

from qabyldau.ports.eotinish import GarbageError

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
ASYNC = "http://bip.bee.kz/AsyncChannel/v10/Types"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"
BYTES = 1_000_000
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tag(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}"


def parsed(raw: bytes) -> etree._Element:
    """No entities, no document type, no network, no huge trees: anything else is garbage."""
    if len(raw) > BYTES:
        raise GarbageError("too_long")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise GarbageError("not_xml") from fault
    docinfo = root.getroottree().docinfo
    if docinfo.doctype or docinfo.internalDTD is not None:
        raise GarbageError("document_type")
    return root


def only(root: etree._Element, name: str) -> etree._Element:
    """The one child of this name; none or two are garbage."""
    found = root.findall(name)
    if len(found) != 1:
        raise GarbageError("shape")
    return found[0]


def text(root: etree._Element, path: str) -> str:
    """What stands there, stripped; empty when there is nothing."""
    return (root.findtext(path) or "").strip()


def add(parent: etree._Element, name: str, words: object = None) -> etree._Element:
    child = etree.SubElement(parent, name)
    if words is not None:
        child.text = UNWRITABLE.sub("\ufffd", str(words))
    return child


def written(moment: datetime) -> str:
    """As the channel writes moments: UTC, to the millisecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def read(moment: str) -> datetime:
    try:
        found = datetime.fromisoformat(moment)
    except ValueError as fault:
        raise GarbageError("moment") from fault
    if found.tzinfo is None:
        raise GarbageError("moment")
    return found
