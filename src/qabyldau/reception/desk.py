"""The acts of the desk: check in, call, bring in, send home. Each is journaled: the day can be replayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.reception import actions as reception
from qabyldau.reception import queries
from qabyldau.reception.models import Visit
from qabyldau.registry.moves import Asked, local_day, locked
from qabyldau.registry.numbers import take_number
from qabyldau.regulation.desk import DeskAct, step
from qabyldau.regulation.desk import Visit as Stage
from qabyldau.regulation.lifecycle import Action
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.reception import IdentityShown, Mode, Shown, VideoByConsent
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import queries as schedule
from qabyldau.schedule import restrictions

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal
    from qabyldau.regulation.edition import Citation
    from qabyldau.review.models import Appointment
    from qabyldau.schedule.models import ReceptionDay


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the desk saw: kind of document and its last signs, authority, and the proof of a standing.

    `standing` None: as it was registered with its proof; `ordinary`: what was registered was not shown.
    """

    document: str
    document_end: str = ""
    authority_shown: bool = False
    standing: Standing | None = None
    standing_proof: str = ""
    ordinary: bool = False

    def ahead(self, appeal: Appeal) -> tuple[str, str]:
        """The standing that puts the person ahead, and its proof; both empty: nothing does."""
        standing = self.standing or appeal.standing
        proof = self.standing_proof.strip() or appeal.standing_proof
        return (standing, proof) if standing and proof and not self.ordinary else ("", "")


@transaction.atomic
def arrive(appeal_id: int, *, arrival: Arrival, asked: Asked) -> Visit:
    """Check a person in: nobody is called who has not shown who they are."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.RECORD_RECEPTION, appeal.office_id)
    appointment = reception.due_now(appeal, Action.HOLD, asked)
    _admissible(appeal, appointment, arrival, asked)
    _not_here_yet(appeal)
    visit = _checked_in(appeal, appointment, arrival, asked)
    facts = {
        "ticket": visit.ticket,
        "registered_at": appeal.registered_at.isoformat(),
        "standing": visit.standing,
        "hour": visit.hour.isoformat() if visit.hour else None,
    }
    _note(visit, DeskAct.ARRIVE, asked, appeal.edition.cite(IdentityShown), facts)
    return visit


def _admissible(appeal: Appeal, appointment: Appointment, arrival: Arrival, asked: Asked) -> None:
    law = appeal.edition
    shown = Shown(
        identity=bool(arrival.document),
        represents_another=bool(appeal.representative),
        authority=arrival.authority_shown,
        authority_until=appeal.authority_until,
    )
    if code := law.get(IdentityShown).lacking(shown, local_day(appeal.office, asked.at)):
        raise UnlawfulError(code, law.cite(IdentityShown))
    if arrival.standing and not arrival.standing_proof.strip():
        raise UnlawfulError("standing_without_proof", law.cite(Precedence))
    if Mode(appointment.mode) is Mode.VIDEO:
        _by_video(appeal, appointment)


def _by_video(appeal: Appeal, appointment: Appointment) -> None:
    law, day = appeal.edition, appointment.slot.day
    restricted = restrictions.covering(appeal.office_id, day.on) is not None
    norm, rank = law.get(VideoByConsent), Rank(day.official.rank)
    if code := norm.objection(rank, consented=appeal.video_consent, restricted=restricted):
        raise UnlawfulError(code, law.cite(VideoByConsent))


def _not_here_yet(appeal: Appeal) -> None:
    """One person is in one place: not here twice, for this appeal or another."""
    if queries.here(appeal) is not None:
        raise UnlawfulError("already_here", appeal.edition.cite(IdentityShown))


def _checked_in(appeal: Appeal, appointment: Appointment, arrival: Arrival, asked: Asked) -> Visit:
    day = appointment.slot.day
    standing, proof = arrival.ahead(appeal)
    _, ticket = take_number(appeal.office, day.on, f"visit-{day.on:%m-%d}")
    return Visit.objects.create(
        office=appeal.office,
        day=day,
        on=day.on,
        appeal=appeal,
        appointment=appointment,
        ticket=ticket,
        mode=appointment.mode,
        document=arrival.document,
        document_end=arrival.document_end[-4:],
        authority_shown=arrival.authority_shown,
        standing=standing,
        standing_proof=proof,
        hour=appointment.slot.starts_at,
        arrived_at=asked.at,
        by_user_id=asked.by.user_id,
        room_kk=day.place_kk,
        room_ru=day.place_ru,
    )


@transaction.atomic
def call(day_id: int, *, visit_id: int | None = None, motive: str = "", asked: Asked) -> Visit:
    """Call who is next in order; somebody else only with a reason, which is kept."""
    day = _day(day_id, asked)
    waiting = queries.line(day, asked.at)
    if not waiting:
        raise UnlawfulError("nobody_waits", queries.law_of(day).cite(Precedence))
    visit = waiting[0].visit if visit_id is None else queries.visits_of(day).get(pk=visit_id)
    locked(visit.appeal_id, asked)
    if visit.pk != waiting[0].visit.pk and not motive.strip():
        raise UnlawfulError("out_of_order_without_reason", queries.law_of(day).cite(Precedence))
    _one_at_a_time(day, Stage.CALLED, "somebody_is_called")
    _elsewhere(visit)
    visit.called_at, visit.times_called = asked.at, 1
    return _take(visit, DeskAct.CALL, asked, {"motive": bool(motive.strip())})


@transaction.atomic
def call_again(visit_id: int, *, asked: Asked) -> Visit:
    """The board and the voice say the number once more."""
    visit = _locked(visit_id, asked)
    visit.called_at, visit.times_called = asked.at, visit.times_called + 1
    return _take(visit, DeskAct.CALL_AGAIN, asked, {"times": visit.times_called})


@transaction.atomic
def start(visit_id: int, *, asked: Asked) -> Visit:
    """The person came in; the official's time runs."""
    visit = _locked(visit_id, asked)
    _one_at_a_time(visit.day, Stage.WITH_OFFICIAL, "somebody_is_inside")
    reception.regime_approved(visit.appeal)
    visit.started_at = asked.at
    return _take(visit, DeskAct.START, asked)


