"""A day of 300 people before 12 officials, decided and listed by acts: how long giving the hours takes."""

import json
import secrets
import time
from datetime import date, datetime, timedelta
from datetime import time as hour
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import django
from django.core.management import call_command

if TYPE_CHECKING:
    from qabyldau.demo.office import Troupe
    from qabyldau.registry.moves import Asked
    from qabyldau.schedule.models import ReceptionDay

OFFICIALS, PEOPLE_EACH = 12, 25
RECEPTION = date(2026, 3, 19)
ASKED_AT = datetime(2026, 3, 2, 11, tzinfo=ZoneInfo("Asia/Oral"))


def _days(troupe: "Troupe") -> "list[ReceptionDay]":
    """Every official from nine to a quarter past three, posted with the month."""
    from qabyldau.regulation.words import Words  # noqa: PLC0415 - models exist only after setup()
    from qabyldau.schedule import actions as schedule  # noqa: PLC0415
    from tests.flow import posting  # noqa: PLC0415

    place, department = Words(kk="қабылдау бөлмесі", ru="приёмная"), troupe.actors["department"]
    found = []
    for official in list(troupe.officials.values())[:OFFICIALS]:
        plan = schedule.Plan(official.pk, RECEPTION, hour(9), 15, PEOPLE_EACH, place)
        found.append(schedule.plan_day(troupe.office, plan, by=department, at=ASKED_AT))
    posting.post_month(troupe.office, RECEPTION, by=department, at=ASKED_AT)
    for day in found:
        day.refresh_from_db()
    return found


def _decided(troupe: "Troupe", day: "ReceptionDay", chance: Random) -> None:
    """One more person, carried to the head's approval for that day."""
    from qabyldau.demo.numbers import iin  # noqa: PLC0415 - models exist only after setup()
    from qabyldau.registry import actions as registry  # noqa: PLC0415
    from qabyldau.regulation.norms.reception import Mode  # noqa: PLC0415
    from qabyldau.review import actions as review  # noqa: PLC0415
    from qabyldau.review.kinds import Proposal  # noqa: PLC0415
    from tests.flow.conftest import statement  # noqa: PLC0415

    said = statement("Үлгіова Ақмарал Тестқызы", number=iin(chance, "f"))
    appeal = registry.register(troupe.office, said, by=troupe.actors["clerk"], at=ASKED_AT).appeal
    asked = _asked(troupe, "department")
    findings = review.Findings(states_the_matter=True, within_competence=True, heard_before=False)
    review.screen(appeal.pk, found=findings, asked=asked)
    review.take_up(appeal.pk, asked=asked)
    proposed = review.Proposed("Факты.", Proposal.RECEIVE, day.official_id, day.pk)
    review.submit(appeal.pk, proposed=proposed, asked=asked)
    review.approve(appeal.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=_asked(troupe, "head_of_office"))


def _asked(troupe: "Troupe", who: str) -> "Asked":
    from qabyldau.registry.moves import Asked  # noqa: PLC0415 - models exist only after setup()

    return Asked(by=troupe.actors[who], at=ASKED_AT)


def _distributed(troupe: "Troupe", days: "list[ReceptionDay]") -> tuple[int, float]:
    """How many got an hour, and the seconds it took: lists are sent before, that is another act."""
    from qabyldau.review import actions as review  # noqa: PLC0415 - models exist only after setup()

    for day in days:
        review.send_list(day.pk, asked=_asked(troupe, "department"))
    began = time.perf_counter()
    given = sum(len(review.distribute(day.pk, asked=_asked(troupe, "clerk")).appointed) for day in days)
    return given, time.perf_counter() - began


def main() -> None:
    django.setup()
    from qabyldau.demo import office  # noqa: PLC0415 - models exist only after setup()

    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    troupe = office.found(RECEPTION - timedelta(days=30), secrets.token_urlsafe())
    days, chance = _days(troupe), Random(1)  # noqa: S311 - no secret
    for day in days:
        for _ in range(PEOPLE_EACH):
            _decided(troupe, day, chance)
    given, seconds = _distributed(troupe, days)
    print(json.dumps({"given": given, "seconds": seconds}))


if __name__ == "__main__":
    main()
