"""The papers of the minutes: the protocol itself, extracts for executors, addenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.letters.spelling import Prose
from qabyldau.minutes import queries
from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Addressee, Signature, Table
from qabyldau.papers.facts import minutes as facts
from qabyldau.papers.kinds import PaperKind
from qabyldau.participation.gist import gist
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.regulation.wording import date_words
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction
    from qabyldau.minutes.models import Minutes
    from qabyldau.papers.models import Paper
    from qabyldau.registry.moves import Asked
    from qabyldau.regulation.edition import Edition
    from qabyldau.schedule.models import ReceptionDay

BOTH = (Language.KK, Language.RU)
WHO = (Words(kk="Аты-жөні", ru="Фамилия, имя, отчество"), Words(kk="Кімнен", ru="От кого"))
RESULTS = (
    Words(kk="№", ru="№"),
    Words(kk="Жолданым, өтініш беруші", ru="Обращение, заявитель"),
    Words(kk="Мәселе", ru="Вопрос"),
    Words(kk="Жауап", ru="Ответ"),
)
ORDERS = (
    Words(kk="№", ru="№"),
    Words(kk="Жолданым", ru="Обращение"),
    Words(kk="Тапсырма", ru="Поручение"),
    Words(kk="Орындаушы", ru="Исполнитель"),
    Words(kk="Мерзімі", ru="Срок"),
)
MODES = {
    "": Words(kk="", ru=""),
    "in_person": Words(kk="жеке кездесу", ru="при личной встрече"),
    "video": Words(kk="бейнебайланыс арқылы", ru="по видеосвязи"),
}
UNSAID = Words(kk="көрсетілмеген", ru="не указан")
ON_CONTROL = Words(kk="сол жерде жауап берілмеді", ru="ответ на месте не дан")


def protocol(minutes: Minutes, *, law: Edition, asked: Asked) -> Paper:
    """The whole minutes, in both languages, as they are signed."""
    day = minutes.day
    return papers.issue(
        day.office,
        PaperKind.PROTOCOL,
        about=day.key,
        languages=BOTH,
        facts=whole(day, law),
        by=asked.by,
        at=asked.at,
    )


def whole(day: ReceptionDay, law: Edition) -> facts.Protocol:
    """Everything that stands in the minutes by now: for the preview and for the paper alike."""
    people = queries.received(day)
    present = queries.took_part(day)
    rows = [_received(place, one) for place, one in enumerate(people, start=1)]
    return facts.Protocol(
        signature=_signature(day),
        citation=law.cite(MinutesNorm),
        day=day.on,
        opens=day.opens,
        official=day.official.name,
        position=day.official.position,
        place=day.place,
        count=len(people),
        present=tuple(facts.Present(one.name, one.whence) for one in present),
        people=tuple(rows),
        participants=Table(WHO, tuple((one.name, one.whence) for one in present)),
        results=Table(RESULTS, tuple(_result_row(one) for one in rows)),
        instructions=orders(tuple(one for person in people for one in person.instructions)),
    )


def _received(place: int, one: queries.Person) -> facts.Received:
    appeal = one.appeal
    return facts.Received(
        place=place,
        number=appeal.number,
        applicant=appeal.applicant_name,
        matter=gist(appeal.substance, (appeal.applicant_name, appeal.representative)),
        mode=MODES[one.mode],
        answer=one.answer,
        orders=tuple(_ordered(given) for given in one.instructions),
    )


def _result_row(one: facts.Received) -> tuple[Words | str, ...]:
    return str(one.place), f"№ {one.number}, {one.applicant}", one.matter, one.answer or ON_CONTROL


def _ordered(given: Instruction) -> facts.Ordered:
    return facts.Ordered(
        place=given.place,
        text=given.text,
        executor=_bodies([part.body for part in given.executors.all() if part.lead]),
        co_executors=_bodies([part.body for part in given.executors.all() if not part.lead]),
        due=given.due_on,
    )


def orders(instructions: tuple[Instruction, ...]) -> Table:
    """Instructions as rows; the first executor leads."""
    return Table(ORDERS, tuple(_order_row(one) for one in instructions))


def _order_row(one: Instruction) -> tuple[Words | str, ...]:
    every = _bodies([part.body for part in one.executors.all()])
    due = Words(**{said: date_words(one.due_on, said) for said in BOTH}) if one.due_on else UNSAID
    return str(one.place), f"№ {one.appeal.number}", one.text, every if every.ru else UNSAID, due


def _bodies(there: list[Body]) -> Words:
    return Words(kk="; ".join(one.name_kk for one in there), ru="; ".join(one.name_ru for one in there))


def extract(
    minutes: Minutes, body: Body, given: tuple[Instruction, ...], law: Edition, asked: Asked
) -> Paper:
    """What one executor must do, in its language; no applicant is named."""
    day = minutes.day
    said = facts.Extract(
        addressee=_head(body),
        signature=_signature(day),
        citation=law.cite(MinutesNorm),
        protocol=minutes.number,
        day=day.on,
        official=day.official.name,
        position=day.official.position,
        instructions=orders(given),
    )
    return papers.issue(
        day.office,
        PaperKind.EXTRACT,
        about=day.key,
        languages=(Language(body.language),),
        facts=said,
        by=asked.by,
        at=asked.at,
    )


def addendum(minutes: Minutes, place: int, text: str, law: Edition, asked: Asked) -> Paper:
    day = minutes.day
    said = facts.Addendum(
        signature=_signature(day),
        citation=law.cite(MinutesNorm),
        protocol=minutes.number,
        day=day.on,
        official=day.official.name,
        position=day.official.position,
        place=place,
        text=Prose(text),
    )
    return papers.issue(
        day.office,
        PaperKind.ADDENDUM,
        about=day.key,
        languages=BOTH,
        facts=said,
        by=asked.by,
        at=asked.at,
    )


def _signature(day: ReceptionDay) -> Signature:
    return Signature(day.official.name, day.official.position)


def _head(body: Body) -> Addressee:
    """The first head, or the body itself while nobody is named."""
    name = body.head if body.head.ru else body.name
    position = body.position if body.head.ru else Words(kk="", ru="")
    return Addressee(name=name, position=position, address=body.address, typed=body.addressed)
