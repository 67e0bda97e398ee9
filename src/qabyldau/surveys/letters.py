"""The one-time link, by SMS or e-mail: whole texts in the person's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from django.conf import settings

from qabyldau.letters.fields import spelled
from qabyldau.letters.template import Template, parsed
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.surveys.models import Task
    from qabyldau.surveys.population import Person

HEADERS = ("subject", "sms")
NOTICE = "survey"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the letter may name."""

    url: str
    office: Words
    office_phone: str


def link(task: Task, person: Person, code: str) -> Owed:
    """By e-mail where there is one, else by SMS."""
    language = Language(task.language)
    office = task.round.office
    url = f"{settings.PUBLIC_URL}/{language}/survey/{code}/"
    template = load(language)
    fields = spelled(Facts(url, office.name, office.phone), language)
    by_mail = bool(person.email)
    return Owed(
        key=f"survey-{task.pk}",
        about=task.round.key,
        notice=NOTICE,
        channel=Channel.EMAIL if by_mail else Channel.SMS,
        language=language,
        address=person.email or person.phone,
        subject=template.fill(template.subject, fields)[:200],
        text=template.text(fields) if by_mail else template.fill(template.sms, fields),
    )


@cache
def load(language: Language) -> Template:
    source = files(__package__).joinpath("templates", language, "link.txt")
    return parsed(f"{language}/link", source.read_text(encoding="utf-8"), HEADERS)
