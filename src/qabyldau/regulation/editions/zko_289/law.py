"""Регламент личного приема должностными лицами аппарата акима ЗКО (постановление № 289).

Read beside `text.ru.md`; rows stand in the order of the law. Edition 1 is the act of 2020, edition 2
is edition 1 with the rows that № 10 of 20 January 2023 changed. Questions: `doubts.md`.
"""

from datetime import date, timedelta

from qabyldau.regulation.edition import Context, Edition, Excluded, Unknown, clause
from qabyldau.regulation.editions.appk_350 import law as appk
from qabyldau.regulation.editions.zko_289 import named
from qabyldau.regulation.norms.control import (
    BindingRequests,
    Distribution,
    FinalAnswer,
    InstructionControl,
    Minutes,
    NotTheSameHand,
    QuarterlyReport,
    ReceptionList,
    Survey,
)
from qabyldau.regulation.norms.deadlines import (
    AbsenceNotice,
    AnswerDeadline,
    CentralRequestNotice,
    ExtensionCap,
    ReferenceNote,
    RefusalReport,
    Registration,
)
from qabyldau.regulation.norms.intake import BookingHours, Channel, Channels
from qabyldau.regulation.norms.media import MediaCoverage
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.reception import (
    CallIn,
    CentralRequest,
    Consultants,
    IdentityShown,
    Interpreter,
    InvitedBodies,
    Languages,
    SecrecyRegime,
    VideoByConsent,
    VideoOnly,
)
from qabyldau.regulation.norms.refusal import HeardBefore, NoMatterStated, OutsideCompetence
from qabyldau.regulation.norms.schedule import (
    AfterMeetings,
    ApprovedSchedule,
    MonthlyReception,
    OffSchedule,
    Publication,
    Rank,
    Receivers,
    SameDayReception,
    ScheduleField,
)
from qabyldau.regulation.norms.support import UninterruptedCalls
from qabyldau.regulation.terms import CalendarDays, Months, WorkingDays
from qabyldau.regulation.words import Language, Words

TITLE = Words(
    kk=(
        "Батыс Қазақстан облысы әкімі аппаратының лауазымды адамдарының жеке тұлғаларды және "
        "заңды тұлғалардың өкілдерін жеке қабылдау регламенті"
    ),
    ru=(
        "Регламент личного приема физических лиц и представителей юридических лиц должностными лицами "
        "аппарата акима Западно-Казахстанской области"
    ),
)
CITED = Words(kk="жеке қабылдау регламентінің {number}-тармағы", ru="п. {number} регламента личного приёма")

AMENDMENT = Words(
    kk="Батыс Қазақстан облысы әкімдігінің 2023 жылғы 20 қаңтардағы № 10 қаулысы",
    ru="постановление акимата Западно-Казахстанской области от 20 января 2023 г. № 10",
)
REPEAL = Words(
    kk="Батыс Қазақстан облысы әкімдігінің 2023 жылғы 12 шілдедегі № 153 қаулысы",
    ru="постановление акимата Западно-Казахстанской области от 12 июля 2023 г. № 153",
)

# ВОПРОС 1: the days of publication are not known; these are the earliest possible ones.
PUBLISHED = date(2020, 12, 10)
AMENDMENT_PUBLISHED = date(2023, 1, 20)
REPEAL_PUBLISHED = date(2023, 7, 12)

REWORDED = Unknown(
    Words(
        kk="тармақ № 10 қаулыдан кейінгі редакцияда ғана белгілі, бұрынғы мәтіні бізде жоқ",
        ru="пункт известен только в редакции постановления № 10, прежнего текста у нас нет",
    )
)
ALL_RANKS = frozenset(Rank)
FIRST_RANK = frozenset({Rank.AKIM_AND_DEPUTIES})


def in_effect_after(published: date) -> date:
    """The first day after ten calendar days have run out, counted from the day after publication."""
    return published + timedelta(days=11)


