"""Register an appeal: never refused (АППК), numbered at once, with its terms and its talon."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import IntegrityError, transaction

from qabyldau import rows
from qabyldau.happenings import announce
from qabyldau.journal import queries as journal
from qabyldau.journal.actions import digest
from qabyldau.letters.facts import Registered
from qabyldau.people import actions as people
from qabyldau.people.actor import Actor, Kind, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.people.sealing import blind_index
from qabyldau.registry import files
from qabyldau.registry.errors import AskedDifferentlyError
from qabyldau.registry.events import AppealRegistered
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.models import Appeal, Flag, Term
from qabyldau.registry.moves import Asked, note
from qabyldau.registry.notices import Told
from qabyldau.registry.numbers import ALPHABET, SECRET_LENGTH, secret_digest, take_number
from qabyldau.registry.statement import Statement
from qabyldau.regulation.calendar import WorkingCalendar
from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.editions import governing
from qabyldau.regulation.lifecycle import Notice, State
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Due, Registration, due
from qabyldau.regulation.norms.intake import BookingHours, Channel, RegistrationDay, Why
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office

BITS_A_SIGN = 5


@dataclass(frozen=True, slots=True)
class Talon:
    """What the applicant leaves with. `secret` opens the tracking page and is kept nowhere in clear."""

    appeal: Appeal
    secret: str
    answer: Due
    new: bool = True


@dataclass(frozen=True, slots=True)
class _Clock:
    """When it came, when it counts as registered, and by which law and calendar."""

    received_at: datetime
    registered_on: date
    registered_at: datetime
    why: Why
    law: Edition
    calendar: WorkingCalendar


def register(office: Office, said: Statement, *, by: Actor, at: datetime, once: str = "") -> Talon:
    """Give the appeal its number, terms and talon. The same `once` gives the same talon again."""
    _require(by, said, office)
    files.check(said.files)
    once = once or str(uuid.uuid4())
    try:
        with transaction.atomic():
            return _register(office, said, Asked(by=by, at=at, once=once, digest=_digest(said)))
    except IntegrityError:
        if not Appeal.objects.filter(office=office, once=once).exists():
            raise
        return _registered_before(office, said, once)


def _require(by: Actor, said: Statement, office: Office) -> None:
    if by.kind is Kind.APPLICANT and said.channel is Channel.PORTAL and by.office_id == office.pk:
        return
    if said.channel is Channel.PORTAL and by.kind is not Kind.STAFF:
        raise PermissionDeniedError(Right.REGISTER)
    require(by, Right.REGISTER_CALL if said.channel is Channel.CALL_CENTRE else Right.REGISTER, office.pk)


def _register(office: Office, said: Statement, asked: Asked) -> Talon:
    clock = _clock(office, said, asked.at)
    answer = due(AnswerDeadline, clock.registered_on, clock.law, clock.calendar)
    secret = talon_secret(office, asked.once)
    appeal = _row(office, said, asked, clock)
    appeal.secret_digest = secret_digest(secret)
    appeal.due_on, appeal.due_target = answer.on, answer.target
    appeal.applicant_id = people.known(office.pk, said.person)
    appeal.year = asked.at.astimezone(ZoneInfo(office.zone)).year
    appeal.number, appeal.counter = take_number(office, asked.at.astimezone(ZoneInfo(office.zone)).date())
    rows.insert(appeal)
    _open_terms(appeal, clock, answer)
    _flag(appeal, clock, asked)
    files.attach(appeal, said.files, asked.at)
    announce(AppealRegistered(appeal.pk, office.pk, office.code, appeal.number, asked.at))
    facts = {"number": appeal.number, "channel": said.channel, "to": str(State.REGISTERED), "why": clock.why}
    told = Told(Notice.REGISTERED, Registered(respond_by=answer, secret=secret))
    note(appeal, "register", asked, clock.law.cite(Registration), dict(facts), told)
    return Talon(appeal, secret, answer)


def _registered_before(office: Office, said: Statement, once: str) -> Talon:
    """The form came twice: the same talon, unless it says something else now."""
    before = journal.asked_before(office.pk, once)
    if before is None or before.asked != _digest(said):
        raise AskedDifferentlyError(once)
    appeal = Appeal.objects.select_related("office", "applicant").get(office=office, once=once)
    answer = due(AnswerDeadline, appeal.registered_on, appeal.edition, worktime.calendar())
    return Talon(appeal, talon_secret(office, once), answer, new=False)


def _digest(said: Statement) -> str:
    """Of everything stated. Keyed: what is said about a person must not be guessed from the journal."""
    stated = asdict(replace(said, files=()))
    stated["files"] = [[one.name, hashlib.sha256(one.content).hexdigest()] for one in said.files]
    return blind_index(digest(stated))


def talon_secret(office: Office, once: str) -> str:
    """Made from the form's key with the installation's own: a form sent twice gets one code."""
    raw = hmac.new(settings.INDEX_KEY, f"talon|{office.code}|{once}".encode(), hashlib.sha256).digest()
    bits = int.from_bytes(raw[:SECRET_LENGTH], "big")
    return "".join(ALPHABET[bits >> BITS_A_SIGN * place & 31] for place in range(SECRET_LENGTH))


def _clock(office: Office, said: Statement, at: datetime) -> _Clock:
    """АППК: received after hours or on a day off counts from the next working day; the moment is kept."""
    zone = ZoneInfo(office.zone)
    received_at = (said.received_at or at).astimezone(zone)
    law = governing(office.code, received_at.date()).edition
    calendar = worktime.calendar()
    day, why = law.get(RegistrationDay).registered_on(received_at, office.hours, calendar)
    moment = received_at if why is Why.SAME_DAY else datetime.combine(day, office.opens, zone)
    return _Clock(received_at, day, moment, why, law, calendar)


def _row(office: Office, said: Statement, asked: Asked, clock: _Clock) -> Appeal:
    return Appeal(
        office=office,
        channel=said.channel,
        edition_code=clock.law.code,
        applicant_name=said.person.name,
        folded_name=said.person.name.casefold(),
        people_count=said.people_count,
        representative=said.representation.name,
        authority=said.representation.authority,
        authority_until=said.representation.until,
        **_ways(said),
        language=said.language,
        topic=said.topic,
        substance=said.substance,
        folded_substance=said.substance.casefold(),
        wished_official_id=said.wish.official_id,
        wished_mode=said.wish.mode,
        video_consent=said.wish.video_consent,
        standing=said.wish.standing or "",
        standing_proof=said.wish.standing_proof,
        received_at=clock.received_at,
        received_by=asked.by.name if asked.by.user_id else "",
        received_position=asked.by.position,
        registered_at=clock.registered_at,
        registered_on=clock.registered_on,
        once=asked.once,
    )


def _ways(said: Statement) -> dict[str, str]:
    """How the applicant can be reached."""
    contact = said.contact
    return {
        "phone": contact.phone,
        "email": contact.email,
        "address": contact.address,
        "preferred": contact.preferred or "",
    }


def _open_terms(appeal: Appeal, clock: _Clock, answer: Due) -> None:
    external = due(Registration, clock.registered_on, clock.law, clock.calendar)
    rows.insert_all(
        [term_row(appeal, TermKind.ANSWER, answer), term_row(appeal, TermKind.EXTERNAL_NUMBER, external)]
    )


def term_row(appeal: Appeal, kind: TermKind, found: Due) -> Term:
    return Term(
        appeal=appeal,
        kind=kind,
        norm=found.kind,
        event_on=found.event,
        due_on=found.on,
        target_on=found.target,
        citation=found.citation.as_row(),
        calendar_version=found.calendar_version,
    )


def _flag(appeal: Appeal, clock: _Clock, asked: Asked) -> None:
    """Facts that fall short of a clause are recorded with it."""
    local = asked.at.astimezone(ZoneInfo(appeal.office.zone))
    short: list[tuple[str, type[Norm]]] = []
    staffed = asked.by.kind is Kind.STAFF
    if staffed and not clock.law.get(BookingHours).observed(local, appeal.office.hours, clock.calendar):
        short.append(("booked_outside_hours", BookingHours))
    if local.date() > clock.registered_on:
        short.append(("registered_late", Registration))
    rows.insert_all(
        [
            Flag(appeal=appeal, code=code, citation=clock.law.cite(norm).as_row(), at=asked.at)
            for code, norm in short
        ]
    )
