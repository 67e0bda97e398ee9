"""The act that corrects how the applicant is reached, with its input."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator, Field, WithJsonSchema

from qabyldau.acts.act import Act
from qabyldau.acts.inputs import Input, Plain
from qabyldau.outbox.kinds import Channel
from qabyldau.people.roles import Right
from qabyldau.registry import contacts
from qabyldau.registry.statement import Contact
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked

# Spelled out: in the description of the API, Channel is the way an appeal came.
OneWay = Annotated[Channel, WithJsonSchema({"enum": [str(one) for one in Channel], "type": "string"})]
E164 = re.compile(r"\+[1-9][0-9]{7,14}")


def _phone(typed: str) -> str:
    if typed and not E164.fullmatch(typed):
        raise ValueError("a phone is written as +77000000001")
    return typed


def _email(typed: str) -> str:
    try:
        if typed:
            validate_email(typed)
    except ValidationError as wrong:
        raise ValueError("an e-mail is written as name@example.kz") from wrong
    return typed


class ContactInput(Input):
    """The whole of it, as it shall stand. `preferred`: the one way; null: every way that is left."""

    phone: Annotated[str, Field(max_length=20), AfterValidator(_phone)] = ""
    email: Annotated[str, Field(max_length=254), Plain, AfterValidator(_email)] = ""
    address: Annotated[str, Field(max_length=300), Plain] = ""
    preferred: OneWay | None = None
    language: Language


def _change(appeal: Appeal, given: ContactInput, asked: Asked) -> Any:  # noqa: ANN401  acts differ
    contact = Contact(given.phone, given.email, given.address, given.preferred)
    return contacts.change_contact(appeal.pk, contact=contact, language=given.language, asked=asked)


ROWS = (Act("change_contact", Right.CHANGE_CONTACT, None, ContactInput, _change),)
