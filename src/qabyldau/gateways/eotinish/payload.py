"""What the two ends say inside an envelope. The register's own schema was not to be had: this is ours,
with the field names that its screens and tests show, and the only file to change when the schema comes.
"""

import re
from datetime import datetime

from lxml import etree

from qabyldau.gateways.eotinish.names import add, only, read, text, written
from qabyldau.ports.eotinish import Applicant, Case, Declined, GarbageError, Item, Paper, Registered

NUMBER = re.compile(r"[^\W_][\w./-]{2,39}")
REGISTERED, DECLINED = Item("REGISTERED", "Тіркелді", "Зарегистрировано"), "DECLINED"


def appeal(case: Case, key: str) -> etree._Element:
    root = etree.Element("appeal")
    add(root, "externalId", key)
    add(root, "outgoingNumber", case.number)
    add(root, "receivedDate", written(case.received_at))
    add(root, "registrationDate", written(case.registered_at))
    _item(root, "appealForm", case.channel)
    _item(root, "language", case.language)
    _item(root, "issueCategory", case.topic)
    _applicant(root, case.applicant, case.people_count)
    add(root, "data", case.substance)
    for paper in case.papers:
        _paper(root, paper)
    return root


def _item(parent: etree._Element, name: str, item: Item) -> None:
    one = add(parent, name)
    add(one, "code", item.code)
    add(one, "kkValue", item.kk)
    add(one, "ruValue", item.ru)


def _applicant(parent: etree._Element, who: Applicant, people_count: int) -> None:
    one = add(parent, "applicant")
    _item(one, "applicantType", who.kind)
    add(one, "iinbin", who.number)
    add(one, "name", who.name)
    add(one, "attorney", who.representative)
    add(one, "applicantsCount", people_count)
    add(one, "mobile", who.phone)
    add(one, "email", who.email)
    add(one, "factAddress", who.address)


def _paper(parent: etree._Element, paper: Paper) -> None:
    one = add(parent, "files")
    add(one, "fileName", paper.name)
    add(one, "mimeType", paper.kind)
    add(one, "size", paper.size)
    add(one, "hash", paper.sha256)


def key_in(data: etree._Element) -> str:
    """Under which key an appeal was sent."""
    key = text(only(data, "appeal"), "externalId")
    if not key:
        raise GarbageError("no_key")
    return key


def answer(number: str, at: datetime) -> etree._Element:
    root = etree.Element("registration")
    _item(root, "status", REGISTERED)
    add(root, "regNumber", number)
    add(root, "regDate", written(at))
    return root


def answer_in(data: etree._Element, key: str) -> Registered | Declined:
    """The number of a registration, or the code of a refusal."""
    root = only(data, "registration")
    code = text(root, "status/code")
    if code == DECLINED:
        return Declined(key=key, reason=text(root, "reason/code")[:40] or DECLINED)
    number = text(root, "regNumber").upper()
    if code != REGISTERED.code or not NUMBER.fullmatch(number):
        raise GarbageError("number")
    return Registered(key=key, number=number, at=read(text(root, "regDate")))
