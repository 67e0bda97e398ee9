"""The stage on which one appeal is told: the spring of 2023, while the regulation was in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from qabyldau.journal import queries as journal
from qabyldau.outbox import queries as outbox
from qabyldau.people.actions import Person
from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry import queries as appeals
from qabyldau.registry.kinds import Topic
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact, Statement
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.demo.office import Troupe
    from qabyldau.demo.teller import Teller
    from qabyldau.outbox.models import Message
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.lifecycle import Notice
    from qabyldau.schedule.models import ReceptionDay

YEAR = 2023
IIN, PHONE, EMAIL = "051216300036", "+77000000101", "sample@example.com"
NAME = Words(kk="Сәкенов Дәурен Қайыржанұлы", ru="Сакенов Даурен Кайыржанович")
VILLAGE = Words(kk="Жәнібек", ru="Жанибек")
ADDRESS = Words(kk="Жәнібек ауданы, Жәнібек ауылы", ru="Жанибекский район, село Жанибек")
MATTER = Words(
    kk="Жәнібек ауылында үш айдан бері ауызсу сағатпен беріледі. Насостың қашан жөнделетінін ешкім айтпайды.",
    ru="В селе Жанибек третий месяц питьевую воду дают по часам. Когда починят насос, никто не говорит.",
)


@dataclass(slots=True)
class Stage:
    """The office, its people, and the appeal once it is registered."""

    teller: Teller
    troupe: Troupe
    appeal_id: int = 0
    day: ReceptionDay | None = None

    @property
    def language(self) -> Language:
        return self.teller.language

    @property
    def appeal(self) -> Appeal:
        return appeals.get(self.appeal_id)

    @property
    def sitting(self) -> ReceptionDay:
        if self.day is None:
            raise LookupError("no day of reception has been published yet")
        return self.day

    def at(self, month: int, day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(YEAR, month, day, hour, minute, tzinfo=ZoneInfo(self.troupe.office.zone))

    def asked(self, who: str, at: datetime) -> Asked:
        return Asked(by=self.troupe.actors[who], at=at)

    def when(self, at: datetime) -> str:
        return f"{self.day_words(at.date())}, {at:%H:%M}"

    def day_words(self, day: date) -> str:
        return date_words(day, self.language)

    def basis(self, action: str, about: str = "") -> Citation:
        """The clause that the journal keeps for the last such act."""
        rows = journal.about(self.troupe.office.pk, about or self.appeal.key)
        entry = rows.filter(action=action).last()
        if entry is None or entry.citation is None:
            raise LookupError(f"the journal names no clause for {action}")
        return Citation.from_row(entry.citation)

    def letters(self, notice: Notice) -> list[Message]:
        return list(outbox.about(self.troupe.office.pk, self.appeal.key).filter(notice=notice))

    def show(self, notice: Notice) -> None:
        for message in self.letters(notice):
            self.teller.letter(message.subject, message.channel, message.text)

    def statement(self) -> Statement:
        person = Person(ApplicantKind.CITIZEN, NAME[self.language], IIN)
        return Statement(
            channel=Channel.CALL_CENTRE,
            person=person,
            language=self.language,
            substance=MATTER[self.language],
            topic=Topic.WATER,
            contact=Contact(phone=PHONE, email=EMAIL, address=ADDRESS[self.language]),
        )
