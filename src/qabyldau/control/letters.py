"""What a body reads by e-mail about its instruction: whole texts in its language, no personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from qabyldau.bodies import queries as bodies
from qabyldau.letters.fields import spelled
from qabyldau.letters.template import Template, parsed
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction
    from qabyldau.regulation.edition import Citation

HEADERS = ("subject",)
NOTICE = "instruction"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the letters may name."""

    appeal: str
    due: date | None
    url: str
    citation: Citation
    office: Words
    office_phone: str
    remark: str = ""


def address(body: Body, day: date) -> str:
    """Where the body reads its letters; empty: only on paper."""
    if body.email:
        return body.email
    return next((one.email for one in bodies.members(body, day) if one.email), "")


def url(page: str, language: str) -> str:
    return f"{settings.PUBLIC_URL}/{language}/staff/{page}"


def tell(row: Instruction, name: str, *, at: datetime, again: str = "", remark: str = "") -> None:
    """One of the letters of `templates/`, to the leading body; `again` tells two of one name apart."""
    part = row.executors.filter(lead=True).select_related("body").first()
    to = address(part.body, at.astimezone(ZoneInfo(row.office.zone)).date()) if part else ""
    if part is None or not to:
        return
    language = Language(part.body.language)
    template = load(name, language)
    fields = spelled(_facts(row, language, remark), language)
    owed = Owed(
        key=f"instruction-{row.pk}-{name}{again}",
        about=row.key,
        notice=NOTICE,
        channel=Channel.EMAIL,
        language=language,
        address=to,
        subject=template.fill(template.subject, fields)[:200],
        text=template.text(fields),
    )
    outbox.put(row.office_id, [owed], at=at)


def _facts(row: Instruction, language: Language, remark: str) -> Facts:
    office = row.office
    return Facts(
        appeal=row.appeal.number,
        due=row.due_on,
        url=url(f"ordered/{row.pk}/", language),
        citation=row.appeal.edition.cite(InstructionControl),
        office=office.name,
        office_phone=office.phone,
        remark=remark,
    )


@cache
def load(name: str, language: Language) -> Template:
    source = files(__package__).joinpath("templates", language, f"{name}.txt")
    return parsed(f"{language}/{name}", source.read_text(encoding="utf-8"), HEADERS)
