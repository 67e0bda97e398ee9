"""The rows of a life, of a day of reception, of an instruction: everything but the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from qabyldau.demo.generate import persons
from qabyldau.demo.generate.chain import COLUMNS as LINK
from qabyldau.demo.generate.chain import compact
from qabyldau.demo.generate.lives import ANSWERED, SLOT, Almanac, Hall, Life, Seat, stored
from qabyldau.demo.generate.shelves import Library, Shelf
from qabyldau.registry.kinds import TermKind
from qabyldau.regulation.instructions import Stage
from qabyldau.regulation.lifecycle import Action, State

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.regulation.norms.deadlines import Due

APPEAL = (
    "id", "office", "number", "year", "counter", "external_number", "channel", "state", "version",
    "edition_code", "applicant", "applicant_name", "folded_name", "phone", "language", "topic", "subject",
    "substance", "folded_substance", "received_at", "registered_at", "registered_on", "secret_digest",
    "due_on", "due_target", "official", "reception_at",
)  # fmt: skip
TERM = (
    "appeal", "kind", "norm", "event_on", "due_on", "target_on", "citation", "calendar_version", "met_on",
)  # fmt: skip
DAY = (
    "id", "office", "official", "on", "opens", "slot_minutes", "slot_count", "place_kk", "place_ru",
    "published_at",
)  # fmt: skip
INSTRUCTION = (
    "id", "office", "appeal", "source", "place", "text", "due_on", "given_by", "given_on", "stage",
    "reported_on", "off_on", "at",
)  # fmt: skip
PLACE_KK, PLACE_RU = "қабылдау бөлмесі", "приёмная"
GROUND, MOTIVE, ANSWER = "outside_competence", "Вопрос решает другой орган.", "Разъяснено на приёме."
CHARACTERS = ("explained", "satisfied", "refused")
TEXT = "Решить вопрос заявителя и доложить."
TERM_OF_INSTRUCTION, EARLIER = 18, 3
POSTED_BEFORE = 20
STAGES = (Stage.OPEN, Stage.IN_WORK, Stage.REPORTED)


@dataclass
class Books:
    """Every shelf that is filled, and what stands in each row of the office."""

    office: Office
    almanac: Almanac
    bodies: tuple[int, ...]
    given: int = 0

    def __post_init__(self) -> None:
        self.people = Shelf("people.Applicant", persons.COLUMNS)
        self.days = Shelf("schedule.ReceptionDay", DAY)
        self.slots = Shelf("schedule.Slot", ("id", "day", "place", "starts_at", "ends_at", "taken_by"))
        self.appeals = Shelf("registry.Appeal", APPEAL)
        self.terms = Shelf("registry.Term", TERM)
        self.decisions = Shelf(
            "review.Decision", ("appeal", "outcome", "day", "mode", "ground", "motive", "at")
        )
        self.hours = Shelf("review.Appointment", ("id", "appeal", "slot", "mode", "at", "live"))
        self.came = Shelf("reception.Attendance", ("appointment", "came", "document", "summary", "at"))
        self.answers = Shelf("reception.FinalAnswer", ("appeal", "text", "character", "signed_by", "at"))
        self.orders = Shelf("control.Instruction", INSTRUCTION)
        self.parts = Shelf("control.Executor", ("instruction", "body", "lead"))
        self.counters = Shelf("registry.Counter", ("office", "series", "year", "value"))
        self.journal = Shelf("journal.Entry", LINK)
        self.library = Library(
            (
                self.people, self.days, self.slots, self.appeals, self.terms, self.decisions, self.hours,
                self.came, self.answers, self.orders, self.parts, self.counters, self.journal,
            )
        )  # fmt: skip

    def put_day(self, hall: Hall, seated: dict[int, int]) -> None:
        """A day with its hours; `seated`: who has which place."""
        on, posted = self.almanac.days[hall.day], max(hall.day - POSTED_BEFORE, 0)
        published = stored(self.almanac.moment(posted, 0))
        count = max(hall.taken, 1)
        self.days.put(
            hall.pk, self.office.pk, hall.official_id, on.isoformat(), "09:00:00", 5, count, PLACE_KK,
            PLACE_RU, published,
        )  # fmt: skip
        for place in range(1, count + 1):
            seat = Seat(hall, place)
            starts = self.almanac.hour(seat)
            taken = seated.get(place)
            self.slots.put(seat.slot_id, hall.pk, place, stored(starts), stored(starts + SLOT), taken)

    def put(self, life: Life) -> None:
        """All that an appeal left behind, once nothing more happens to it."""
        answer, external = self.almanac.terms(life.first)
        self._appeal(life, answer)
        met = None if life.answered is None else self.almanac.days[life.answered].isoformat()
        self._term(life, TermKind.ANSWER, answer, met)
        entered = self.almanac.days[life.first].isoformat() if life.done else None
        self._term(life, TermKind.EXTERNAL_NUMBER, external, entered)
        self._decided(life)
        if life.seat and life.has(Action.APPOINT):
            self._received(life, life.seat)

    def number_of(self, life: Life) -> str:
        year = self.almanac.days[life.first].year
        return self.office.number_form.format(prefix=self.office.prefix, year=year, counter=life.counter)

    def _appeal(self, life: Life, answer: Due) -> None:
        day, person = self.almanac.days[life.first], life.person
        at = stored(self.almanac.moment(life.first, life.minute))
        open_ = life.state not in ANSWERED
        given = life.seat if life.seat and life.has(Action.APPOINT) else None
        self.appeals.put(
            life.pk, self.office.pk, self.number_of(life), day.year, life.counter,
            f"ЖТ-{day.year}-{life.pk:08d}" if life.done else "", life.channel, life.state.value,
            life.done + 1, self.almanac.law.code, person.pk, person.name, person.name.casefold(),
            f"+7700{life.pk % 10**7:07d}", person.language.value, life.letter.topic,
            life.letter.subject if life.done else "",
            life.letter.text, life.letter.folded, at, at, day.isoformat(),
            sha256(f"nobody's|{life.pk}".encode()).hexdigest(),
            answer.on.isoformat() if open_ else None, answer.target.isoformat() if open_ else None,
            given.hall.official_id if given else None, stored(self.almanac.hour(given)) if given else None,
        )  # fmt: skip

    def _term(self, life: Life, kind: TermKind, found: Due, met: str | None) -> None:
        days = found.event.isoformat(), found.on.isoformat(), found.target.isoformat()
        cited = compact(found.citation.as_row())
        self.terms.put(life.pk, kind.value, found.kind, *days, cited, found.calendar_version, met)

    def _decided(self, life: Life) -> None:
        for number, (offset, action) in enumerate(life.course.steps[: life.done], start=1):
            at = stored(self.almanac.moment(life.first + offset, life.minute + number))
            if action is Action.APPROVE and life.seat:
                self.decisions.put(life.pk, "receive", life.seat.hall.pk, "in_person", "", "", at)
            if action is Action.REFUSE:
                self.decisions.put(life.pk, "refuse", None, "", GROUND, MOTIVE, at)
            if action is Action.LEAVE:
                self.decisions.put(life.pk, "leave", None, "", "", "", at)

    def _received(self, life: Life, seat: Seat) -> None:
        """The hour, whether they came, the instruction and the final answer."""
        appointed = stored(self.almanac.moment(life.first, life.minute))
        here = life.state is State.APPOINTED
        self.hours.put(life.pk, life.pk, seat.slot_id, "in_person", appointed, here)
        at = stored(self.almanac.hour(seat))
        came = life.has(Action.HOLD)
        if came or life.has(Action.MISS):
            self.came.put(life.pk, came, "удостоверение личности" if came else "", ANSWER if came else "", at)
        if life.course.instructed and came:
            self._instructed(life, seat)
        if life.ended is not None and life.state is State.CLOSED:
            closed = stored(self.almanac.moment(life.ended, 0))
            character = CHARACTERS[life.pk % len(CHARACTERS)]
            self.answers.put(life.pk, ANSWER, character, seat.hall.official_id, closed)

    def _instructed(self, life: Life, seat: Seat) -> None:
        self.given += 1
        key = self.given
        day = seat.hall.day
        until = self.almanac.days[day + TERM_OF_INSTRUCTION]
        stage = Stage.DONE if life.state is State.CLOSED else STAGES[life.pk % len(STAGES)]
        off = self.almanac.days[life.ended] if life.ended is not None else None
        reported = off or (until - timedelta(days=EARLIER) if stage is Stage.REPORTED else None)
        self.orders.put(
            key, self.office.pk, life.pk, f"minutes:{seat.hall.pk}", seat.place, TEXT, until.isoformat(),
            seat.hall.official_id, self.almanac.days[day].isoformat(), stage.value,
            reported and reported.isoformat(), off and off.isoformat(), stored(self.almanac.hour(seat)),
        )  # fmt: skip
        self.parts.put(key, self.bodies[life.pk % len(self.bodies)], True)
