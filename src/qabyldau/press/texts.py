"""The first wording of an item, from its template: the day, the official, figures; nobody received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from django.conf import settings

from qabyldau.letters.fields import spelled
from qabyldau.letters.template import Template, parsed
from qabyldau.press import figures
from qabyldau.press.kinds import Kind
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.press.figures import Figures
    from qabyldau.schedule.models import ReceptionDay

HEADERS = ("subject",)
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What both texts may name."""

    day: date
    opens: time
    official: Words
    position: Words
    place: Words
    office: Words
    office_phone: str
    url: str
    received: Words
    answered: Words
    instructions: Words
    out_of_turn: Words
    by_video: Words


@dataclass(frozen=True, slots=True)
class Draft:
    """Title and text in both languages."""

    title: Words
    text: Words


def drafted(day: ReceptionDay, kind: Kind) -> Draft:
    counted = figures.of(day)
    said = {one: _written(day, kind, counted, one) for one in Language}
    title, text = ({one: said[one][part] for one in Language} for part in (0, 1))
    return Draft(
        Words(kk=title[Language.KK], ru=title[Language.RU]), Words(kk=text[Language.KK], ru=text[Language.RU])
    )


def _written(day: ReceptionDay, kind: Kind, counted: Figures, language: Language) -> tuple[str, str]:
    template = load(kind, language)
    office = day.office
    facts = Facts(
        day=day.on,
        opens=day.opens,
        official=day.official.name,
        position=day.official.position,
        place=day.place,
        office=office.name,
        office_phone=office.phone,
        url=f"{settings.PUBLIC_URL}/{language}/",
        received=counted.received,
        answered=counted.answered,
        instructions=counted.instructions,
        out_of_turn=counted.out_of_turn,
        by_video=counted.by_video,
    )
    fields = spelled(facts, language)
    return template.fill(template.subject, fields)[:LONGEST_TITLE], template.text(fields).strip()


@cache
def load(kind: Kind, language: Language) -> Template:
    source = files(__package__).joinpath("templates", language, f"{kind}.txt")
    return parsed(f"{language}/{kind}", source.read_text(encoding="utf-8"), HEADERS)
