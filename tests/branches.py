"""Every branch that an appeal can take to its letter, as steps that a page and the API both carry out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet
from qabyldau.bodies.kinds import BodyKind
from qabyldau.people.roles import Role
from qabyldau.regulation.lifecycle import Notice, State
from qabyldau.regulation.words import Language, Words
from qabyldau.review import actions as review
from qabyldau.schedule.models import Slot
from tests.flow.conftest import MONDAY

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.moves import Asked
    from qabyldau.schedule.models import ReceptionDay

Given = dict[str, object]
DEPARTMENT, HEAD, CLERK = Role.DEPARTMENT, Role.HEAD_OF_OFFICE, Role.CLERK
LOOKED: Given = {"states_the_matter": True, "within_competence": True, "heard_before": False}
COURT: Given = {"competent_body_kk": "Жоғарғы Сот", "competent_body_ru": "Верховный Суд"}
DAY, OFFICIAL, SLOT, BODY = "day_id", "official_id", "slot_id", "body_id"


@dataclass(frozen=True, slots=True)
class Step:
    """Who does which act with what. `found`: fields whose value is a row of the place it happens in."""

    role: Role
    act: str
    given: Given
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """The steps, the state they end in, and the letter: its notice, and words it must hold by language."""

    steps: tuple[Step, ...]
    state: State
    notice: Notice
    words: Words


def _screen(**found: object) -> Step:
    return Step(DEPARTMENT, "screen", {**LOOKED, **found})


def _note(**proposed: object) -> Step:
    found = (OFFICIAL, DAY) if proposed["proposal"] == "receive" else ()
    return Step(DEPARTMENT, "submit", {"facts": "Тексерілді.", **proposed}, found)


TAKE_UP = Step(DEPARTMENT, "take_up", {})
NOT_OURS = _screen(within_competence=False, **COURT)
HEARD = _screen(heard_before=True, new_arguments=False, remark="Ответ от 1 марта.")


def _refused(screened: Step, ground: str, motive: str) -> tuple[Step, ...]:
    decided = Step(HEAD, "refuse", {"ground": ground, "motive": motive})
    return screened, TAKE_UP, _note(proposal="refuse", ground=ground), decided


BRANCHES = {
    "left": Branch(
        (_screen(states_the_matter=False), Step(DEPARTMENT, "leave", {})),
        State.LEFT,
        Notice.LEFT,
        Words(kk="мәні", ru="суть"),
    ),
    "outside_competence": Branch(
        _refused(NOT_OURS, "outside_competence", "Іске сот төрелік етеді."),
        State.REFUSED,
        Notice.REFUSAL,
        Words(kk="Іске сот төрелік етеді.", ru="Іске сот төрелік етеді."),
    ),
    "heard_before": Branch(
        _refused(HEARD, "heard_before", "Жаңа дәлел жоқ."),
        State.REFUSED,
        Notice.REFUSAL,
        Words(kk="Жаңа дәлел жоқ.", ru="Жаңа дәлел жоқ."),
    ),
    "redirected": Branch(
        (
            NOT_OURS,
            Step(
                DEPARTMENT,
                "redirect",
                {"body_kk": "Жоғарғы Сот", "body_ru": "Верховный Суд", "motive": "Дауды сот шешеді."},
            ),
        ),
        State.REDIRECTED,
        Notice.REDIRECTION,
        Words(kk="Жоғарғы Сот", ru="Верховный Суд"),
    ),
    "extended": Branch(
        (
            _screen(),
            TAKE_UP,
            Step(HEAD, "extend", {"until": date(2026, 4, 1), "reason": "Сараптама қажет."}),
        ),
        State.REVIEW,
        Notice.EXTENSION,
        Words(kk="Сараптама қажет.", ru="Сараптама қажет."),
    ),
    "central": Branch(
        (
            _screen(),
            TAKE_UP,
            Step(DEPARTMENT, "request_central", {"question": "Қатысуыңызды сұраймыз."}, (BODY,)),
            Step(DEPARTMENT, "tell_central", {}),
        ),
        State.REVIEW,
        Notice.CENTRAL_NOTICE,
        Words(kk="Үлгі министрлігі", ru="Министерство образцов"),
    ),
    "withdrawn": Branch(
        (Step(CLERK, "withdraw", {}),),
        State.WITHDRAWN,
        Notice.WITHDRAWAL,
        Words(kk="кері қайтарып алды", ru="отозва"),
    ),
    "appointed": Branch(
        (
            _screen(),
            TAKE_UP,
            _note(proposal="receive"),
            Step(HEAD, "approve", {}, (DAY,)),
            Step(CLERK, "appoint", {}, (SLOT,)),
        ),
        State.APPOINTED,
        Notice.APPOINTMENT,
        Words(kk="қабылдау бөлмесі", ru="приемная"),
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the branches happen: a published day and a ministry. Whoever sends the list is in `asked`."""

    day: ReceptionDay
    ministry: int
    asked: Asked

    def row(self, name: str) -> int:
        """The number of the row that this field names; an hour exists once the list is sent (п. 27)."""
        if name == SLOT:
            review.send_list(self.day.pk, asked=self.asked)
            return Slot.objects.filter(day=self.day).order_by("place")[0].pk
        return int({DAY: self.day.pk, OFFICIAL: self.day.official_id, BODY: self.ministry}[name])

    def given(self, step: Step) -> Given:
        return {**step.given, **{name: self.row(name) for name in step.found}}


def ministry(by: Actor) -> int:
    """A central body that the office keeps, and its number."""
    name = Words(kk="Үлгі министрлігі", ru="Министерство образцов")
    sheet = BodySheet(BodyKind.CENTRAL, name, head=name)
    body = bodies.enter_body(by.office_id, sheet, since=date(2025, 1, 1), by=by, at=MONDAY)
    return int(body.pk)


LANGUAGES = {name: [Language.KK, Language.RU][place % 2] for place, name in enumerate(BRANCHES)}
