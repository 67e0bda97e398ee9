"""What a body reads: the paper itself and short letters, by e-mail where it has one, else on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings

from qabyldau.bodies import queries as bodies
from qabyldau.letters.fields import spelled
from qabyldau.letters.template import Template, parsed
from qabyldau.outbox.actions import Owed
from qabyldau.outbox.kinds import Channel
from qabyldau.regulation.words import Language, Words

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.documents.typeset import Data
    from qabyldau.papers.models import Paper
    from qabyldau.participation.models import Invitation

HEADERS = ("subject",)
LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What the short letters may name."""

    number: str
    official: Words
    position: Words
    day: date
    opens: time
    url: str
    office: Words
    office_phone: str


def url(invitation_id: int, language: str) -> str:
    return f"{settings.PUBLIC_URL}/{language}/staff/invited/{invitation_id}/"


def address(body: Body, day: date) -> tuple[Channel, str]:
    """Where the body reads its letters: its e-mail, that of who speaks for it, else its postal address."""
    there = body.email or next((one.email for one in bodies.members(body, day) if one.email), "")
    return (Channel.EMAIL, there) if there else (Channel.PAPER, body.address[body.language])


def carried(paper: Paper, body: Body, notice: str, day: date) -> Owed:
    """A paper on its way to a body; a person carries it where there is no e-mail."""
    channel, to = address(body, day)
    said = paper.data["texts"][body.language]
    return Owed(
        key=f"paper-{paper.pk}",
        about=paper.about,
        notice=notice,
        channel=channel,
        language=body.language,
        address=to[:254],
        subject=f"{said['subject']} (№ {paper.number})"[:LONGEST_SUBJECT],
        text="\n\n".join(_said(block) for block in said["blocks"]),
        paper_id=paper.pk,
    )


def _said(block: Data) -> str:
    """A block of a paper in a message: lines as they are, a table a row at a time."""
    if type(block) is list:
        return "\n".join(map(str, block))
    parts = cast("dict[str, Any]", block)
    if "heading" in parts:
        return str(parts["heading"])
    return "\n".join(" · ".join(filter(None, row)) for row in parts["rows"])


def short(invitation: Invitation, name: str, key: str, on: date) -> Owed:
    """One of the letters of `templates/`, in the language of the body."""
    body, language = invitation.body, Language(invitation.body.language)
    template = load(name, language)
    fields = spelled(_facts(invitation), language)
    channel, to = address(body, on)
    return Owed(
        key=key,
        about=invitation.key,
        notice=name,
        channel=channel,
        language=language,
        address=to[:254],
        subject=template.fill(template.subject, fields)[:LONGEST_SUBJECT],
        text=template.text(fields),
    )


def _facts(invitation: Invitation) -> Facts:
    day = invitation.day
    return Facts(
        number=invitation.paper.number if invitation.paper else "",
        official=day.official.name,
        position=day.official.position,
        day=day.on,
        opens=day.opens,
        url=url(invitation.pk, invitation.body.language),
        office=day.office.name,
        office_phone=day.office.phone,
    )


@cache
def load(name: str, language: Language) -> Template:
    source = files(__package__).joinpath("templates", language, f"{name}.txt")
    return parsed(f"{language}/{name}", source.read_text(encoding="utf-8"), HEADERS)
