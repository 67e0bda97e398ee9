"""Правила личного приема (выдуманные): six paragraphs, numbered and counted otherwise than № 289."""

from datetime import date

from qabyldau.regulation.edition import Context, Edition, clause
from qabyldau.regulation.editions.appk_350 import law as appk
from qabyldau.regulation.norms.control import (
    Distribution,
    FinalAnswer,
    InstructionControl,
    Minutes,
    QuarterlyReport,
    ReceptionList,
)
from qabyldau.regulation.norms.deadlines import AnswerDeadline, ExtensionCap, ReferenceNote, Registration
from qabyldau.regulation.norms.intake import BookingHours, Channel, Channels
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.refusal import NoMatterStated, OutsideCompetence
from qabyldau.regulation.norms.schedule import Rank, Receivers
from qabyldau.regulation.terms import CalendarDays, Months, WorkingDays
from qabyldau.regulation.words import Words

CHANNELS = frozenset({Channel.PORTAL, Channel.ORAL, Channel.CALL_CENTRE})
EDITION = Edition(
    code="successor-214@2025",
    title=Words(kk="Жеке қабылдау қағидалары (үлгі)", ru="Правила личного приёма (образец)"),
    unit="п.",
    cited=Words(kk="қағидалардың {number}-тармағы", ru="п. {number} Правил"),
    since=date(2025, 1, 1),
    until=None,
    clauses=(
        clause("1", Context(Words(kk="жалпы ереже", ru="общее положение"))),
        clause(
            "2", Receivers(ranks=frozenset(Rank)), Channels(open=CHANNELS, by_staff=CHANNELS), BookingHours()
        ),
        clause("3", Registration(within=CalendarDays(0)), NoMatterStated(), OutsideCompetence()),
        clause(
            "4",
            AnswerDeadline(within=WorkingDays(10)),
            ExtensionCap(within=Months(1), decided_by=appk.HEADS),
            ReferenceNote(ahead=WorkingDays(3)),
        ),
        clause(
            "5", Precedence(ahead=frozenset({Standing.PREGNANT})), ReceptionList(), Distribution(), Minutes()
        ),
        clause("6", InstructionControl(), FinalAnswer(), QuarterlyReport(months=6)),
    ),
    rests_on=appk.EDITION,
)
