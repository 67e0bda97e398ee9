"""Write the minutes while people are received, sign them, correct them by addenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.control import actions as control
from qabyldau.control import queries as instructions
from qabyldau.control.actions import Order
from qabyldau.journal import actions as journal
from qabyldau.minutes import papers, queries, signing
from qabyldau.minutes.models import Addendum, Extract, Minutes, Result
from qabyldau.outbox import actions as outbox
from qabyldau.participation import letters
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.reception import queries as reception
from qabyldau.registry.errors import StaleError
from qabyldau.registry.moves import Asked, local_day, locked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.control import Minutes as MinutesNorm
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import queries as schedule
from qabyldau.signatures import actions as signatures
from qabyldau.signatures.kinds import Paper as Signed

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.control.models import Instruction
    from qabyldau.journal.actions import Facts
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Edition
    from qabyldau.schedule.models import ReceptionDay
    from qabyldau.signatures.verifying import Proof

NOTICE = "extract"


@transaction.atomic
def answer(appeal_id: int, *, text: str, seen: int | None = None, asked: Asked) -> Result:
    """What the official answered on the spot; said again, the newer wording stands.

    `seen`: the version whoever writes had before them; nobody writes over another one unseen.
    """
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.WRITE_MINUTES, appeal.office_id)
    minutes = _open(_day_of(appeal), asked)
    row = Result.objects.filter(minutes=minutes, appeal=appeal).first() or Result(
        minutes=minutes, appeal=appeal, version=0
    )
    if seen is not None and seen != row.version:
        raise StaleError(appeal.number)
    row.answer, row.at, row.by_user_id = text.strip(), asked.at, asked.by.user_id
    row.version += 1
    row.save()
    facts: Facts = {"minutes": minutes.pk, "version": row.version}
    _note("answer_on_the_spot", appeal.key, appeal.edition, asked, facts)
    return row


@transaction.atomic
def instruct(appeal_id: int, *, order: Order, asked: Asked) -> Instruction:
    """An instruction given at the reception: a draft in the minutes until they are signed."""
    appeal = locked(appeal_id, asked)
    day = _day_of(appeal)
    minutes = _open(day, asked)
    return control.dictate(appeal, source=minutes.key, given_by_id=day.official_id, order=order, asked=asked)


@transaction.atomic
def sign(day_id: int, *, proof: Proof | None = None, asked: Asked) -> Minutes:
    """The official who received signs: from here on the minutes and their instructions are fixed."""
    day = schedule.day_for_update(day_id)
    minutes = _open(day, asked)
    law = _law(day)
    _may_sign(day, law, asked)
    standing = instructions.given_in(day.office_id, minutes.key)
    if code := law.get(MinutesNorm).lacking(instructions.as_minuted(standing)):
        raise UnlawfulError(code, law.cite(MinutesNorm))
    if not standing and not minutes.results.exists():
        raise UnlawfulError("minutes_are_empty", law.cite(MinutesNorm))
    signing.check(day, proof, law, by=asked.by, once=asked.once)
    _fix(minutes, law, asked)
    once = Asked(by=asked.by, at=asked.at)
    control.put_on_control(day.office_id, minutes.key, asked=once)
    _tell_executors(minutes, standing, law, asked)
    facts: Facts = {"minutes": minutes.pk, "number": minutes.number, "digest": minutes.digest}
    _note("sign_minutes", day.key, law, asked, facts)
    if proof is not None:
        signatures.attach(day.key, proof, paper=Signed.PROTOCOL, by=asked.by, at=asked.at)
    return minutes


def _fix(minutes: Minutes, law: Edition, asked: Asked) -> None:
    """The paper, its number, the signature and the digest together."""
    minutes.paper = papers.protocol(minutes, law=law, asked=asked)
    minutes.number = minutes.paper.number
    minutes.signed_by_id, minutes.signed_at = minutes.day.official_id, asked.at
    minutes.digest = _digest(minutes)
    minutes.save()


def _tell_executors(minutes: Minutes, standing: list[Instruction], law: Edition, asked: Asked) -> None:
    """Each executor gets an extract with its own instructions, by e-mail or on paper."""
    theirs: dict[int, list[Instruction]] = {}
    there: dict[int, Body] = {}
    for one in standing:
        for part in one.executors.all():
            there[part.body_id] = part.body
            theirs.setdefault(part.body_id, []).append(one)
    today = local_day(minutes.office, asked.at)
    for body_id, given in theirs.items():
        body = there[body_id]
        paper = papers.extract(minutes, body, tuple(given), law, asked)
        Extract.objects.create(minutes=minutes, body=body, paper=paper)
        outbox.put(minutes.office_id, [letters.carried(paper, body, NOTICE, today)], at=asked.at)


@transaction.atomic
def addendum(day_id: int, *, text: str, asked: Asked) -> Addendum:
    """Signed minutes are corrected beside their text, never in it."""
    day = schedule.day_for_update(day_id)
    law = _law(day)
    _may_sign(day, law, asked)
    minutes = Minutes.objects.filter(day=day, signed_at__isnull=False).first()
    if minutes is None:
        raise UnlawfulError("minutes_not_signed", law.cite(MinutesNorm))
    place = minutes.addenda.count() + 1
    row = Addendum.objects.create(
        minutes=minutes,
        place=place,
        text=text.strip(),
        signed_by_id=day.official_id,
        at=asked.at,
        paper=papers.addendum(minutes, place, text.strip(), law, asked),
    )
    _note("add_to_minutes", day.key, law, asked, {"minutes": minutes.pk, "place": row.place})
    return row


def _day_of(appeal: Appeal) -> ReceptionDay:
    """The day on which this person is, or was, received."""
    visit, seen = reception.visit_of(appeal), reception.attendance(appeal)
    if visit is not None:
        return schedule.day_for_update(visit.day_id)
    if seen is None or not seen.came:
        raise UnlawfulError("not_received_yet", appeal.edition.cite(MinutesNorm))
    return schedule.day_for_update(seen.appointment.slot.day_id)


def _open(day: ReceptionDay, asked: Asked) -> Minutes:
    """The minutes of the day, begun when first needed; refuses signed ones."""
    require(asked.by, Right.WRITE_MINUTES, day.office_id)
    minutes, _ = Minutes.objects.get_or_create(day=day, defaults={"office": day.office})
    if minutes.signed_at is not None:
        raise UnlawfulError("minutes_are_signed", _law(day).cite(MinutesNorm))
    return minutes


def _may_sign(day: ReceptionDay, law: Edition, asked: Asked) -> None:
    require(asked.by, Right.SIGN_MINUTES, day.office_id)
    if asked.by.official_id != day.official_id:
        raise UnlawfulError("minutes_of_another", law.cite(MinutesNorm))


def _law(day: ReceptionDay) -> Edition:
    return governing(day.office.code, day.on).edition


def _digest(minutes: Minutes) -> str:
    """Of everything signed: another word would give another digest."""
    found = queries.written(minutes)
    said: dict[str, object] = {
        "number": minutes.number,
        "day": minutes.day_id,
        "results": [[one.appeal_id, one.answer] for one in found.results],
        "instructions": [
            [one.place, one.appeal_id, one.text, one.due_on, [part.body_id for part in one.executors.all()]]
            for one in found.instructions
        ],
    }
    return journal.digest(said)


def _note(action: str, about: str, law: Edition, asked: Asked, facts: Facts) -> None:
    journal.write(
        action,
        about=about,
        by=asked.by,
        at=asked.at,
        citation=law.cite(MinutesNorm),
        facts=facts,
        once=asked.once,
        asked=asked.digest,
    )
