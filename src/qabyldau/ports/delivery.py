"""Delivery of a message to a person: what we ask of any mail server or SMS provider."""

from dataclasses import dataclass
from typing import Protocol


class TemporaryFailureError(Exception):
    """The other side may accept the same message later."""


class RefusedError(Exception):
    """The other side will never accept this message: a person has to find another way."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the other side answered: the name under which it knows the message."""

    provider_id: str


class Mailer(Protocol):
    """E-mail. `key` names the message: the other side may see it twice and must act once."""

    def send(self, address: str, subject: str, text: str, *, key: str) -> Receipt: ...


class SmsGateway(Protocol):
    """Short messages. `phone` is in the international form, +7…"""

    def send(self, phone: str, text: str, *, key: str) -> Receipt: ...