@transaction.atomic
def finish(visit_id: int, *, summary: str = "", asked: Asked) -> Visit:
    """The person was received: the appeal is held, with what was shown at the check-in."""
    visit = _locked(visit_id, asked)
    visit.ended_at = asked.at
    _take(visit, DeskAct.FINISH, asked)
    seen = reception.Seen(visit.document, visit.authority_shown, summary)
    reception.hold(visit.appeal_id, seen=seen, asked=_also(asked))
    return visit


@transaction.atomic
def absent(visit_id: int, *, asked: Asked) -> Visit:
    """Called, and did not come in."""
    return _gone(visit_id, DeskAct.ABSENT, asked)


@transaction.atomic
def leave(visit_id: int, *, asked: Asked) -> Visit:
    """Went home before being received; another hour may be given."""
    return _gone(visit_id, DeskAct.LEAVE, asked)


def to_another_time(visit_id: int, *, asked: Asked) -> Visit:
    """Another time was agreed with an official; who gives the hour does the rest of that transaction."""
    visit = _locked(visit_id, asked)
    visit.ended_at = asked.at
    return _take(visit, DeskAct.AGREE_TIME, asked)


def _gone(visit_id: int, act: DeskAct, asked: Asked) -> Visit:
    visit = _locked(visit_id, asked)
    visit.ended_at = asked.at
    _take(visit, act, asked)
    reception.miss(visit.appeal_id, asked=_also(asked))
    return visit


@transaction.atomic
def recall(visit_id: int, *, asked: Asked) -> Visit:
    """Undo a call: back to the line, to the place that the order gives."""
    visit = _locked(visit_id, asked)
    visit.called_at, visit.times_called = None, 0
    return _take(visit, DeskAct.RECALL, asked)


@transaction.atomic
def step_back(visit_id: int, *, asked: Asked) -> Visit:
    """Undo a coming in: called, and not inside yet."""
    visit = _locked(visit_id, asked)
    _one_at_a_time(visit.day, Stage.CALLED, "somebody_is_called")
    visit.started_at = None
    return _take(visit, DeskAct.STEP_BACK, asked)


@transaction.atomic
def cancel(visit_id: int, *, asked: Asked) -> Visit:
    """Undo a check-in: the wrong person was clicked."""
    visit = _locked(visit_id, asked)
    visit.ended_at = asked.at
    return _take(visit, DeskAct.CANCEL, asked)


def _day(day_id: int, asked: Asked) -> ReceptionDay:
    """The day, locked: five clerks who press "next" at once go one after another."""
    day = schedule.day_for_update(day_id)
    require(asked.by, Right.RECORD_RECEPTION, day.office_id)
    return day


def _locked(visit_id: int, asked: Asked) -> Visit:
    """The visit for an act: its day is locked first, then its appeal, always in this order."""
    day_id, appeal_id = Visit.objects.values_list("day_id", "appeal_id").get(pk=visit_id)
    _day(day_id, asked)
    locked(appeal_id, asked)
    return Visit.objects.select_related("office", "day__office", "appeal__office").get(pk=visit_id)


def _one_at_a_time(day: ReceptionDay, stage: Stage, code: str) -> None:
    busy = Visit.objects.filter(day=day, stage=stage).first()
    if busy is not None:
        raise UnlawfulError(code, queries.law_of(day).cite(Precedence), ticket=busy.ticket)


def _elsewhere(visit: Visit) -> None:
    """Nobody is called into a second room while in the first, even by two desks at one moment."""
    people.hold_still(visit.appeal.applicant_id)
    other = queries.called_elsewhere(visit)
    if other is not None:
        raise UnlawfulError("called_elsewhere", visit.appeal.edition.cite(Precedence), ticket=other.ticket)


def _take(visit: Visit, act: DeskAct, asked: Asked, facts: dict[str, object] | None = None) -> Visit:
    law = visit.appeal.edition
    row = step(act, Stage(visit.stage), law)
    visit.stage = row.target
    visit.save()
    _note(visit, act, asked, law.cite(row.under), {"ticket": visit.ticket, **(facts or {})})
    return visit


def _note(visit: Visit, act: DeskAct, asked: Asked, citation: Citation, facts: dict[str, object]) -> None:
    journal.write(
        act,
        about=queries.queue_key(visit.day_id),
        by=asked.by,
        at=asked.at,
        citation=citation,
        facts={"visit": visit.pk, "appeal": visit.appeal_id, **facts},
        once=asked.once,
        asked=asked.digest,
    )


def _also(asked: Asked) -> Asked:
    """The move that goes with a step: the key of the request is kept once, with the step."""
    return Asked(by=asked.by, at=asked.at)
