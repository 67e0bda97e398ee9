"""A request signed by the applicant: its text, and what a signature must be to stand beside it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry import actions as registry
from qabyldau.registry.intake import Talon
from qabyldau.signatures import actions as signatures
from qabyldau.signatures.kinds import Paper

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office
    from qabyldau.ports.signature import Signer
    from qabyldau.registry.statement import Statement
    from qabyldau.signatures.verifying import Proof


class NotTheirSignatureError(Exception):
    """The signature is not of whom the request names; `code` is other_person or other_company."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text(said: Statement, office: Office, once: str) -> bytes:
    """What is asked, by whom, with which files; the same for the same request."""
    spokesman = said.representation
    rows = [
        ("Мекеме / Учреждение", f"{office.name_kk} / {office.name_ru}"),
        ("Өтініш беруші / Заявитель", said.person.name),
        ("ЖСН, БСН / ИИН, БИН", said.person.number),
        ("Өкілі / Представитель", spokesman.name),
        ("Өкілеттік құжаты / Документ о полномочиях", spokesman.authority),
        ("Телефон", said.contact.phone),
        ("E-mail", said.contact.email),
        ("Мекенжай / Адрес", said.contact.address),
        ("Мәселенің мәні / Суть вопроса", said.substance),
        *(("Файл (SHA-256)", f"{one.name} {hashlib.sha256(one.content).hexdigest()}") for one in said.files),
        ("Бір реттік белгі / Одноразовый знак", once),
    ]
    return "".join(f"{label}: {value}\n" for label, value in rows if value).encode()


@transaction.atomic
def register(office: Office, said: Statement, proof: Proof, *, by: Actor, at: datetime, once: str) -> Talon:
    """The request with its signature, in one transaction; sent twice it stays one."""
    if proof.data != text(said, office, once):
        raise NotTheirSignatureError("other_words")
    check(said, proof.signed.signer)
    talon = registry.register(office, said, by=by, at=at, once=once)
    if talon.new:
        signatures.attach(talon.appeal.key, proof, paper=Paper.STATEMENT, by=by, at=at)
    return talon


def check(said: Statement, signer: Signer) -> None:
    """A company's key for a company; a person's own for a person, unless somebody speaks for them."""
    if said.person.kind == ApplicantKind.COMPANY:
        if signer.bin != said.person.number:
            raise NotTheirSignatureError("other_company")
        return
    if not said.representation.name and signer.iin != said.person.number:
        raise NotTheirSignatureError("other_person")
