"""What the parts of a figure are called: closed sets in both languages, officials and bodies by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from qabyldau.bodies import queries as bodies
from qabyldau.people import queries as people
from qabyldau.regulation.edition import SHORT
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.words import Words


class Called(StrEnum):
    """How the keys of a figure are to be read."""

    NOTHING = "nothing"
    CHANNELS = "channels"
    TOPICS = "topics"
    LANGUAGES = "languages"
    KINDS = "kinds"
    MODES = "modes"
    STANDINGS = "standings"
    OUTCOMES = "outcomes"
    GROUNDS = "grounds"
    CHARACTERS = "characters"
    SCOPES = "scopes"
    VERDICTS = "verdicts"
    CLAUSES = "clauses"
    OFFICIALS = "officials"
    BODIES = "bodies"


UNNAMED = Words(kk="көрсетілмеген", ru="не указано")
WHOLE = Words(kk="барлығы", ru="всего")
CLOSED: Mapping[Called, Mapping[str, Words]] = {
    Called.NOTHING: {"": WHOLE},
    Called.CHANNELS: {one.value: one.words for one in Channel},
    Called.STANDINGS: {one.value: one.words for one in Standing},
    Called.TOPICS: {
        "water": Words(kk="Сумен жабдықтау", ru="Водоснабжение"),
        "roads": Words(kk="Жолдар мен аулалар", ru="Дороги и дворы"),
        "housing": Words(kk="Тұрғын үй", ru="Жильё"),
        "land": Words(kk="Жер", ru="Земля"),
        "benefits": Words(kk="Жәрдемақы және әлеуметтік қорғау", ru="Пособия и социальная защита"),
        "education": Words(kk="Білім беру", ru="Образование"),
        "utilities": Words(kk="Жылу, жарық, газ, қоқыс", ru="Тепло, свет, газ, мусор"),
        "health": Words(kk="Денсаулық сақтау", ru="Здравоохранение"),
        "employment": Words(kk="Жұмыс және жұмыспен қамту", ru="Работа и занятость"),
        "transport": Words(kk="Қоғамдық көлік", ru="Общественный транспорт"),
        "ecology": Words(kk="Қоршаған орта", ru="Экология"),
        "business": Words(kk="Кәсіпкерлік", ru="Предпринимательство"),
        "order": Words(kk="Құқықтық тәртіп", ru="Правопорядок"),
        "other": Words(kk="Басқа мәселе", ru="Другой вопрос"),
    },
    Called.LANGUAGES: {
        "kk": Words(kk="мемлекеттік тілде", ru="на государственном языке"),
        "ru": Words(kk="орыс тілінде", ru="на русском языке"),
    },
    Called.KINDS: {
        "citizen": Words(kk="Қазақстан азаматы", ru="гражданин Казахстана"),
        "company": Words(kk="заңды тұлға", ru="юридическое лицо"),
        "foreigner": Words(kk="шетелдік", ru="иностранец"),
        "stateless": Words(kk="азаматтығы жоқ адам", ru="лицо без гражданства"),
    },
    Called.MODES: {
        "in_person": Words(kk="жеке өзі келіп", ru="лично"),
        "video": Words(kk="бейнебайланыс арқылы", ru="по видеосвязи"),
    },
    Called.OUTCOMES: {
        "receive": Words(kk="қабылдау туралы шешім", ru="решено принять"),
        "refuse": Words(kk="дәлелді бас тарту", ru="мотивированный отказ"),
        "extend": Words(kk="мерзім ұзартылды", ru="срок продлён"),
        "leave": Words(kk="қараусыз қалдырылды", ru="оставлено без рассмотрения"),
    },
    Called.GROUNDS: {
        "outside_competence": Words(kk="құзыретке жатпайды", ru="вне компетенции"),
        "heard_before": Words(kk="бұрын қаралған", ru="рассматривалось ранее"),
    },
    Called.CHARACTERS: {
        "explained": Words(kk="түсіндірілді", ru="разъяснено"),
        "satisfied": Words(kk="қанағаттандырылды", ru="удовлетворено"),
        "refused": Words(kk="бас тартылды", ru="отказано"),
    },
    Called.SCOPES: {
        "whole": Words(kk="толығымен", ru="целиком"),
        "part": Words(kk="бір бөлігі", ru="в части"),
        "alarm": Words(kk="қауіп туралы хабар", ru="сообщение об угрозе"),
    },
    Called.VERDICTS: {
        "in_time": Words(kk="мерзімінде", ru="в срок"),
        "late": Words(kk="мерзімі бұзылып", ru="с нарушением срока"),
        "overdue": Words(kk="мерзімі өтті, орындалмады", ru="срок прошёл, не исполнено"),
    },
}


def names(office_id: int, called: Called, keys: Iterable[str]) -> dict[str, Words]:
    """The words of these keys; whoever is not known any more is said to be unnamed."""
    known = OPEN[called](office_id, frozenset(keys)) if called in OPEN else CLOSED[called]
    return {key: known.get(key, UNNAMED) for key in keys}


def _officials(office_id: int, keys: frozenset[str]) -> dict[str, Words]:
    return {str(one.pk): one.name for one in people.all_officials(office_id) if str(one.pk) in keys}


def _bodies(office_id: int, keys: frozenset[str]) -> dict[str, Words]:
    return {str(one.pk): one.name for one in bodies.every(office_id) if str(one.pk) in keys}


def _clauses(_office_id: int, keys: frozenset[str]) -> dict[str, Words]:
    """«п. 29»: the unit and the number, as the citation was kept."""
    parted = {key: key.partition(" ") for key in keys}
    return {
        key: SHORT[unit].fill(number=number) for key, (unit, _, number) in parted.items() if unit in SHORT
    }


OPEN: Mapping[Called, Callable[[int, frozenset[str]], dict[str, Words]]] = {
    Called.OFFICIALS: _officials,
    Called.BODIES: _bodies,
    Called.CLAUSES: _clauses,
}
