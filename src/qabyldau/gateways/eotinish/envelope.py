"""Envelopes of the asynchronous channel: SOAP 1.1, message and correlation ids, sender."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lxml import etree

from qabyldau.gateways.eotinish.names import ASYNC, SOAP, add, only, read, tag, text, written
from qabyldau.ports.eotinish import GarbageError


class MessageType(StrEnum):
    REQUEST = "REQUEST"
    RESPONSE = "RESPONSE"
    NOTIFICATION = "NOTIFICATION"


@dataclass(frozen=True, slots=True)
class Sender:
    """Under which name we are known to the channel, and which service we ask for."""

    service: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the channel sees it; `data` is what the two ends say to each other."""

    message_id: str
    correlation_id: str
    kind: MessageType
    at: datetime
    data: etree._Element


def envelope(operation: str) -> tuple[etree._Element, etree._Element]:
    """An empty envelope with a header, and the element of this operation in its body."""
    root = etree.Element(tag(SOAP, "Envelope"), nsmap={"soap": SOAP})
    add(root, tag(SOAP, "Header"))
    body = add(root, tag(SOAP, "Body"))
    return root, etree.SubElement(body, tag(ASYNC, operation), nsmap={"typ": ASYNC})


def send_message(message: Message, sender: Sender) -> etree._Element:
    root, operation = envelope("sendMessage")
    request = add(operation, "request")
    about = add(request, "messageInfo")
    add(about, "messageId", message.message_id)
    add(about, "correlationId", message.correlation_id)
    add(about, "serviceId", sender.service)
    add(about, "messageType", message.kind)
    add(about, "messageDate", written(message.at))
    who = add(about, "sender")
    add(who, "senderId", sender.name)
    add(who, "password", sender.password)
    add(add(request, "messageData"), "data").append(message.data)
    return root


def message_of(body: etree._Element) -> Message:
    request = only(only(body, tag(ASYNC, "sendMessage")), "request")
    about = only(request, "messageInfo")
    try:
        kind = MessageType(text(about, "messageType"))
    except ValueError as fault:
        raise GarbageError("message_type") from fault
    found = Message(
        message_id=text(about, "messageId"),
        correlation_id=text(about, "correlationId"),
        kind=kind,
        at=read(text(about, "messageDate")),
        data=only(only(request, "messageData"), "data"),
    )
    if not (found.message_id and found.correlation_id):
        raise GarbageError("ids")
    return found


def taken(message_id: str, correlation_id: str, at: datetime) -> etree._Element:
    """The channel's receipt: the message is in the queue of the other side."""
    root, operation = envelope("sendMessageResponse")
    response = add(operation, "response")
    add(response, "messageId", message_id)
    add(response, "correlationId", correlation_id)
    add(response, "responseDate", written(at))
    return root


def receipt_of(body: etree._Element) -> tuple[str, str]:
    """Message and correlation id of a receipt."""
    response = only(only(body, tag(ASYNC, "sendMessageResponse")), "response")
    return text(response, "messageId"), text(response, "correlationId")


def fault(code: str, words: str) -> bytes:
    """A SOAP fault; `code` is Client or Server."""
    root = etree.Element(tag(SOAP, "Envelope"), nsmap={"soap": SOAP})
    one = add(add(root, tag(SOAP, "Body")), tag(SOAP, "Fault"))
    add(one, "faultcode", f"soap:{code}")
    add(one, "faultstring", words)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def fault_in(root: etree._Element) -> str | None:
    """The code of a SOAP fault; None: it is no fault."""
    code = root.findtext(f"{tag(SOAP, 'Body')}/{tag(SOAP, 'Fault')}/faultcode")
    return None if code is None else code.rpartition(":")[2].strip()
