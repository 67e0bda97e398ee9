"""Words of the schedule's pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import template

from qabyldau.regulation.wording import WEEKDAYS, date_words, weekday_words
from qabyldau.web.labels import MODES
from qabyldau.web.planning.words import CELL, KINDS, MARKS, SIGNS, SPEECHES, STAGES
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from qabyldau.web.planning.grid import Standing

register = template.Library()
SHORT = 2


@register.filter
def stage_name(code: str) -> str:
    return str(STAGES[code])


@register.filter
def kind_name(code: str) -> str:
    return str(KINDS[code])


@register.filter
def speech_name(code: str) -> str:
    return str(SPEECHES[code])


@register.filter
def mark_name(code: str) -> str:
    return str(MARKS[code])


@register.filter
def sign_name(code: str) -> str:
    return str(SIGNS[code])


@register.filter
def weekday_short(day: date) -> str:
    """дс, сс … · пн, вт …"""
    return SHORT_DAYS[language()][day.weekday()]


SHORT_DAYS = {
    "kk": ("дс", "сс", "ср", "бс", "жм", "сб", "жс"),
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
}


@register.filter
def weekday_number(number: int) -> str:
    return WEEKDAYS[number][language()].capitalize()


@register.filter
def cell_words(one: Standing) -> str:
    """What a cell of the grid says aloud."""
    plan = one.plan
    return str(CELL) % {
        "day": date_words(plan.on, language()),
        "weekday": weekday_words(plan.on, language()),
        "opens": f"{plan.opens:%H:%M}",
        "name": one.day.official.name[language()],
        "mode": MODES[plan.mode],
        "places": plan.places,
        "mark": MARKS[one.mark],
    }


@register.simple_tag
def fact_of(fact: dict[str, float | None], name: str) -> str:
    """What happened in fact; a dash where nobody noted it."""
    value = fact.get(name)
    return "—" if value is None else f"{value:g}" if isinstance(value, int) else f"{value:.1f}"
