"""The pack of a day of reception: forty people, each with a note, earlier appeals and materials."""

import time
from datetime import date
from datetime import time as hour

from qabyldau.documents.typeset import Data, qr_svg, typeset
from qabyldau.papers.facts import Signature
from qabyldau.papers.facts.notes import Before, DayPack, Material, Person
from qabyldau.papers.sheet import plain
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.control import ReceptionList
from qabyldau.regulation.norms.deadlines import ReferenceNote
from qabyldau.regulation.words import Words
from tools.bench.rest import Line

PEOPLE, PACK_SECONDS = 40, 3.0
DAY = date(2026, 3, 19)
LAW = by_code("zko-289@2023")
WORDS = Words(kk="Батыс Қазақстан облысы әкімінің аппараты", ru="Аппарат акима Западно-Казахстанской области")
SAID = "Третью неделю нет воды в селе Переметное, просим решить вопрос с водопроводом. " * 8
URL = "https://qabyldau.example/ru/verify/7KQ29FWD7KQ29FWD/"


def _person(place: int) -> Person:
    return Person(
        place=place,
        hour="15:00",
        number=f"ZKO-2026-{place:06d}",
        applicant="Үлгіова Ақмарал Тестқызы",
        topic=WORDS,
        language="ru",
        matter=SAID,
        facts=SAID * 2,
        conclusion=SAID,
        registered_on=DAY,
        before=(Before("ZKO-2025-000001", DAY, SAID, SAID),) * 3,
        materials=(Material(WORDS, SAID, SAID),) * 2,
    )


def _data() -> dict[str, Data]:
    pack = DayPack(
        signature=Signature(WORDS, WORDS),
        citation=LAW.cite(ReferenceNote),
        day=DAY,
        opens=hour(15),
        official=WORDS,
        position=WORDS,
        place=WORDS,
        count=PEOPLE,
        basis=LAW.cite(ReceptionList),
        people=tuple(_person(place) for place in range(1, PEOPLE + 1)),
    )
    around: dict[str, Data] = {
        "office": plain(WORDS),
        "number": "11-1/2026",
        "written_on": plain(DAY),
        "language": "ru",
        "verify_url": URL,
        "qr": qr_svg(URL),
    }
    return around | {"sheet": plain(pack)}


def pack() -> Line:
    """From facts to PDF by a process that has printed nothing before."""
    began = time.perf_counter()
    typeset("day_pack", _data(), dated=DAY)
    return Line(f"a pack of {PEOPLE} people in PDF", time.perf_counter() - began, PACK_SECONDS, "s")
