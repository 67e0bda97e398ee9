"""The papers of the told appeal: its talon, and the letterhead of its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from qabyldau.demo.library import rows, said
from qabyldau.demo.office import sheet
from qabyldau.demo.stage import ADDRESS, NAME
from qabyldau.documents import LetterheadFacts, Signature, TalonFacts
from qabyldau.journal import queries as journal
from qabyldau.regulation.norms import intake
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.words import Words

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.demo.stage import Stage
    from qabyldau.registry.actions import Talon


def talon_facts(stage: Stage, talon: Talon) -> TalonFacts:
    office, appeal, zone = stage.troupe.office, talon.appeal, ZoneInfo(stage.troupe.office.zone)
    entry = journal.about(office.pk, appeal.key).get(action="register")
    operator = next(row for row in rows(sheet(), "staff") if said(row, "username") == "operator")
    return TalonFacts(
        office=office.name,
        office_address=office.address,
        office_phone=office.phone,
        number=appeal.number,
        received_at=appeal.received_at.astimezone(zone),
        registered_at=appeal.registered_at.astimezone(zone),
        channel=Channel(appeal.channel).words,
        received_by=appeal.received_by,
        received_by_position=Words(kk=said(operator, "position_kk"), ru=said(operator, "position_ru")),
        respond_by=talon.answer,
        citation=appeal.edition.cite(intake.Talon),
        secret=talon.secret,
        track_url=_track(stage),
        journal_seq=entry.seq,
        journal_hash=entry.hash,
    )


def letterhead(stage: Stage, at: datetime) -> LetterheadFacts:
    office, official = stage.troupe.office, stage.sitting.official
    return LetterheadFacts(
        office=office.name,
        office_address=office.address,
        office_phone=office.phone,
        number=stage.appeal.number,
        written_on=at.date(),
        addressee=NAME[stage.language],
        addressee_address=ADDRESS[stage.language],
        signature=Signature(official.name, official.position),
        verify_url=_track(stage),
    )


def _track(stage: Stage) -> str:
    return f"{settings.PUBLIC_URL}/{stage.language}/track/"
