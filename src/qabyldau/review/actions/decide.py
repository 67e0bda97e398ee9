"""The head's part: receive, refuse with reasons, send back, extend."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.letters.facts import Extension, Refusal
from qabyldau.people import queries as people
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.moves import Asked, Step, local_day, locked, move, open_term, owe, prolong
from qabyldau.registry.notices import Told
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.lifecycle import Action, Notice
from qabyldau.regulation.norms.control import ReceptionList
from qabyldau.regulation.norms.deadlines import ExtensionCap, ExtensionNotice, ReferenceNote, due
from qabyldau.regulation.norms.extension import Extension as WantedExtension
from qabyldau.regulation.norms.extension import check_extension
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.refusal import Ground, grounds, refused
from qabyldau.regulation.norms.schedule import Rank, Receiver, Receivers
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Words
from qabyldau.review.actions.hearing import check_heard
from qabyldau.review.kinds import Outcome
from qabyldau.review.models import Decision
from qabyldau.review.notes import prepared_by
from qabyldau.review.queries import assessment, latest_screening
from qabyldau.schedule import queries as schedule
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal, Term
    from qabyldau.schedule.models import ReceptionDay


@transaction.atomic
def approve(appeal_id: int, *, day_id: int, mode: Mode, asked: Asked) -> Decision:
    """Receive this person: official, day and mode. The hour is given from the list."""
    appeal = _before_the_head(appeal_id, asked)
    _no_ground_against(appeal)
    day = schedule.days(appeal.office_id).get(pk=day_id)
    _may_receive(appeal, day, mode)
    decision = _decided(appeal, asked, outcome=Outcome.RECEIVE, day=day, mode=mode)
    facts = {
        "decision": decision.pk,
        "day": day.on.isoformat(),
        "official": day.official_id,
        "mode": str(mode),
    }
    move(appeal, Action.APPROVE, asked, Step(facts=dict(facts), official_id=day.official_id))
    return decision


@transaction.atomic
def refuse(appeal_id: int, *, ground_code: str, motive: str, asked: Asked) -> Decision:
    """Refuse the booking on a ground that the findings bear out, with reasons the applicant can read."""
    appeal = _before_the_head(appeal_id, asked)
    law = appeal.edition
    found = refused(ground_code, motive, assessment(appeal), law)
    check_evidence(appeal, found)
    check_heard(appeal)
    decision = _decided(appeal, asked, outcome=Outcome.REFUSE, ground=ground_code, motive=motive)
    body = Refusal(
        ground=law.cite(type(found)),
        ground_code=ground_code,
        motive=motive,
        competent_body=_competent_body(appeal),
    )
    told = Told(Notice.REFUSAL, body)
    facts = {"decision": decision.pk, "ground": ground_code}
    move(appeal, Action.REFUSE, asked, Step(under=type(found), facts=dict(facts), tells=told))
    return decision


@transaction.atomic
def send_back(appeal_id: int, *, motive: str, asked: Asked) -> Decision:
    """Return the note for more work; the clock of the answer runs on."""
    appeal = _before_the_head(appeal_id, asked)
    decision = _decided(appeal, asked, outcome=Outcome.RETURN, motive=motive)
    move(appeal, Action.RETURN, asked, Step(facts={"decision": decision.pk}))
    return decision


@transaction.atomic
def extend(appeal_id: int, *, until: date, reason: str, asked: Asked) -> Term:
    """Answer later, by a reasoned decision of the head or a deputy; the new term replaces the old one."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.EXTEND, appeal.office_id)
    old = _open_answer(appeal)
    law, calendar = appeal.edition, worktime.calendar()
    wanted = WantedExtension(until, reason, people.rank_of(asked.by))
    check_extension(wanted, appeal.registered_on, old.due_on, law, calendar)
    limit = due(ExtensionCap, appeal.registered_on, law, calendar)
    decision = _decided(appeal, asked, outcome=Outcome.EXTEND, motive=reason, until=until)
    term = prolong(appeal, old, until, limit, calendar.on_or_before(until))
    _owe_notice(appeal, asked)
    words = Words(kk=asked.by.name, ru=asked.by.name)
    body = Extension(old=old.due_on, new=until, reason=reason, decided_by=words, limit=limit)
    facts = {"decision": decision.pk, "old": old.due_on.isoformat(), "new": until.isoformat()}
    move(appeal, Action.EXTEND, asked, Step(facts=dict(facts), tells=Told(Notice.EXTENSION, body)))
    return term


