"""Административный процедурно-процессуальный кодекс № 350-VI (АППК): the act beneath the regulations.

Only what a personal reception leans on. The text in force is not held here: each row that rests on
a retelling is marked with its question, see `doubts.md`.
"""

from datetime import date

from qabyldau.regulation.edition import Edition, clause
from qabyldau.regulation.norms.completeness import Completeness, Duplicate, Missing
from qabyldau.regulation.norms.deadlines import (
    AlarmForward,
    AnswerDeadline,
    ComplaintAnswer,
    ComplaintTerm,
    Completion,
    Counting,
    ExtensionCap,
    ExtensionNotice,
    HearingNotice,
    LastDayOff,
    Redirection,
    Registration,
    Roll,
    Start,
)
from qabyldau.regulation.norms.intake import OralProtocol, RegistrationDay, Talon
from qabyldau.regulation.norms.refusal import (
    AcceptanceIsDue,
    Complaint,
    NoAuthor,
    RepeatWithoutNews,
    Withdrawal,
)
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.terms import CalendarDays, Months, WorkingDays
from qabyldau.regulation.words import Words

TALON = Talon(fields=("number", "date", "time", "receiver_name", "receiver_position"))
HEADS = frozenset({Rank.AKIM_AND_DEPUTIES, Rank.HEAD_OF_OFFICE_AND_DEPUTIES})

EDITION = Edition(
    code="appk-350@2021",
    title=Words(
        kk="Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексі",
        ru="Административный процедурно-процессуальный кодекс Республики Казахстан",
    ),
    unit="ст.",
    cited=Words(kk="ӘРПК {number}-бабы", ru="ст. {number} АППК"),
    since=date(2021, 7, 1),
    until=None,
    clauses=(
        # Обращение
        clause(
            "63",
            OralProtocol(
                fields=(
                    "applicant",
                    "iin_if_any",
                    "postal_address",
                    "addressee",
                    "matter",
                    "date",
                    "signature",
                ),
                affirmation=Words(
                    # ВОПРОС 12: kk wording to be confirmed by an editor
                    kk="Менің сөзімнен дұрыс жазылды, өзім оқыдым, толықтыруларым жоқ.",
                    ru="С моих слов записано верно, мною прочитано, дополнений не имею.",
                ),
            ),
            Completeness(fields=tuple(Missing)),
            Completion(within=WorkingDays(5)),  # ВОПРОС 18: the Code names no number of days
        ),
        clause("64(1)", AcceptanceIsDue(), Duplicate()),  # ВОПРОС 19: by which article a double is joined
        clause("64(2)", TALON),
        clause("64(3)", RegistrationDay(), Registration(within=CalendarDays(0))),
        # ВОПРОС 5: article number; ВОПРОС 20: does a refusal of the reception replace it
        clause("65", Redirection(within=WorkingDays(3))),
        clause(
            "70",  # ВОПРОС 6: article number
            RepeatWithoutNews(),
            NoAuthor(),
            Withdrawal(),
            AlarmForward(within=CalendarDays(0)),  # ВОПРОС 21: to whom, and by what day «at once» ends
        ),
        # Рассмотрение и сроки
        clause("73", HearingNotice(ahead=WorkingDays(3))),  # ВОПРОС 7: is a refusal of reception burdening?
        clause("76(1)", AnswerDeadline(within=WorkingDays(15))),
        clause("76(2)", Counting(start=Start.NEXT_DAY)),  # ВОПРОС 2
        clause(
            "76(3)",
            ExtensionCap(within=Months(2), decided_by=HEADS),  # ВОПРОС 17: who is the head of the body
            ExtensionNotice(within=WorkingDays(3)),  # ВОПРОС 11: the regulation has no such notice
        ),
        clause("76(5)", LastDayOff(roll=Roll.FORWARD)),  # ВОПРОС 3
        # Обжалование
        clause("91", Complaint()),  # ВОПРОС 8: article number
        clause("92", ComplaintTerm(within=Months(3))),  # ВОПРОС 8: term as retold in public texts
        clause("99", ComplaintAnswer(within=WorkingDays(20))),
    ),
)
