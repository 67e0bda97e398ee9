"""Minutes under a digital signature: the text that is signed, and what a signature must be to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.minutes import queries
from qabyldau.people import accounts, settings
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.regulation.unlawful import UnlawfulError

if TYPE_CHECKING:
    from qabyldau.minutes.queries import Person
    from qabyldau.people.actor import Actor
    from qabyldau.regulation.edition import Edition
    from qabyldau.schedule.models import ReceptionDay
    from qabyldau.signatures.verifying import Proof


def are_wanted(office_id: int) -> bool:
    """Whether this office decides only under a signature."""
    return settings.of(office_id).decisions_signed


def text(day: ReceptionDay, *, by: Actor, once: str) -> bytes:
    """The minutes in words: a person signs what they can read. `once` is of this very form."""
    rows = [
        f"Мекеме / Учреждение: {day.office.name_kk} / {day.office.name_ru}",
        f"Жеке қабылдау хаттамасы / Протокол личного приёма: {day.on.isoformat()} (№ {day.pk})",
        *(line for one in queries.received(day) for line in _person(one)),
        f"Қол қойған / Подписал: {by.name}",
        f"Бір реттік белгі / Одноразовый знак: {once}",
    ]
    return "".join(f"{row}\n" for row in rows).encode()


def _person(one: Person) -> list[str]:
    said = [f"{one.appeal.number}: {one.answer}"]
    for given in one.instructions:
        named = ", ".join(str(part.body_id) for part in given.executors.all())
        said.append(f"  {given.place}. {given.text} [{named}; {given.due_on}]")
    return said


def check(day: ReceptionDay, proof: Proof | None, law: Edition, *, by: Actor, once: str) -> None:
    """Signed where the office wants it: these very minutes, by whoever received."""
    clause = law.cite(MinutesNorm)
    if proof is None:
        if are_wanted(day.office_id):
            raise UnlawfulError("signature_missing", clause)
        return
    if proof.data != text(day, by=by, once=once):
        raise UnlawfulError("signature_over_other_words", clause)
    if not accounts.has_iin(by.user_id):
        raise UnlawfulError("signature_without_iin", clause)
    if not accounts.is_theirs(by.user_id, proof.signed.signer.iin):
        raise UnlawfulError("signature_of_another", clause)
