"""Words for people: dates and times of the office, masked numbers, phones, a wording in two languages."""

import re
from datetime import date, datetime

from django import template
from django.utils import formats, timezone
from django.utils.translation import get_language

from qabyldau.regulation import wording
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.terms import Term
from qabyldau.regulation.words import Language, Words

register = template.Library()

KAZAKH_PHONE = re.compile(r"^\+7(\d{3})(\d{3})(\d{2})(\d{2})$")
SHORTEST_PHONE = 7


def language() -> Language:
    return Language(get_language() or Language.KK)


@register.filter
def in_words(day: date | datetime | None) -> str:
    """A day as an official letter writes it; a moment is first brought to the office's time."""
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return wording.date_words(day, language())


@register.filter
def moment_in_words(moment: datetime | None) -> str:
    """A day and an hour of the office: "14 марта 2023 г., 09:14"."""
    if moment is None:
        return ""
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{wording.date_words(local.date(), language())}, {local:%H:%M}"


@register.filter
def hour(moment: datetime) -> str:
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{local:%H:%M}"


@register.filter
def weekday(day: date) -> str:
    return wording.weekday_words(day, language())


@register.filter
def weekday_of(moment: datetime) -> str:
    return weekday(timezone.localtime(moment).date())


@register.filter
def month(day: date) -> str:
    """A month as a heading: "2023 жылғы наурыз", "Март 2023"."""
    if language() is Language.KK:
        return f"{day.year} жылғы {wording.MONTHS[day.month - 1].kk}"
    return formats.date_format(day, "F Y").capitalize()


@register.filter
def term(within: Term) -> str:
    """A term of the law: "15 календарных дней"."""
    return wording.term_words(within, language())


@register.filter
def arithmetic(due: Due) -> str:
    """The count in one line."""
    return wording.arithmetic(due, language())


@register.filter
def count_lines(due: Due) -> list[wording.StepLine]:
    """The count day by day."""
    return wording.steps(due, language())


@register.filter
def said(words: Words) -> str:
    """A wording in the language of the page."""
    return words[language()]


@register.filter
def column(row: object, name: str) -> str:
    """A text that a row keeps in two columns: `{{ day|column:"place" }}` reads place_kk or place_ru."""
    return str(getattr(row, f"{name}_{language()}"))


@register.filter
def phone(number: str) -> str:
    """+77010000000 as people write it: +7 701 000 00 00."""
    found = KAZAKH_PHONE.match(number)
    return "+7 {} {} {} {}".format(*found.groups()).replace(" ", "\u00a0") if found else number


@register.filter
def masked_phone(number: str) -> str:
    """A phone that its owner recognises and a passer-by cannot call."""
    digits = re.sub(r"\D", "", number)
    if len(digits) < SHORTEST_PHONE:
        return "•••"
    return f"+{digits[0]}\u00a0{digits[1:4]}\u00a0•••\u00a0••\u00a0{digits[-2:]}"
