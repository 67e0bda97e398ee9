"""Letters of screening: what is lacking, what is passed on, what is joined, who could not be reached."""

from datetime import date

from qabyldau.letters import Body, Left
from qabyldau.letters.facts import DataReceived, DataRequest, Merger, Redirection, Unreached
from qabyldau.letters.spelling import Prose
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.norms.completeness import Duplicate, Missing
from qabyldau.regulation.norms.deadlines import AlarmForward, AnswerDeadline, Completion
from qabyldau.regulation.norms.deadlines import Redirection as Passed
from qabyldau.regulation.norms.refusal import NoAuthor
from qabyldau.regulation.words import Language, Words

UNTIL, ANSWER_BY = date(2023, 3, 24), date(2023, 3, 29)
COURT = Words(kk="Орал қалалық соты", ru="Уральский городской суд")
COURT_ADDRESS = Words(kk="Орал қаласы, Сот көшесі, 1", ru="город Уральск, улица Судебная, 1")
WHY = Words(
    kk="Жер телімінің шекарасы туралы дауды сот қарайды.", ru="Спор о границах участка рассматривает суд."
)
PART = Words(kk="Сот шешімімен келіспеу туралы бөлігі.", ru="Часть о несогласии с решением суда.")
REMARK = Words(kk="Хатта үйдің нөмірі жазылмаған.", ru="В письме не указан номер дома.")
LACKING = (Missing.NUMBER, Missing.ADDRESS)
Sample = dict[str, tuple[Notice, type[Norm], Body]]


def lacking(language: Language) -> Prose:
    return Prose("\n".join(f"– {one.words[language]}" for one in LACKING))


def letters_of_screening(language: Language) -> Sample:
    said = lacking(language)
    part, why = Prose(PART[language]), WHY[language]
    return {
        "left_incomplete": (Notice.LEFT, Completion, Left("incomplete", said, UNTIL)),
        "left_anonymous": (Notice.LEFT, NoAuthor, Left("anonymous")),
        "data_request": (
            Notice.DATA_REQUEST,
            Completion,
            DataRequest(said, UNTIL, ANSWER_BY, Prose(REMARK[language])),
        ),
        "data_received": (Notice.DATA_RECEIVED, Completion, DataReceived(ANSWER_BY)),
        "redirection_whole": (
            Notice.REDIRECTION,
            Passed,
            Redirection("whole", COURT, "08-4/2023", why, body_address=COURT_ADDRESS),
        ),
        "redirection_part": (
            Notice.REDIRECTION,
            Passed,
            Redirection("part", COURT, "08-5/2023", why, part, ANSWER_BY),
        ),
        "redirection_alarm": (Notice.REDIRECTION, AlarmForward, Redirection("alarm", COURT, "08-6/2023")),
        "merger_joined": (Notice.MERGER, Duplicate, Merger("joined", "ZKO-2023-000122", ANSWER_BY)),
        "merger_separated": (Notice.MERGER, Duplicate, Merger("separated", "ZKO-2023-000122", ANSWER_BY)),
        "unreached": (Notice.UNREACHED, AnswerDeadline, Unreached(3, ANSWER_BY)),
    }
