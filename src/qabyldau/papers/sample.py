"""Invented facts for any kind of paper, by the types of its fields: previews, and the list of fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from datetime import date, datetime, time
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from qabyldau.letters.facts import Heading
from qabyldau.letters.fields import fields_of
from qabyldau.letters.spelling import Parts, Prose
from qabyldau.papers.facts import NOTHING, Addressee, Facts, Signature, Table, Told
from qabyldau.papers.kinds import PaperKind
from qabyldau.papers.templates import facts_of, is_notice, kind_of
from qabyldau.papers.text import Around, fields_for
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Due, due
from qabyldau.regulation.words import Language, Words

LAW = by_code("zko-289@2023")
DAY = date(2026, 3, 19)
PERSON = Words(kk="Үлгіғұл Сынақова Үмітқызы", ru="Образцова Проба Примеровна")
OFFICIAL = Words(kk="Үлгібаев Сынақ Мысалұлы", ru="Примеров Образец Пробович")
POSITION = Words(kk="бөлім басшысы", ru="руководитель отдела")
PLACE = Words(kk="қоғамдық қабылдау бөлмесі, 2-кабинет", ru="общественная приёмная, кабинет 2")
BODY = Words(kk="Үлгі басқармасы", ru="Управление примеров")
ADDRESS = Words(kk="Орал қаласы, Үлгі көшесі, 1", ru="город Уральск, улица Примерная, 1")
TYPED = Words(
    kk="Үлгі мәтін: мұнда лауазымды адам жазған сөздер тұрады.\n\nОлардың бірнеше абзацы болуы мүмкін.",
    ru="Текст для образца: здесь стоят слова должностного лица.\n\nАбзацев может быть несколько.",
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 1"><rect width="5" height="1"/></svg>'
NAMED: Mapping[str, Words] = {
    "applicant": PERSON,
    "official": OFFICIAL,
    "signed_by": OFFICIAL,
    "decided_by": OFFICIAL,
    "position": POSITION,
    "place": PLACE,
    "body": BODY,
    "competent_body": BODY,
    "motive": TYPED,
    "reason": TYPED,
    "text": TYPED,
    "number": Words(kk="ZKO-2026-000123", ru="ZKO-2026-000123"),
    "appeal": Words(kk="ZKO-2026-000123", ru="ZKO-2026-000123"),
    "asked": BODY,
    "body_address": ADDRESS,
    "equipped": PLACE,
    "mode": Words(kk="бейнебайланыс арқылы", ru="по видеосвязи"),
    "earlier": Words(kk="ZKO-2026-000101", ru="ZKO-2026-000101"),
    "request": Words(kk="09-4/2026", ru="09-4/2026"),
    "facts": TYPED,
    "conclusion": TYPED,
    "intended": TYPED,
    "missing": TYPED,
    "svg": Words(kk=DRAWING, ru=DRAWING),
    "act": Words(kk="№ 15 қаулы, 2026 жылғы 1 наурыз", ru="постановление № 15 от 1 марта 2026 г."),
    "url": Words(kk="https://qabyldau.example/kk/answer/", ru="https://qabyldau.example/ru/answer/"),
    "ground": Words(kk="мәселе құзыретімізге жатпайды", ru="вопрос вне нашей компетенции"),
    "language": Words(kk="kk", ru="ru"),
    "answer": TYPED,
    "source": Words(kk="№ 12 хаттама", ru="протокол № 12"),
    "stage": Words(kk="Орындалуда", ru="В работе"),
    "secret": Words(kk="7KQ2-9FWD", ru="7KQ2-9FWD"),
    "office": Words(
        kk="Батыс Қазақстан облысы әкімінің аппараты", ru="Аппарат акима Западно-Казахстанской области"
    ),
    "office_address": ADDRESS,
    "office_phone": Words(kk="+7 7112 00-00-00", ru="+7 7112 00-00-00"),
    "track_url": Words(kk="https://qabyldau.example/kk/track/", ru="https://qabyldau.example/ru/track/"),
}
ROWS = (("1", PERSON, "ZKO-2026-000123"), ("2", OFFICIAL, "ZKO-2026-000124"))
HEAD = (
    Words(kk="№", ru="№"),
    Words(kk="Тегі, аты, әкесінің аты", ru="Фамилия, имя, отчество"),
    Words(kk="Нөмірі", ru="Номер"),
)
NUMBER = Words(kk="ҮЛГІ", ru="ОБРАЗЕЦ")
TYPES: Mapping[type, Callable[[str], object]] = {
    Words: lambda name: NAMED.get(name, Words(kk=f"({name}, үлгі)", ru=f"({name}, образец)")),
    Citation: lambda _name: LAW.cite(AnswerDeadline),
    Due: lambda _name: due(AnswerDeadline, date(2026, 3, 2), LAW, KZ),
    datetime: lambda _name: datetime(2026, 3, 19, 11, 0),  # noqa: DTZ001  facts are in local time
    date: lambda _name: DAY,
    time: lambda _name: time(10, 0),
    bool: lambda _name: True,
    int: lambda _name: 2,
    Table: lambda _name: Table(HEAD, ROWS),
    Addressee: lambda _name: Addressee(PERSON, address=ADDRESS),
    Signature: lambda _name: Signature(OFFICIAL, POSITION),
}


def told(name: str, language: Language) -> Facts | Told:
    """Sample facts of the template of this name, with typed words in this language."""
    if not is_notice(name):
        return _made(facts_of(name), language)  # type: ignore[no-any-return]  # a class of facts makes facts
    notice = Notice(kind_of(name, Notice))
    heading, body = _made(Heading, language), _made(facts_of(name), language)
    return Told(notice, heading, body, Addressee(PERSON, NOTHING, ADDRESS), Signature(OFFICIAL, POSITION))


def around(language: Language) -> Around:
    office = NAMED["office"]
    return Around(NUMBER[language], DAY, office, ADDRESS, NAMED["office_phone"].ru)


@cache
def fields(name: str, language: Language) -> Parts:
    """Every field that a wording of this template may name, with an example of what will stand there."""
    said = told(name, language)
    if type(said) is Told:
        return fields_of(said.heading, said.body, language)
    return fields_for(said, around(language), language)


def _made(kind: Any, language: Language) -> Any:  # noqa: ANN401  any class of facts
    hints = get_type_hints(kind)
    return kind(
        **{field.name: _value(field.name, hints[field.name], language) for field in dataclass_fields(kind)}
    )


def _value(name: str, hint: Any, language: Language) -> object:  # noqa: ANN401  a type, or a union of types
    if get_origin(hint) in {Union, UnionType}:
        return _value(name, get_args(hint)[0], language)
    if get_origin(hint) is tuple:
        return (_value(name, get_args(hint)[0], language),)
    if hint in TYPES:
        return TYPES[hint](name)
    if is_dataclass(hint):
        return _made(hint, language)
    return _typed(name, hint, language)


def _typed(name: str, hint: Any, language: Language) -> object:  # noqa: ANN401  as above
    """Words that somebody typed, in the language of the paper; of a closed set, its first member."""
    if hint is Prose:
        return Prose(TYPED[language])
    if hint is str:
        return NAMED[name][language] if name in NAMED else name
    return next(iter(hint))


def kind_name(name: str) -> PaperKind | Notice:
    return kind_of(name, Notice if is_notice(name) else PaperKind)
