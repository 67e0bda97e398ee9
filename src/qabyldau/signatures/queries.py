"""Reads: which signatures stand beside a thing."""

from __future__ import annotations

from django.db.models import QuerySet

from qabyldau.people.sealing import blind_index
from qabyldau.signatures.models import Signature


def about(office_id: int, key: str) -> QuerySet[Signature]:
    """Everything signed about one thing, in order."""
    return Signature.objects.filter(office_id=office_id, about=key).order_by("pk")


def one(office_id: int, key: str, pk: int) -> Signature:
    return about(office_id, key).get(pk=pk)


def is_by(signature: Signature, iin: str) -> bool:
    """Whether the owner of this ИИН signed."""
    return bool(iin) and blind_index(iin) == signature.signer_index
