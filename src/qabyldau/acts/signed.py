"""Decisions under a digital signature: the text that is signed, and what a signature must be to count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qabyldau.people import accounts, settings
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import queries as schedule
from qabyldau.signatures import actions as signatures
from qabyldau.signatures.kinds import Paper

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal
    from qabyldau.registry.moves import Asked
    from qabyldau.signatures.verifying import Proof

# What the head decides, in both languages: the text is proved by its bytes, so it never depends on a page.
DECISIONS: Mapping[str, str] = {
    "approve": "Қабылдау / Принять",
    "refuse": "Қабылдаудан бас тарту / Отказать в приёме",
    "send_back": "Анықтаманы пысықтауға қайтару / Вернуть справку на доработку",
    "extend": "Қарау мерзімін ұзарту / Продлить срок рассмотрения",
}
FIELDS: Mapping[str, str] = {
    "ground": "Негізі / Основание",
    "motive": "Дәлелі / Мотивы",
    "reason": "Себебі / Причина",
    "until": "Жаңа мерзім / Новый срок",
    "day_id": "Қабылдау күні / День приёма",
    "mode": "Түрі / Вид",
}
WORDS: Mapping[str, str] = {
    "outside_competence": "құзыретімізге жатпайды / вне нашей компетенции",
    "heard_before": "бұрын қаралған / рассматривалось ранее",
    "in_person": "жеке өзі келіп / лично",
    "video": "бейнебайланыс арқылы / по видеосвязи",
}


def are_wanted(office_id: int) -> bool:
    """Whether this office decides only under a signature."""
    return settings.of(office_id).decisions_signed


def text(name: str, appeal: Appeal, given: Mapping[str, object], *, by: Actor, once: str) -> bytes:
    """The decision in words, the same for the same decision. `once` is of this very form and no other."""
    said = [
        (FIELDS.get(field, field), _said(appeal, field, value))
        for field, value in sorted(given.items())
        if value
    ]
    rows = [
        ("Мекеме / Учреждение", f"{appeal.office.name_kk} / {appeal.office.name_ru}"),
        ("Жолданым / Обращение", appeal.number),
        ("Шешім / Решение", DECISIONS[name]),
        *said,
        ("Шешім қабылдаған / Решение принял", by.name),
        ("Бір реттік белгі / Одноразовый знак", once),
    ]
    return "".join(f"{label}: {value}\n" for label, value in rows).encode()


def _said(appeal: Appeal, field: str, value: object) -> str:
    """Days and codes in words: a person signs what they can read."""
    if field != "day_id":
        return WORDS.get(str(value), str(value))
    day = schedule.days(appeal.office_id).select_related("official").get(pk=str(value))
    return f"{day.on.isoformat()}, {day.official.name_kk} / {day.official.name_ru} (№ {day.pk})"


def check(name: str, appeal: Appeal, given: Mapping[str, object], asked: Asked, proof: Proof | None) -> None:
    """Signed where the office wants it: this very decision, by whoever decides."""
    if name not in DECISIONS:
        return
    if proof is None:
        if are_wanted(appeal.office_id):
            raise UnlawfulError("signature_missing")
        return
    if proof.data != text(name, appeal, given, by=asked.by, once=asked.once):
        raise UnlawfulError("signature_over_other_words")
    if not accounts.has_iin(asked.by.user_id):
        raise UnlawfulError("signature_without_iin")
    if not accounts.is_theirs(asked.by.user_id, proof.signed.signer.iin):
        raise UnlawfulError("signature_of_another")


def keep(appeal: Appeal, asked: Asked, proof: Proof | None) -> None:
    """Beside the decision, in its transaction."""
    if proof is not None:
        signatures.attach(appeal.key, proof, paper=Paper.DECISION, by=asked.by, at=asked.at)