def _owe_notice(appeal: Appeal, asked: Asked) -> None:
    """The applicant must learn of it in time: met when the letter reaches them, not when it is written."""
    law = appeal.edition
    if not law.has(ExtensionNotice):
        return
    before = open_term(appeal, TermKind.EXTENSION_NOTICE)
    if before is not None:
        # One letter tells of the newer day: the duty to tell of the older one goes over to it.
        before.met_on = local_day(appeal.office, asked.at)
        before.save(update_fields=["met_on"])
    told_by = due(ExtensionNotice, local_day(appeal.office, asked.at), law, worktime.calendar())
    owe(appeal, TermKind.EXTENSION_NOTICE, told_by)


def _open_answer(appeal: Appeal) -> Term:
    term = open_term(appeal, TermKind.ANSWER)
    if term is None:
        cap = appeal.edition.cite(ExtensionCap)
        raise UnlawfulError("already_over", cap, action="extend", state=appeal.state)
    return term


def _before_the_head(appeal_id: int, asked: Asked) -> Appeal:
    """The appeal for a decision: by a head, and not by whoever wrote the note or agreed to it."""
    appeal = locked(appeal_id, asked)
    require(asked.by, Right.DECIDE, appeal.office_id)
    if asked.by.user_id in prepared_by(appeal):
        raise UnlawfulError("prepared_by_the_same_person", appeal.edition.cite(ReferenceNote))
    return appeal


def _no_ground_against(appeal: Appeal) -> None:
    """Nobody is booked whose matter was not looked at, or against whom a ground stands."""
    law, found = appeal.edition, assessment(appeal)
    if found.within_competence is None or found.heard_before is None:
        raise UnlawfulError("not_assessed", law.cite(Ground))
    for one in grounds(found, law):
        raise UnlawfulError("ground_stands_against", law.cite(type(one)), ground=one.code)


def check_evidence(appeal: Appeal, found: Ground) -> None:
    """A ground is more than a mark: the findings name the competent body, or the earlier answer."""
    seen = latest_screening(appeal)
    named = seen and (seen.competent_body_ru or seen.competent_body_kk or seen.earlier_id or seen.remark)
    if not named:
        cited = appeal.edition.cite(type(found))
        raise UnlawfulError("ground_without_evidence", cited, ground=found.code)


def _may_receive(appeal: Appeal, day: ReceptionDay, mode: Mode) -> None:
    law: Edition = appeal.edition
    official = day.official
    receiver = Receiver(Rank(official.rank), False, official.since, official.until)
    if not law.get(Receivers).may_receive(receiver, day.on):
        raise UnlawfulError("no_authority", law.cite(Receivers), day=day.on)
    if mode is Mode.VIDEO:
        code = law.get(VideoByConsent).objection(Rank(official.rank), consented=appeal.video_consent)
        if code:
            raise UnlawfulError(code, law.cite(VideoByConsent))
    if day.published_at is None:
        raise UnlawfulError("day_not_published", law.cite(ReceptionList), day=day.on)


def _competent_body(appeal: Appeal) -> Words | None:
    found = latest_screening(appeal)
    if found is None or not (found.competent_body_kk and found.competent_body_ru):
        return None
    return Words(kk=found.competent_body_kk, ru=found.competent_body_ru)


def _decided(appeal: Appeal, asked: Asked, **columns: object) -> Decision:
    row = Decision(appeal=appeal, by_user_id=asked.by.user_id, by_name=asked.by.name, at=asked.at)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row
