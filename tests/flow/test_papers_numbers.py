"""Numbers of papers: by the office's own rules, dense, never changed, one each however many ask at once."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from qabyldau.papers import actions as papers
from qabyldau.papers import numbering
from qabyldau.papers.errors import NumberFormError
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.papers.models import Counter, Paper
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.regulation.words import Language
from tests.flow.conftest import MONDAY, moment
from tests.flow.own_database import own_database
from tests.flow.racing import kinds, race
from tests.flow.test_papers import facts

AT_ONCE = 12
LIST = PaperKind.RECEPTION_LIST


@transaction.atomic
def issue(office: Office, by: Actor, year: int = 2026) -> Paper:
    return papers.issue(
        office,
        LIST,
        about="day:1",
        languages=(Language.RU,),
        facts=facts(),
        by=by,
        at=MONDAY.replace(year=year),
    )


@pytest.fixture
def admin(staff: Callable[..., Actor]) -> Actor:
    return staff(Role.ADMIN)


def test_every_kind_has_a_place_of_its_own_in_the_list_of_files() -> None:
    indexes = [row.index for row in KINDS.values()]

    assert len(set(indexes)) == len(indexes)
    assert set(KINDS) == set(PaperKind)


def test_a_new_rule_holds_from_now_on_and_renumbers_nothing(
    office: Office, department: Actor, admin: Actor
) -> None:
    before = issue(office, department)

    numbering.change(office, LIST, "04-12", "{prefix}/{index}-{counter}", by=admin, at=MONDAY)
    after = issue(office, department)

    assert (before.number, after.number) == ("12-1/2026", "ZKO/04-12-1")
    assert Paper.objects.get(pk=before.pk).number == "12-1/2026"
    assert [rule.index for rule in numbering.rules(office.pk, LIST)] == ["04-12"]


def test_a_form_that_changes_keeps_the_row_of_its_index(
    office: Office, department: Actor, admin: Actor
) -> None:
    issue(office, department)

    numbering.change(office, LIST, "12", "№ {index}/{counter}", by=admin, at=MONDAY)

    assert numbering.following(office, LIST, MONDAY.date()) == "№ 12/2"
    assert issue(office, department).number == "№ 12/2"


def test_a_year_begins_with_one(office: Office, department: Actor) -> None:
    assert issue(office, department).number == "12-1/2026"
    assert issue(office, department, year=2027).number == "12-1/2027"
    assert issue(office, department).number == "12-2/2026"


def test_the_year_is_that_of_the_office_not_of_greenwich(office: Office, department: Actor) -> None:
    """Half past two of the first of January in Oral is still the old year in Greenwich."""
    with transaction.atomic():
        paper = papers.issue(
            office,
            LIST,
            about="day:1",
            languages=(Language.RU,),
            facts=facts(),
            by=department,
            at=moment(1, 1, 2, 30, year=2027),
        )

    assert paper.number == "12-1/2027"


@pytest.mark.parametrize(
    ("index", "form"),
    [
        ("04", "{index}"),
        ("04", "{counter}/{year}"),
        ("04", "{index}{counter}"),
        ("04", "{index}-{counter}-{counter}"),
        ("04", "{index}-{counter}-{office}"),
        ("04", "{index}-{counter!r}"),
        ("04", "{index}-{counter:>9999999}"),
        ("04", "{index.__class__}-{counter}"),
        ("04", "{index}-1{counter}"),
        ("04", "{index}-{counter}\n<b>"),
        ("", "{index}-{counter}"),
        ("04{", "{index}-{counter}"),
        ("04", "{index}-{counter}" + "/" * 60),
    ],
)
def test_a_form_that_could_lie_is_refused(office: Office, admin: Actor, index: str, form: str) -> None:
    with pytest.raises(NumberFormError):
        numbering.change(office, LIST, index, form, by=admin, at=MONDAY)


def test_only_the_administrator_keeps_the_rules(office: Office, department: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        numbering.change(office, LIST, "04", "{index}-{counter}", by=department, at=MONDAY)


class TestAtOnce:
    """With a database of its own, that threads reach by connections of their own."""

    @pytest.fixture
    def db(
        self,
        django_db_setup: None,  # noqa: ARG002
        django_db_blocker: DjangoDbBlocker,
        tmp_path: Path,
    ) -> Iterator[None]:
        with django_db_blocker.unblock(), own_database(tmp_path):
            yield

    def test_papers_issued_at_once_have_dense_numbers(self, office: Office, department: Actor) -> None:
        outcomes = race([partial(issue, office, department)] * AT_ONCE, threads=4)

        assert kinds(outcomes) == {"Paper": AT_ONCE}
        counters = Paper.objects.order_by("counter").values_list("counter", flat=True)
        assert list(counters) == list(range(1, AT_ONCE + 1))
        assert len(set(Paper.objects.values_list("code", flat=True))) == AT_ONCE

    def test_control_a_number_looked_up_and_then_written_is_given_twice(self, office: Office) -> None:
        """Without the one statement that counts and returns, both read the same last number."""
        both_have_read = Barrier(2)
        Counter.objects.create(office=office, index="12", year=2026, value=7)

        def naive() -> int:
            last = Counter.objects.get(office=office, index="12", year=2026).value
            both_have_read.wait()
            Counter.objects.filter(office=office, index="12", year=2026).update(value=last + 1)
            return last + 1

        assert race([naive, naive]) == [8, 8]
