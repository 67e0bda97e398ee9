"""Situations of the flow tests, built by acts: an office, its people, and appeals at each stage."""

from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from qabyldau.people.actions import Person
from qabyldau.people.actor import Actor, Kind
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.models import Office, Official, User
from qabyldau.people.roles import Role
from qabyldau.reception import desk
from qabyldau.reception.desk import Arrival
from qabyldau.reception.models import Visit
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact, Statement, Wish
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Language, Words
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.actions import Plan
from qabyldau.schedule.models import ReceptionDay
from tests.flow.posting import posted

ORAL = ZoneInfo("Asia/Oral")
WATER = "Третью неделю нет воды в селе Переметное, просим решить вопрос с водопроводом."


def moment(month: int, day: int, hour: int = 11, minute: int = 0, year: int = 2026) -> datetime:
    """A moment in the office's local time; 2026 unless said otherwise."""
    return datetime(year, month, day, hour, minute, tzinfo=ORAL)


MONDAY = moment(3, 2)
RECEPTION = date(2026, 3, 19)


@pytest.fixture
def office(db: None) -> Office:  # noqa: ARG001  the database must be there
    return Office.objects.create(
        code="zko",
        prefix="ZKO",
        name_kk="Батыс Қазақстан облысы әкімінің аппараты",
        name_ru="Аппарат акима Западно-Казахстанской области",
        address_kk="Орал қаласы, Н. Назарбаев даңғылы, 179",
        address_ru="г. Уральск, пр. Н. Назарбаева, 179",
        phone="+7 700 000 00 00",
        edition_code="zko-289@2023",
    )


@pytest.fixture
def staff(office: Office) -> Callable[..., Actor]:
    """Somebody of the office with these roles, and a row to point at."""

    def make(*roles: Role, name: str = "", official_id: int | None = None) -> Actor:
        username = name or roles[0].value
        user, _ = User.objects.get_or_create(username=username, defaults={"full_name": username})
        return Actor(
            kind=Kind.STAFF,
            office_id=office.pk,
            name=username,
            user_id=user.pk,
            position="маман",
            roles=frozenset(roles),
            official_id=official_id,
        )

    return make


@pytest.fixture
def clerk(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.CLERK)


@pytest.fixture
def department(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.DEPARTMENT)


@pytest.fixture
def head(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.HEAD_OF_OFFICE)


@pytest.fixture
def akim(office: Office) -> Official:
    return Official.objects.create(
        office=office,
        rank=1,
        name_kk="Тестов Әкім Үлгіұлы",
        name_ru="Тестов Аким Ульгиевич",
        position_kk="облыс әкімі",
        position_ru="аким области",
        since=date(2025, 1, 1),
    )


@pytest.fixture
def deputy(office: Office) -> Official:
    """A deputy of the akim, without a patronymic."""
    return Official.objects.create(
        office=office,
        rank=1,
        name_kk="Орынбасарова Үлгі",
        name_ru="Орынбасарова Ульги",
        position_kk="облыс әкімінің орынбасары",
        position_ru="заместитель акима области",
        since=date(2025, 1, 1),
    )


@pytest.fixture
def department_head(office: Office) -> Official:
    return Official.objects.create(
        office=office,
        rank=3,
        name_kk="Бөлімова Басшы Үлгіқызы",
        name_ru="Булимова Басши Ульгиевна",
        position_kk="бөлім басшысы",
        position_ru="руководитель отдела",
        since=date(2025, 1, 1),
    )


def statement(name: str = "Үлгіова Ақмарал Тестқызы", **changes: object) -> Statement:
    """An ordinary request by a citizen, as a clerk would type it."""
    number = str(changes.pop("number", "010101300010"))
    person = Person(kind=ApplicantKind.CITIZEN, name=name, number=number)
    columns: dict[str, object] = {
        "channel": Channel.HAND_DELIVERED,
        "person": person,
        "language": Language.RU,
        "substance": WATER,
        "contact": Contact(phone="+77000000001", email="ulgi@example.org"),
        "wish": Wish(),
    }
    return Statement(**{**columns, **changes})  # type: ignore[arg-type]