EDITION_1 = Edition(
    code="zko-289@2020",
    title=TITLE,
    unit="п.",
    cited=CITED,
    since=PUBLISHED,
    until=in_effect_after(AMENDMENT_PUBLISHED),
    clauses=(
        # Глава 1. Общие положения
        clause("1", REWORDED),
        clause("2", Receivers(ranks=ALL_RANKS)),
        clause(
            "3",
            # ВОПРОС 15: are these the third and the fourth group; ВОПРОС 23: what precedes the consent
            SameDayReception(ranks=frozenset({Rank.HEADS_OF_DEPARTMENTS, Rank.AUTHORISED_EMPLOYEES})),
        ),
        # Глава 2. Порядок приема
        clause(
            "4",
            Channels(open=frozenset(Channel), by_staff=frozenset(Channel) - {Channel.PORTAL}),
            BookingHours(),
        ),
        clause("5", NoMatterStated()),
        clause(
            "6",
            # ВОПРОС 9: first part as in 2023; ВОПРОС 24: whoever has authority for a part of the month
            MonthlyReception(ranks=FIRST_RANK, times=1),
            # ВОПРОС 22: what of a posted schedule may be corrected without the akim
            ApprovedSchedule(ranks=FIRST_RANK),
            REWORDED,
        ),
        clause("7", Publication(languages=(Language.KK, Language.RU), fields=tuple(ScheduleField))),
        clause("8", OffSchedule(ranks=FIRST_RANK)),
        clause("9", IdentityShown()),
        clause("10", SecrecyRegime(), Interpreter()),  # ВОПРОС 28: who approves, and what stops a reception
        clause("11", REWORDED),
        clause("12", VideoByConsent(ranks=FIRST_RANK)),
        clause("13", VideoOnly()),
        clause("14", OutsideCompetence(), HeardBefore()),
        clause("15", AbsenceNotice(ahead=WorkingDays(2))),
        clause("16", Consultants(kinds=named.CONSULTANTS)),
        clause("17", REWORDED),
        clause("18", CentralRequest()),
        clause("19", CentralRequestNotice(within=WorkingDays(2))),  # ВОПРОС 25: does the request extend
        clause("20", RefusalReport(within=WorkingDays(2))),  # ВОПРОС 26: whose refusals, and is silence one
        clause("21", Languages(offered=(Language.KK, Language.RU))),
        clause("22", CallIn()),
        clause("23", Minutes()),
        clause("24", MediaCoverage()),
        # Глава 3. Регистрация и рассмотрение
        clause("25", REWORDED),
        clause("26", ReferenceNote(ahead=WorkingDays(5))),
        clause("27", ReceptionList()),
        clause("28", Distribution()),
        clause("29", AnswerDeadline(within=CalendarDays(15))),  # ВОПРОС 16: does the hour matter
        clause("30", REWORDED),
        clause("31", BindingRequests()),
        # Глава 4. Контроль
        clause("32", InstructionControl()),
        clause("33", FinalAnswer()),
        clause("34", REWORDED),
        clause("35", NotTheSameHand()),
        clause("36", Survey()),
        clause("37", UninterruptedCalls()),
        clause("38", QuarterlyReport(months=3)),  # ВОПРОС 29: by which day it is sent
    ),
    rests_on=appk.EDITION,  # ВОПРОС 4: before 1 July 2021 the Code was not yet in force
)

EDITION_2 = EDITION_1.amended(
    "zko-289@2023",
    in_effect_after(AMENDMENT_PUBLISHED),
    clause("1", Context(named.BASIS)),
    clause(
        "6",
        MonthlyReception(ranks=FIRST_RANK, times=1),
        ApprovedSchedule(ranks=FIRST_RANK),
        AfterMeetings(jointly_with=named.JOINTLY_WITH),
    ),
    clause("11", Precedence(ahead=frozenset(Standing))),
    clause("17", InvitedBodies(bodies=named.BODIES)),  # ВОПРОС 27: the akim's own receptions only
    clause("25", Registration(within=CalendarDays(0)), appk.TALON),  # ВОПРОС 14: what the талон says
    # ВОПРОС 10: is the cap a raw day or rolled forward; ВОПРОС 17: who is the head of the body
    clause("30", ExtensionCap(within=Months(2), decided_by=appk.HEADS)),
    clause("34", Excluded(by=AMENDMENT)),
).repealed(in_effect_after(REPEAL_PUBLISHED), by=REPEAL)  # ВОПРОС 13: by which act the office works since
