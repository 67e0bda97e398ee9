"""The appeal's page: everything about one appeal, and only the acts that are lawful now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau import acts
from qabyldau.acts.at_desk import NAMES as AT_THE_DESK
from qabyldau.acts.participating import RARE
from qabyldau.outbox import queries as outbox
from qabyldau.people import queries as people
from qabyldau.people.identifiers import masked
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.matter import looks_empty
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import queries as review
from qabyldau.web.consideration import beside
from qabyldau.web.consulting import callins
from qabyldau.web.labels import KINDS, MODES, STATES, TOPICS
from qabyldau.web.minutes import panel as minutes
from qabyldau.web.papers import rows as papers
from qabyldau.web.participation import appeal as participation
from qabyldau.web.screening import panel as screening
from qabyldau.web.staff.appeal import clock, course
from qabyldau.web.staff.page import StaffRequest, show, today
from qabyldau.web.staff.words import (
    ACTS,
    CHARACTERS,
    DOCUMENTS,
    FLAGS,
    GROUNDS,
    NOTICES,
    OUTCOMES,
    PROPOSALS,
    UNCHECKED,
    WAYS,
)
from qabyldau.web.staff.worklist import NOBODYS_DUTY
from qabyldau.web.texts import law_message
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.outbox.models import Message
    from qabyldau.registry.models import Appeal

BESIDE_THE_NUMBER = "reveal"


def seen(request: StaffRequest, appeal_id: int) -> Appeal:
    """The appeal, if it exists for this person."""
    rows = registry.visible_to(request.actor)
    return get_object_or_404(
        rows.select_related("office", "applicant", "official", "wished_official"), pk=appeal_id
    )


@require_safe
def appeal(request: StaffRequest, appeal_id: int) -> HttpResponse:
    found = seen(request, appeal_id)
    day, calendar = today(found.office), worktime.calendar()
    context = {
        "appeal": found,
        "clock": clock.read(found, day, calendar),
        "timeline": course.timeline(found),
        **_offers(request, found),
        "may_reveal": request.actor.may(Right.REVEAL_IDENTITY),
        "may_attach": request.actor.may(Right.ATTACH),
        "flags": [(FLAGS.get(flag.code, flag.code), flag.cited) for flag in found.flags.all()],
        "earlier": registry.visible_to(request.actor).filter(pk__in=registry.earlier(found).values("pk")),
        "letters": [_letter(message) for message in outbox.about(found.office_id, found.key)],
        "files": found.attachments.all(),
        "papers": papers.rows(found.key),
        **_person(found),
        **_review(found),
        **beside.of(found, day, calendar),
        **_words(found),
        **screening.of(found, request.actor, day),
        **participation.panel(found),
        **minutes.of(found),
        **callins.panel(found, request.actor),
    }
    return show(request, "appeal.html", context)


def _person(found: Appeal) -> dict[str, object]:
    applicant = found.applicant
    return {
        "number": masked(people.number_of(applicant)),
        "kind": KINDS[applicant.kind],
        "document": UNCHECKED.get(applicant.document, applicant.document),
        "unchecked": applicant.document in UNCHECKED,
        "standing": Standing(found.standing).words if found.standing else None,
    }


def _words(found: Appeal) -> dict[str, object]:
    return {
        "stage": STATES[found.stage],
        "topic": TOPICS[found.topic],
        "channel": Channel(found.channel).words,
        "wished_mode": MODES[found.wished_mode],
        "empty": looks_empty(found.substance),
    }


def _review(found: Appeal) -> dict[str, object]:
    """What was found, proposed, decided and answered, as far as it has come."""
    note, decision = review.latest_note(found), review.latest_decision(found)
    attendance, answer = reception.attendance(found), reception.final_answer(found)
    return {
        "screening": review.latest_screening(found),
        "note": note,
        "proposal": PROPOSALS.get(note.proposal, "") if note else "",
        "note_ground": GROUNDS.get(note.ground, "") if note else "",
        "decision": decision,
        "outcome": OUTCOMES.get(decision.outcome, "") if decision else "",
        "decision_ground": GROUNDS.get(decision.ground, "") if decision else "",
        "appointment": review.live_appointment(found),
        "attendance": attendance,
        "shown": DOCUMENTS.get(attendance.document, attendance.document) if attendance else "",
        "answer": answer,
        "character": CHARACTERS.get(answer.character, "") if answer else "",
    }


def _offers(request: StaffRequest, found: Appeal) -> dict[str, object]:
    """Lawful acts; and folded away, the closed ones with what stands against them."""
    rows: list[dict[str, object]] = [
        {
            "name": offer.act.name,
            "words": ACTS[offer.act.name],
            "allowed": offer.allowed,
            "why": against(offer),
            "citation": offer.citation,
        }
        for offer in acts.offers(found, request.actor)
        if offer.act.name not in {BESIDE_THE_NUMBER, *AT_THE_DESK}
        and (offer.allowed or offer.act.name not in RARE)
    ]
    rows.sort(key=_place)
    return {
        "offers": [row for row in rows if row["allowed"]],
        "closed": [row for row in rows if not row["allowed"]],
    }


def _place(row: dict[str, object]) -> int:
    """What moves the appeal on before what only notes something."""
    name = str(row["name"])
    moves = acts.ACTS[name].moves
    duty = moves is not None and moves not in NOBODYS_DUTY
    return 0 if duty else 1 + (name != "screen")


def against(offer: acts.Offer) -> str:
    """What stands against an act; empty: nothing does."""
    return law_message(UnlawfulError(offer.why, offer.citation, **offer.facts)) if offer.why else ""


def _letter(message: Message) -> dict[str, object]:
    """The talon's letter carries the code of the applicant: its text is for the applicant alone."""
    return {
        "message": message,
        "notice": NOTICES.get(message.notice, message.notice),
        "way": WAYS.get(message.channel, message.channel),
        "text": "" if message.notice == "registered" else message.text,
    }