@pytest.fixture
def registered(office: Office, clerk: Actor) -> Appeal:
    return registry.register(office, statement(), by=clerk, at=MONDAY).appeal


def look(appeal: Appeal, department: Actor, **found: object) -> None:
    """Screen: by default a stated matter, of our competence, not heard before."""
    findings = {"states_the_matter": True, "within_competence": True, "heard_before": False, **found}
    review.screen(appeal.pk, found=review.Findings(**findings), asked=Asked(by=department, at=MONDAY))  # type: ignore[arg-type]


@pytest.fixture
def under_review(registered: Appeal, department: Actor) -> Appeal:
    look(registered, department)
    return review.take_up(registered.pk, asked=Asked(by=department, at=MONDAY))


@pytest.fixture
def day(office: Office, akim: Official, clerk: Actor) -> ReceptionDay:
    plan = Plan(akim.pk, RECEPTION, time(15, 0), 15, 4, Words(kk="қабылдау бөлмесі", ru="приемная"))
    return posted(office, plan, by=clerk, at=MONDAY)


@pytest.fixture
def on_decision(under_review: Appeal, day: ReceptionDay, department: Actor) -> Appeal:
    proposed = review.Proposed("Факты изложены.", Proposal.RECEIVE, day.official_id, day.pk)
    review.submit(under_review.pk, proposed=proposed, asked=Asked(by=department, at=MONDAY))
    under_review.refresh_from_db()
    return under_review


@pytest.fixture
def approved(on_decision: Appeal, day: ReceptionDay, head: Actor) -> Appeal:
    review.approve(on_decision.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=head, at=MONDAY))
    on_decision.refresh_from_db()
    return on_decision


@pytest.fixture
def appointed(approved: Appeal, day: ReceptionDay, department: Actor, clerk: Actor) -> Appeal:
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))
    approved.refresh_from_db()
    return approved


@pytest.fixture
def asked_by() -> Callable[[Actor], Asked]:
    """An act asked for by this person on the Monday of the situations."""
    return lambda by: Asked(by=by, at=MONDAY)


NUMBERS = ("010101300010", "020308400024", "051216300036")
SHOWN = Arrival("ID")
HOUR = 14


def on_the_day(by: Actor, hour: int = HOUR, minute: int = 0) -> Asked:
    return Asked(by=by, at=moment(3, 19, hour, minute))


@pytest.fixture
def hall(office: Office, day: ReceptionDay, department: Actor, head: Actor, clerk: Actor) -> list[Appeal]:
    """Three people with hours on one day, in the order of their requests; the last is a veteran."""
    wishes = [Wish(), Wish(), Wish(standing=Standing.WAR_VETERAN, standing_proof="№ 7")]
    people = [
        registry.register(
            office,
            statement(f"Өтініш Беруші {place}", number=NUMBERS[place], wish=wish),
            by=clerk,
            at=moment(3, 2, 11, place),
        ).appeal
        for place, wish in enumerate(wishes)
    ]
    for appeal in people:
        look(appeal, department)
        review.take_up(appeal.pk, asked=Asked(by=department, at=MONDAY))
        proposed = review.Proposed("Факты изложены.", Proposal.RECEIVE, day.official_id, day.pk)
        review.submit(appeal.pk, proposed=proposed, asked=Asked(by=department, at=MONDAY))
        review.approve(appeal.pk, day_id=day.pk, mode=Mode.IN_PERSON, asked=Asked(by=head, at=MONDAY))
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    review.distribute(day.pk, asked=Asked(by=clerk, at=MONDAY))
    return people


def arrive(appeal: Appeal, clerk: Actor, minute: int = 0, arrival: Arrival = SHOWN) -> Visit:
    return desk.arrive(appeal.pk, arrival=arrival, asked=on_the_day(clerk, HOUR, minute))
