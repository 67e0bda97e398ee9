"""`qabyldau replay`: the order of the day, proved from the journal alone."""

from io import StringIO

import pytest
from django.core.management import call_command

from qabyldau.journal.models import Entry
from qabyldau.people.actor import Actor
from qabyldau.reception import desk
from qabyldau.registry.models import Appeal
from qabyldau.regulation.desk import DeskAct
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import arrive, on_the_day
from tests.flow.tampering import change, guards_lifted


def replay(*words: str) -> tuple[str, int]:
    said = StringIO()
    try:
        call_command("replay", *words, stdout=said)
    except SystemExit as ended:
        return said.getvalue(), int(ended.code or 0)
    return said.getvalue(), 0


@pytest.fixture
def called(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> ReceptionDay:
    """The first in order was called and received, then somebody out of it, with a reason."""
    visits = [arrive(appeal, clerk) for appeal in hall]
    first = desk.call(day.pk, asked=on_the_day(clerk, 15, 30))
    desk.start(first.pk, asked=on_the_day(clerk, 15, 31))
    desk.call(day.pk, visit_id=visits[1].pk, motive="стало плохо", asked=on_the_day(clerk, 15, 40))
    return day


@pytest.mark.clause("11")
def test_p11_a_lawful_day_is_proved_and_names_nobody(called: ReceptionDay) -> None:
    said, code = replay("2026-03-19")

    assert code == 0
    assert "№ 3 called, first in the order" in said
    assert "№ 2 called, first was № 1; a reason is kept" in said
    assert "every call was lawful" in said
    assert not any(word in said for word in ("Өтініш", "Тестов", called.office.name_ru, "стало плохо"))


@pytest.mark.clause("11")
@pytest.mark.usefixtures("called")
def test_p11_a_call_without_its_reason_and_a_mended_journal_are_found_out() -> None:
    entry = Entry.objects.filter(action=DeskAct.CALL).latest("seq")
    with guards_lifted():
        change(entry.office_id, entry.seq, facts={**entry.facts, "motive": False})
        said, code = replay("2026-03-19")

    assert code == 1
    assert "NO REASON IS KEPT" in said
    assert "does not hold" in said


@pytest.mark.usefixtures("called")
def test_a_day_without_a_reception_has_nothing_to_prove() -> None:
    assert replay("2026-03-20") == ("zko: nobody receives on 2026-03-20\n", 0)
