"""What a body reads by e-mail about a request: whole texts in its own language, no personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from django.conf import settings

from qabyldau.bodies import queries as bodies
from qabyldau.letters.fields import spelled
from qabyldau.letters.template import Template, parsed
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.materials.models import MaterialRequest
    from qabyldau.papers.models import Paper
    from qabyldau.regulation.edition import Citation

HEADERS = ("subject",)
NOTICE = "material_request"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the letters may name."""

    number: str
    appeal: str
    due: date
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


def url(request_id: int, language: str) -> str:
    return f"{settings.PUBLIC_URL}/{language}/staff/asked/{request_id}/"


def asked(request: MaterialRequest, paper: Paper, to: str) -> list[Owed]:
    """The paper itself as an e-mail; nothing where the body has no address."""
    said = paper.data["texts"][request.language]
    text = "\n\n".join("\n".join(block) for block in said["blocks"])
    return _owed(request, "asked", to, f"{said['subject']} ({request.number})", text)


def told(request: MaterialRequest, name: str, to: str, *, again: str = "", remark: str = "") -> list[Owed]:
    """One of the letters of `templates/`; `again` tells two of one name apart."""
    language = Language(request.language)
    template = load(name, language)
    fields = spelled(_facts(request, remark), language)
    subject = template.fill(template.subject, fields)
    return _owed(request, f"{name}{again}", to, subject, template.text(fields))


def _facts(request: MaterialRequest, remark: str) -> Facts:
    office = request.office
    return Facts(
        number=request.number,
        appeal=request.appeal.number,
        due=request.due_on,
        url=url(request.pk, request.language),
        citation=request.appeal.edition.cite(BindingRequests),
        office=office.name,
        office_phone=office.phone,
        remark=remark,
    )


def _owed(request: MaterialRequest, name: str, to: str, subject: str, text: str) -> list[Owed]:
    if not to:
        return []
    owed = Owed(
        key=f"material-{request.pk}-{name}",
        about=request.key,
        notice=NOTICE,
        channel=Channel.EMAIL,
        language=request.language,
        address=to,
        subject=subject[:200],
        text=text,
    )
    return [owed]


@cache
def load(name: str, language: Language) -> Template:
    source = files(__package__).joinpath("templates", language, f"{name}.txt")
    return parsed(f"{language}/{name}", source.read_text(encoding="utf-8"), HEADERS)
