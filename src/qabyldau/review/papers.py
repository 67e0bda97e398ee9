"""The list of people to be received on a day, as a numbered paper."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from qabyldau.papers import actions as papers
from qabyldau.papers.facts import Addressee, Signature, Table
from qabyldau.papers.facts.lists import ReceptionList
from qabyldau.papers.kinds import PaperKind
from qabyldau.people import queries as people
from qabyldau.registry.moves import Asked, local_day
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.queue import IN_ORDER, Standing
from qabyldau.regulation.words import Language, Words
from qabyldau.review.queries import latest_decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qabyldau.papers.models import Paper
    from qabyldau.registry.models import Appeal
    from qabyldau.schedule.models import ReceptionDay

HEAD = (
    Words(kk="№", ru="№"),
    Words(kk="Өтініш беруші", ru="Заявитель"),
    Words(kk="Жолданым", ru="Обращение"),
    Words(kk="Мәселе", ru="Вопрос"),
    Words(kk="Кезектегі орны", ru="Место в очереди"),
)
BY_REGISTRATION = Words(kk="тіркелу ретімен", ru="по порядку регистрации")
MATTER_SHOWN = 160
Listed = tuple["Appeal", str]


def issue_list(day: ReceptionDay, listed: Sequence[Listed], citation: Citation, asked: Asked) -> Paper:
    """In both languages; names and matters stand as they were given."""
    official = day.official
    decision = latest_decision(listed[0][0])
    decided_by = decision.by_name if decision else ""
    facts = ReceptionList(
        addressee=Addressee(name=official.name, position=official.position),
        signature=_signature(day, asked),
        citation=citation,
        day=day.on,
        official=official.name,
        position=official.position,
        place=Words(kk=day.place_kk, ru=day.place_ru),
        opens=day.opens,
        people=Table(HEAD, tuple(_row(place, *one) for place, one in enumerate(listed, start=1))),
        count=len(listed),
        decided_by=Words(decided_by, decided_by),
    )
    return papers.issue(
        day.office,
        PaperKind.RECEPTION_LIST,
        about=day.key,
        languages=(Language.KK, Language.RU),
        facts=facts,
        by=asked.by,
        at=asked.at,
    )


def _row(place: int, appeal: Appeal, reason: str) -> tuple[Words | str, ...]:
    name = (
        f"{appeal.applicant_name} ({appeal.representative})"
        if appeal.representative
        else appeal.applicant_name
    )
    number = f"{appeal.number}\n{appeal.registered_on:%d.%m.%Y}"
    matter = textwrap.shorten(appeal.substance, MATTER_SHOWN, placeholder="…")
    why = BY_REGISTRATION if reason == IN_ORDER else Standing(reason).words
    return str(place), name, number, matter, why


def _signature(day: ReceptionDay, asked: Asked) -> Signature | None:
    if asked.by.user_id is None:
        return None
    position = people.position(day.office_id, asked.by.user_id, local_day(day.office, asked.at))
    return Signature(Words(asked.by.name, asked.by.name), position)
