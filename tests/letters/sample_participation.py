"""Letters about a central body that was asked to take part: with a longer term, and without."""

from datetime import date

from qabyldau.letters import Body
from qabyldau.letters.facts import CentralNotice
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.norms.deadlines import CentralRequestNotice, ExtensionCap, due
from qabyldau.regulation.words import Language, Words

ASKED = Words(
    kk="Су ресурстары және ирригация министрлігі (№ 13-4/2023, 2023 жылғы 17 наурыз)",
    ru="Министерство водных ресурсов и ирригации (№ 13-4/2023, 17 марта 2023 г.)",
)
WHY = Words(
    kk="Министрліктің қаржыландыру туралы жауабын күтіп отырмыз.",
    ru="Ждём ответа министерства о финансировании.",
)
HEAD = Words(kk="Мұхтарова Әлия Қайратқызы", ru="Мухтарова Алия Кайратовна")
REGISTERED, BEFORE, UNTIL = date(2023, 3, 14), date(2023, 3, 29), date(2023, 4, 28)


def letters_of_participation(language: Language, law: Edition) -> dict[str, tuple[Notice, type[Norm], Body]]:
    extended = CentralNotice(
        asked=ASKED,
        old=BEFORE,
        new=UNTIL,
        reason=WHY[language],
        decided_by=HEAD,
        limit=due(ExtensionCap, REGISTERED, law, KZ),
    )
    told = CentralNotice(asked=ASKED, due=BEFORE)
    return {
        "central_notice_extended": (Notice.CENTRAL_NOTICE, CentralRequestNotice, extended),
        "central_notice_same_term": (Notice.CENTRAL_NOTICE, CentralRequestNotice, told),
    }
