"""Role × act × relation: who may do what with an appeal, whoever it belongs to and whoever prepared it."""

import uuid
from collections.abc import Callable

import pytest

from qabyldau import acts
from qabyldau.acts import ACTS
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, statement
from tests.web.access import oracle
from tests.web.access.conftest import People, browser, fingerprint, staffed, undone
from tests.web.access.situation import Situation
from tests.web.access.situations import SITUATIONS
from tests.web.access.situations_of_replanning import REPLANNING

PREPARED = ["approve", "refuse", "send_back"]


@pytest.fixture
def situation(request: pytest.FixtureRequest) -> Callable[[str], Situation]:
    return lambda name: SITUATIONS[name](request)


def do(name: str, found: Situation, by: Actor) -> str:
    """What came of it: "done", "denied", "unlawful"; nothing remains of it but, of a denial, the check."""
    before = fingerprint()
    with undone():
        try:
            found.appeal.refresh_from_db()
            acts.perform(name, found.appeal, found.given, Asked(by=by, at=found.at))
        except PermissionDeniedError:
            assert fingerprint() == before
            return "denied"
        except UnlawfulError:
            assert fingerprint() == before
            return "unlawful"
        return "done"


def expected(name: str, role: Role) -> str:
    may, refused_by_law = oracle.ACTS[name]
    if role in oracle.roles(may):
        return "done"
    return "unlawful" if role in oracle.roles(refused_by_law) else "denied"


def test_the_oracle_knows_every_act() -> None:
    assert set(oracle.ACTS) == set(ACTS) == set(SITUATIONS)


@pytest.mark.parametrize("name", SITUATIONS)
def test_each_role_does_what_the_oracle_says(
    name: str, situation: Callable[[str], Situation], actors: dict[Role, Actor]
) -> None:
    found = situation(name)

    came_of_it = {role: do(name, found, actor) for role, actor in actors.items()}

    assert came_of_it == {role: expected(name, role) for role in Role}


@pytest.mark.parametrize("name", SITUATIONS)
def test_each_role_is_offered_only_what_it_may_do_or_be_refused(
    name: str, situation: Callable[[str], Situation], actors: dict[Role, Actor]
) -> None:
    appeal = situation(name).appeal
    appeal.refresh_from_db()

    said = {}
    for role, actor in actors.items():
        offers = [offer for offer in acts.offers(appeal, actor) if offer.act.name == name]
        said[role] = {(): "denied", (True,): "done", (False,): "unlawful"}[
            tuple(one.allowed for one in offers)
        ]

    assert said == {role: expected(name, role) for role in Role}


@pytest.mark.parametrize("name", SITUATIONS)
def test_nobody_of_another_office_does_anything(
    name: str, situation: Callable[[str], Situation], everybody: People, elsewhere: Office
) -> None:
    found, strangers = situation(name), staffed(elsewhere, suffix="-2")

    came_of_it = {
        do(name, found, actor)
        for user in [*strangers.values(), *everybody.values()]
        if (actor := actor_of(user, elsewhere.pk, MONDAY.date()))
    }

    assert came_of_it == {"denied"}


# What applicants do themselves, on the page of their appeal: "not done", said of a closed one, reopens it.
OWN = {"withdraw", "supply_data", "object_to", "reopen", *REPLANNING} - {"offer_hours"}


@pytest.mark.parametrize("name", SITUATIONS)
def test_an_applicant_only_takes_back_completes_or_doubts_their_own_appeal(
    name: str, situation: Callable[[str], Situation], actors: dict[Role, Actor], office: Office
) -> None:
    found = situation(name)
    other = registry.register(
        office, statement("Тестов Басқа", number="020202500026"), by=actors[Role.CLERK], at=MONDAY
    )

    own, foreign, unknown = (
        do(name, found, Actor.applicant(office.pk, appeal_id))
        for appeal_id in (found.appeal.pk, other.appeal.pk, None)
    )

    assert own == ("done" if name in OWN else "denied")
    assert (foreign, unknown) == ("denied", "denied")


@pytest.mark.parametrize("name", PREPARED)
def test_whoever_prepared_the_note_does_not_decide_on_it(
    name: str,
    situation: Callable[[str], Situation],
    everybody: People,
    office: Office,
    actors: dict[Role, Actor],
) -> None:
    found = situation(name)
    preparer = everybody[Role.DEPARTMENT]
    preparer.grants.create(office=office, role=Role.HEAD_OF_OFFICE, since=MONDAY.date())
    both = actor_of(preparer, office.pk, MONDAY.date())

    assert both is not None
    assert do(name, found, both) == "unlawful"
    assert do(name, found, actors[Role.HEAD_OF_OFFICE]) == "done"


def test_the_page_of_such_a_decision_says_why_not(
    under_review: Appeal, day: ReceptionDay, everybody: People, office: Office
) -> None:
    preparer = everybody[Role.DEPARTMENT]
    preparer.grants.create(office=office, role=Role.HEAD_OF_OFFICE, since=MONDAY.date())
    both = actor_of(preparer, office.pk, MONDAY.date())
    assert both is not None
    proposed = review.Proposed("Факты.", Proposal.RECEIVE, day.official_id, day.pk)
    review.submit(under_review.pk, proposed=proposed, asked=Asked(by=both, at=MONDAY))
    under_review.refresh_from_db()
    form = {"day_id": day.pk, "mode": "in_person", "version": under_review.version, "once": str(uuid.uuid4())}

    answer = browser(preparer).post(f"/ru/staff/appeals/{under_review.pk}/approve/", form)

    assert answer.status_code == 409
    assert "Кто готовил справку, сам по ней решения не принимает." in answer.content.decode()


def test_an_official_sees_only_the_appeals_they_receive_themselves(
    registered: Appeal, appointed: Appeal, everybody: People, office: Office, actors: dict[Role, Actor]
) -> None:
    other = registry.register(
        office, statement("Тестов Басқа", number="020202500026"), by=actors[Role.CLERK], at=MONDAY
    )
    official = browser(everybody[Role.OFFICIAL])

    statuses = [
        official.get(f"/ru/staff/appeals/{pk}/").status_code for pk in (appointed.pk, other.appeal.pk)
    ]

    assert statuses == [200, 404]
    assert registered.pk == appointed.pk


def test_an_hour_of_one_office_is_not_given_to_an_appeal_of_another(
    situation: Callable[[str], Situation], akim: Official, elsewhere: Office, everybody: People
) -> None:
    missed = situation("miss")
    acts.perform("miss", missed.appeal, {}, Asked(by=actor_in(everybody[Role.CLERK], missed), at=missed.at))
    Official.objects.filter(pk=akim.pk).update(user=None)
    foreign_day = ReceptionDay.objects.get(pk=Slot.objects.filter(taken_by=None).values("day")[:1])
    ReceptionDay.objects.filter(pk=foreign_day.pk).update(office=elsewhere)
    stranger = actor_of(staffed(elsewhere, suffix="-2")[Role.CLERK], elsewhere.pk, MONDAY.date())
    free = Slot.objects.filter(day=foreign_day, taken_by=None).first()
    assert stranger is not None
    assert free is not None

    with pytest.raises(PermissionDeniedError):
        review.appoint(missed.appeal.pk, slot_id=free.pk, asked=Asked(by=stranger, at=missed.at))


def actor_in(user: object, found: Situation) -> Actor:
    actor = actor_of(user, found.appeal.office_id, MONDAY.date())  # type: ignore[arg-type]  # a user
    assert actor is not None
    return actor
