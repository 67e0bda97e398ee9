"""Before the day: an office, its officials with a month posted, and people with hours, all by acts.

    python -m tools.stress.hall.people build OFFICIALS PEOPLE SEED PASSWORD
    python -m tools.stress.hall.people judge

Prints one line of JSON. It runs in a process of its own, as the product does.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date, datetime, time

import django

django.setup()

from django.core.management import call_command  # noqa: E402  models need the settings first
from django.db import transaction  # noqa: E402

from qabyldau.demo import names, office  # noqa: E402
from qabyldau.demo.numbers import iin  # noqa: E402
from qabyldau.demo.office import Troupe  # noqa: E402
from qabyldau.people import founding  # noqa: E402
from qabyldau.people.actions import Person  # noqa: E402
from qabyldau.people.founding import Post  # noqa: E402
from qabyldau.people.kinds import ApplicantKind  # noqa: E402
from qabyldau.registry import actions as registry  # noqa: E402
from qabyldau.registry.models import Appeal  # noqa: E402
from qabyldau.registry.moves import Asked  # noqa: E402
from qabyldau.registry.statement import Contact, Statement, Wish  # noqa: E402
from qabyldau.regulation.norms.intake import Channel  # noqa: E402
from qabyldau.regulation.norms.queue import Standing  # noqa: E402
from qabyldau.regulation.norms.reception import Mode  # noqa: E402
from qabyldau.regulation.norms.schedule import ApprovingAct, Rank  # noqa: E402
from qabyldau.regulation.words import Language, Words  # noqa: E402
from qabyldau.review import actions as review  # noqa: E402
from qabyldau.review import queries as reviewed  # noqa: E402
from qabyldau.review.kinds import Proposal  # noqa: E402
from qabyldau.schedule import actions as schedule  # noqa: E402
from qabyldau.schedule.actions import Approval, Plan  # noqa: E402
from qabyldau.schedule.models import ReceptionDay  # noqa: E402
from tools.stress.hall.judge import judged  # noqa: E402
from tools.stress.hall.plan import MORNING, ZONE  # noqa: E402

SINCE, BEFORE = date(2025, 1, 1), datetime(2026, 3, 2, 11, tzinfo=ZONE)
ON, OPENS, MINUTES = MORNING.date(), time(9, 0), 15
AHEAD = 0.2
ACT = Approval(ApprovingAct("12-ө", date(2026, 2, 20)), gap_reason="Еңбек демалысы.")
MATTERS = ("нет воды в селе", "разбита дорога", "не выделен участок", "холодно в школе", "нет автобуса")


def build(officials: int, people: int, seed: int, password: str) -> list[dict[str, object]]:
    """Everything up to the morning; each day with its people, their hours and documents."""
    call_command("migrate", verbosity=0, interactive=False)
    chance = random.Random(seed)  # noqa: S311  invented people
    with transaction.atomic():
        troupe = office.found(SINCE, password)
        days = _days(troupe, officials)
        for place in range(people):
            _ask(troupe, days[place % officials], _statement(chance, place), chance)
        for day in days:
            review.send_list(day.pk, asked=_asked(troupe, "department"))
            review.distribute(day.pk, asked=_asked(troupe, "clerk"))
    return [_told(day) for day in days]


def _asked(troupe: Troupe, who: str) -> Asked:
    return Asked(by=troupe.actors[who], at=BEFORE)


def _days(troupe: Troupe, officials: int) -> list[ReceptionDay]:
    clerk, akim = troupe.actors["clerk"], troupe.actors["akim"]
    days = []
    for number in range(1, officials + 1):
        position = Words(kk=f"{number}-басқарма басшысы", ru=f"руководитель управления {number}")
        post = Post(Words(kk=f"Тестов {number}", ru=f"Тестов {number}"), position, Rank(3), SINCE)
        official = founding.authorise(troupe.office.pk, post, None)
        where = Words(kk=f"{300 + number}-кабинет", ru=f"кабинет {300 + number}")
        plan = Plan(official.pk, ON, OPENS, MINUTES, 30, where)
        days.append(schedule.plan_day(troupe.office, plan, by=clerk, at=BEFORE))
    version = schedule.check_month(troupe.office, ON.replace(day=1), by=clerk, at=BEFORE)
    schedule.approve_month(version.pk, ACT, by=akim, at=BEFORE)
    schedule.publish_month(version.pk, by=clerk, at=BEFORE)
    return days


def _statement(chance: random.Random, place: int) -> Statement:
    language = chance.choice(list(Language))
    name = names.person(chance, language)
    standing = chance.choice(list(Standing)) if chance.random() < AHEAD else None
    return Statement(
        channel=Channel.HAND_DELIVERED,
        person=Person(kind=ApplicantKind.CITIZEN, name=str(name), number=iin(chance, name.sex)),
        language=language,
        substance=f"{chance.choice(MATTERS)}, просьба {place} решить вопрос",
        contact=Contact(phone=names.phone(chance)),
        wish=Wish(standing=standing, standing_proof=f"№ {place}" if standing else ""),
    )


def _ask(troupe: Troupe, day: ReceptionDay, statement: Statement, chance: random.Random) -> None:
    at = BEFORE.replace(minute=chance.randrange(60))
    appeal = registry.register(troupe.office, statement, by=troupe.actors["clerk"], at=at).appeal
    found = review.Findings(states_the_matter=True, within_competence=True, heard_before=False)
    review.screen(appeal.pk, found=found, asked=_asked(troupe, "department"))
    review.take_up(appeal.pk, asked=_asked(troupe, "department"))
    proposed = review.Proposed("Факты изложены.", Proposal.RECEIVE, day.official_id, day.pk)
    review.submit(appeal.pk, proposed=proposed, asked=_asked(troupe, "department"))
    asked = _asked(troupe, "head_of_office")
    review.approve(appeal.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=asked)


def _told(day: ReceptionDay) -> dict[str, object]:
    rows = reviewed.appointments(day)
    return {
        "day": day.pk,
        "official": day.official_id,
        "people": [(row.appeal_id, row.slot.starts_at.isoformat()) for row in rows],
        "secrets": [word for row in rows for word in _secrets(row.appeal)],
    }


def _secrets(appeal: Appeal) -> tuple[str, ...]:
    return appeal.applicant_name, appeal.number, appeal.substance, appeal.phone


def main() -> None:
    if sys.argv[1] == "judge":
        print(json.dumps(judged(ReceptionDay.objects.filter(on=ON), Appeal.objects.order_by("pk"))))
        return
    officials, people, seed = (int(one) for one in sys.argv[2:5])
    print(json.dumps(build(officials, people, seed, sys.argv[5])))


if __name__ == "__main__":
    main()
