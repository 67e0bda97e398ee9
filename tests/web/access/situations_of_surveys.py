"""A survey in motion: one person still to be called, one who was not content, one with a link."""

from datetime import timedelta

from qabyldau.consulting.kinds import Outcome
from qabyldau.consulting.models import Consultant, Consultation
from qabyldau.people.models import Office, User
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from qabyldau.people.sealing import seal
from qabyldau.regulation.words import Words
from qabyldau.surveys import actions, queries
from qabyldau.surveys.actions import Asked, Wanted
from qabyldau.surveys.kinds import Population, QuestionKind, Way
from tests.flow.conftest import MONDAY

YESTERDAY = MONDAY.date() - timedelta(days=1)
LINK = "0123456789ABCDEF"


def surveyed(office: Office, people: dict[Role, User]) -> dict[str, object]:
    """Rows that the addresses of surveys name."""
    by = actor_of(people[Role.DEPARTMENT], office.pk, MONDAY.date())
    assert by
    _consulted(office)
    asked = Asked(QuestionKind.SCORE, Words(kk="Көңіліңіз толды ма?", ru="Вы довольны?"))
    actions.write_questions(office, [asked], by=by, at=MONDAY)
    wanted = Wanted(Population.DECLINED, Way.CALLS, YESTERDAY, YESTERDAY, 3, "289")
    row = actions.draw(office, wanted, by=by, at=MONDAY)
    open_one, unhappy, linked = row.tasks.order_by("place")
    actions.answer(unhappy.pk, {"q1": "1"}, by=by, at=MONDAY)
    type(linked).objects.filter(pk=linked.pk).update(link=queries.link_digest(LINK))
    concern = queries.concerns(office.pk).get()
    return {"round_id": row.pk, "task_id": open_one.pk, "concern_id": concern.pk, "link": LINK}


def _consulted(office: Office) -> None:
    helper = Consultant.objects.create(
        office=office,
        on=YESTERDAY,
        kind="lawyer",
        name="Кеңесші",
        opens="09:00",
        closes="18:00",
        at=MONDAY,
    )
    for place in range(3):
        row = Consultation(
            office=office,
            on=YESTERDAY,
            consultant=helper,
            language="kk",
            topic="water",
            outcome=Outcome.DECLINED_TO_BOOK,
            may_call=True,
            at=MONDAY,
        )
        row.sealed_phone = seal(f"+770200000{place:02d}", row=row.seal_row)
        row.save()
