"""What the department has on its desk at the end of the year: incomplete, not ours, twice, not reached."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from qabyldau.demo.names import person
from qabyldau.people.actions import Person
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.queries import number_of
from qabyldau.registry import actions as registry
from qabyldau.registry import queries as appeals
from qabyldau.registry.amending import Named
from qabyldau.registry.kinds import Topic
from qabyldau.registry.statement import Contact, Statement
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.words import Language, Words
from qabyldau.review import actions as review
from qabyldau.review.actions import Findings
from qabyldau.screening import actions as screening
from qabyldau.screening.actions import Lack, Passing, Tried
from qabyldau.screening.kinds import Reached, Way

if TYPE_CHECKING:
    from datetime import datetime

    from qabyldau.demo.engine import Engine
    from qabyldau.registry.models import Appeal

COURT = Words(kk="Орал қалалық соты", ru="Уральский городской суд")
WHY = Words(kk="Дауды сот қарайды.", ru="Спор рассматривает суд.")
PART = Words(kk="Сот шешіміне қатысты бөлігі.", ru="Часть, которая касается решения суда.")
TRIES, AN_HOUR = 3, timedelta(hours=1)
TOGETHER, UNSIGNED = 6, 3


def leave_waiting(engine: Engine, at: datetime) -> None:
    """Of the last appeals one is asked for its address, one is not ours, one came twice."""
    at_work = appeals.visible_to(engine.actor("department")).select_related("office", "applicant")
    fresh = list(at_work.filter(state=State.REGISTERED, due_on__gt=engine.clock.day_of(at)).order_by("-pk"))
    taken = list(at_work.filter(state=State.REVIEW, due_on__gt=engine.clock.day_of(at)).order_by("-pk"))
    for do, one in zip((_incomplete, _not_ours, _twice), fresh, strict=False):
        do(engine, one, at)
    for do, one in zip((_part, _unreached, _together), taken, strict=False):
        do(engine, one, at)


def _incomplete(engine: Engine, one: Appeal, at: datetime) -> None:
    lack = Lack(frozenset({Missing.ADDRESS, Missing.SIGNATURE}))
    screening.ask_data(one.pk, lack=lack, asked=engine.asked("department", at))


def _not_ours(engine: Engine, one: Appeal, at: datetime) -> None:
    found = Findings(
        states_the_matter=True,
        within_competence=False,
        competent_body_kk=COURT.kk,
        competent_body_ru=COURT.ru,
        heard_before=False,
        authored=True,
    )
    review.screen(one.pk, found=found, asked=engine.asked("department", at))


def _twice(engine: Engine, one: Appeal, at: datetime) -> None:
    """The same person calls about what they have just written."""
    kind = ApplicantKind(one.applicant.kind)
    who = Person(kind, one.applicant_name, number_of(one.applicant), one.applicant.document)
    said = Statement(
        channel=Channel.CALL_CENTRE,
        person=who,
        language=Language(one.language),
        substance=one.substance,
        topic=Topic(one.topic),
        contact=Contact(phone=one.phone, address=one.address),
    )
    once = f"double-{one.pk}"
    registry.register(engine.troupe.office, said, by=engine.actor("operator"), at=at, once=once)


def _part(engine: Engine, one: Appeal, at: datetime) -> None:
    said = Language(one.language)
    passing = Passing(body=COURT, motive=WHY[said], part=PART[said])
    screening.redirect_part(one.pk, passing=passing, asked=engine.asked("department", at))


def _unreached(engine: Engine, one: Appeal, at: datetime) -> None:
    for number in range(TRIES):
        tried = Tried(Way.CALL, Reached.NO_ANSWER, at - AN_HOUR * (TRIES - number))
        screening.note_contact(one.pk, tried=tried, asked=engine.asked("clerk", at))


def _together(engine: Engine, one: Appeal, at: datetime) -> None:
    said = Language(one.language)
    names = tuple(
        Named(str(person(engine.chance, said)), signed=number % UNSIGNED > 0) for number in range(TOGETHER)
    )
    screening.name_co_applicants(one.pk, names=names, asked=engine.asked("clerk", at))
