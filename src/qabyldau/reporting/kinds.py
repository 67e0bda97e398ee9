"""Closed sets of reporting's own words, for every room above."""

from enum import StrEnum

from django.db.models import TextChoices

from qabyldau.regulation.words import Words


class Section(StrEnum):
    """A part of the report; figures stand in their section, sections in this order."""

    RECEIVED = "received"
    DECIDED = "decided"
    TERMS = "terms"
    RECEPTION = "reception"
    BODIES = "bodies"
    CONTROL = "control"
    BREACHES = "breaches"

    @property
    def words(self) -> Words:
        return SECTIONS[self]


SECTIONS = {
    Section.RECEIVED: Words(kk="Түскен жолданымдар", ru="Поступившие обращения"),
    Section.DECIDED: Words(kk="Шешімдер мен жауаптар", ru="Решения и ответы"),
    Section.TERMS: Words(kk="Мерзімдер", ru="Сроки"),
    Section.RECEPTION: Words(kk="Қабылдау", ru="Приём"),
    Section.BODIES: Words(kk="Органдардың қатысуы және материалдар", ru="Участие органов и материалы"),
    Section.CONTROL: Words(kk="Тапсырмалар", ru="Поручения"),
    Section.BREACHES: Words(kk="Бұзушылықтар", ru="Нарушения"),
}


class Way(TextChoices):
    """How a report went out."""

    SED = "sed"
    EMAIL = "email"
    POST = "post"
    COURIER = "courier"
