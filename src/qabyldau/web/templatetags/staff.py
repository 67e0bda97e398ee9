"""Short words for the dense pages of the workplace."""

from datetime import date, datetime

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise

from qabyldau.web.labels import MODES, STATES, TOPICS
from qabyldau.web.staff.words import (
    CHANNEL_PAGES,
    EXCHANGE_FAULTS,
    FINISHED,
    NOTICES,
    ROLES,
    STILL,
    TERMS,
    WAYS,
    working_days,
)
from qabyldau.web.templatetags.look import left_words

register = template.Library()


def _named(table: dict[str, str | Promise] | dict[str, Promise], code: str) -> str:
    return str(table.get(code, code))


@register.filter
def exchange_fault(code: str) -> str:
    return next(str(words) for starts, words in EXCHANGE_FAULTS.items() if code.startswith(starts))


@register.filter
def state_name(code: str) -> str:
    return _named(STATES, code)


@register.filter
def topic_name(code: str) -> str:
    return _named(TOPICS, code)


@register.filter
def mode_name(code: str) -> str:
    return _named(MODES, code)


@register.filter
def channel_name(code: str) -> str:
    return _named(CHANNEL_PAGES, code)


@register.filter
def way_name(code: str) -> str:
    return _named(WAYS, code)


@register.filter
def notice_name(code: str) -> str:
    return _named(NOTICES, code)


@register.filter
def role_name(code: str) -> str:
    return _named(ROLES, code)


@register.filter
def still_words(state: str) -> str:
    """Why no term of an answer is running."""
    return str(STILL.get(state, FINISHED))


@register.filter
def left_in_words(days: int) -> str:
    """The big figure of the clock: "7 working days", or how late it is."""
    if days <= 0:
        return left_words(days)
    return working_days(days)


@register.simple_tag
def act_url(name: str, appeal_id: int) -> str:
    """The page of an act."""
    return reverse(f"staff:act_{name}", args=[appeal_id])


@register.filter
def short_name(name: str) -> str:
    """Surname and initials, as lists are written; the name of a company stays whole."""
    words = name.split()
    if len(words) not in {2, 3} or not all(word[0].isupper() and word.isalpha() for word in words):
        return name
    return " ".join([words[0], *(f"{word[0]}." for word in words[1:])])


@register.filter
def iso_day(text: str) -> date:
    """A day that lies in a quote as text."""
    return date.fromisoformat(text)


@register.filter
def short_day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


@register.filter
def short_moment(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%d.%m.%Y, %H:%M}"


@register.filter
def kilobytes(size: int) -> int:
    return max(1, round(size / 1024))


@register.filter
def term_name(code: str) -> str:
    return _named(TERMS, code)
