"""How to reach the applicant, as corrected later: by a worker, or by the applicant with number and code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.people.actor import PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.registry.moves import locked, note, save

if TYPE_CHECKING:
    from qabyldau.outbox.kinds import Channel as Way
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked
    from qabyldau.registry.statement import Contact
    from qabyldau.regulation.words import Language


@transaction.atomic
def change_contact(appeal_id: int, *, contact: Contact, language: Language, asked: Asked) -> Appeal:
    """All later letters go there, so, and in this language. The journal says what changed, not to what."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.CHANGE_CONTACT, appeal.office_id)
    wanted = {
        "phone": contact.phone,
        "email": contact.email,
        "address": contact.address,
        "preferred": contact.preferred or "",
        "language": str(language),
    }
    return _changed(appeal, wanted, asked)


@transaction.atomic
def choose_way(appeal_id: int, *, preferred: Way | None, language: Language, asked: Asked) -> Appeal:
    """The applicant's own choice: by which of the ways they left, and in which language."""
    appeal = locked(appeal_id, asked)
    if (asked.by.office_id, asked.by.appeal_id) != (appeal.office_id, appeal.pk):
        raise PermissionDeniedError(Right.CHANGE_CONTACT)
    return _changed(appeal, {"preferred": preferred or "", "language": str(language)}, asked)


def _changed(appeal: Appeal, wanted: dict[str, str], asked: Asked) -> Appeal:
    changed = sorted(name for name, value in wanted.items() if getattr(appeal, name) != value)
    for name in changed:
        setattr(appeal, name, wanted[name])
    save(appeal)
    note(appeal, "change_contact", asked, None, {"changed": changed})
    return appeal
