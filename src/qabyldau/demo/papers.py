"""The office's own ways with papers: two indexes of its list of files, its own text, one that waits."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from qabyldau.papers import numbering, wordings
from qabyldau.papers.checking import Parts, parts_of
from qabyldau.papers.kinds import PaperKind
from qabyldau.papers.templates import built_in_source
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.demo.office import Troupe

OWN, WAITING = "left", "withdrawal"
INDEXES = {PaperKind.REFUSAL: "04-12", PaperKind.EXTENSION: "04-13"}
FORM = "{index}/{counter}"
ADDED = {
    Language.KK: "Біз дүйсенбіден жұмаға дейін жұмыс істейміз.",
    Language.RU: "Мы работаем с понедельника по пятницу.",
}
DRAFT = {Language.KK: "Қайта жүгіне аласыз.", Language.RU: "Вы можете обратиться снова."}


def settle(troupe: Troupe, at: datetime) -> None:
    """As the administrator, the department and the head do on the first day."""
    for kind, index in INDEXES.items():
        numbering.change(troupe.office, kind, index, FORM, by=troupe.actors["admin"], at=at)
    for language in Language:
        version = wordings.write(
            troupe.office, OWN, language, _with(OWN, ADDED, language), by=troupe.actors["department"], at=at
        )
        head, hour = troupe.actors["head_of_office"], timedelta(hours=1)
        wordings.approve(troupe.office, version.pk, since=(at + hour).date(), by=head, at=at + hour)


def leave_waiting(troupe: Troupe, at: datetime) -> None:
    """A text that the head has still to approve."""
    parts = _with(WAITING, DRAFT, Language.KK)
    wordings.write(troupe.office, WAITING, Language.KK, parts, by=troupe.actors["department"], at=at)


def _with(name: str, said: dict[Language, str], language: Language) -> Parts:
    ours = parts_of(name, built_in_source(name, language))
    return Parts(ours.subject, f"{ours.text}\n\n{said[language]}", ours.sms, ours.sms_also)
