"""Words of the dictionaries that go to the register: each value in both languages, never one alone."""

from qabyldau.people.kinds import ApplicantKind
from qabyldau.ports.eotinish import Item
from qabyldau.registry.kinds import Topic
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.words import Language


def _items(rows: dict[str, tuple[str, str]]) -> dict[str, Item]:
    return {str(code): Item(str(code), kk, ru) for code, (kk, ru) in rows.items()}


TOPICS = _items(
    {
        Topic.WATER: ("Сумен жабдықтау", "Водоснабжение"),
        Topic.ROADS: ("Жолдар мен аулалар", "Дороги и дворы"),
        Topic.HOUSING: ("Тұрғын үй", "Жильё"),
        Topic.LAND: ("Жер", "Земля"),
        Topic.BENEFITS: ("Жәрдемақылар және әлеуметтік қорғау", "Пособия и социальная защита"),
        Topic.EDUCATION: ("Білім", "Образование"),
        Topic.UTILITIES: ("Жылу, жарық, газ, қоқыс", "Тепло, свет, газ, мусор"),
        Topic.HEALTH: ("Денсаулық сақтау", "Здравоохранение"),
        Topic.EMPLOYMENT: ("Жұмыс және жұмыспен қамту", "Работа и занятость"),
        Topic.TRANSPORT: ("Қоғамдық көлік", "Общественный транспорт"),
        Topic.ECOLOGY: ("Қоршаған орта", "Окружающая среда"),
        Topic.BUSINESS: ("Кәсіпкерлік", "Предпринимательство"),
        Topic.ORDER: ("Құқықтық тәртіп", "Правопорядок"),
        Topic.OTHER: ("Басқа мәселе", "Другой вопрос"),
    }
)
KINDS = _items(
    {
        ApplicantKind.CITIZEN: ("Қазақстан азаматы", "Гражданин Казахстана"),
        ApplicantKind.COMPANY: ("Компания немесе ұйым", "Компания или организация"),
        ApplicantKind.FOREIGNER: ("Шетел азаматы", "Иностранный гражданин"),
        ApplicantKind.STATELESS: ("Азаматтығы жоқ адам", "Лицо без гражданства"),
    }
)
LANGUAGES = _items(
    {Language.KK: ("Мемлекеттік", "Государственный"), Language.RU: ("Ресми", "Официальный")},
)


def channel(code: str) -> Item:
    words = Channel(code).words
    return Item(code, words.kk, words.ru)
