"""Papers: numbered once, written whole in both languages, never edited, provable by what they say."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from django.db import transaction

from qabyldau.journal.models import Entry
from qabyldau.papers import actions as papers
from qabyldau.papers import queries
from qabyldau.papers.errors import PaperReplacedError
from qabyldau.papers.facts import Addressee, Signature, Table
from qabyldau.papers.facts.lists import ReceptionList
from qabyldau.papers.kinds import PaperKind
from qabyldau.papers.models import Paper
from qabyldau.papers.rendering import pdf
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms import control
from qabyldau.regulation.words import Language, Words
from tests.flow.conftest import MONDAY

HEAD = (Words(kk="№", ru="№"), Words(kk="Өтініш беруші", ru="Заявитель"))
AKIM = Words(kk="Сейдахметов Өміржан Үкібайұлы", ru="Сейдахметов Омиржан Укибаевич")
POSITION = Words(kk="облыс әкімі", ru="аким области")
Issue = Callable[..., Paper]


def facts(name: str = "Әбдіқадырова Гүлнұр Өмірқызы") -> ReceptionList:
    return ReceptionList(
        addressee=Addressee(name=AKIM, position=POSITION),
        signature=Signature(AKIM, POSITION),
        citation=by_code("zko-289@2023").cite(control.ReceptionList),
        day=date(2026, 3, 19),
        official=AKIM,
        position=POSITION,
        place=Words(kk="2-кабинет", ru="кабинет 2"),
        opens=time(10, 0),
        people=Table(HEAD, (("1", name),)),
        count=1,
        decided_by=AKIM,
    )


@pytest.fixture
def issue(office: Office, department: Actor) -> Issue:
    @transaction.atomic
    def make(said: ReceptionList | None = None, replaces: Paper | None = None) -> Paper:
        return papers.issue(
            office,
            PaperKind.RECEPTION_LIST,
            about="day:1",
            languages=(Language.KK, Language.RU),
            facts=said or facts(),
            by=department,
            at=MONDAY,
            replaces=replaces,
        )

    return make


def test_numbers_of_a_kind_are_dense(issue: Issue) -> None:
    assert [issue().number for _ in range(3)] == ["12-1/2026", "12-2/2026", "12-3/2026"]


def test_a_paper_that_failed_leaves_no_hole(issue: Issue) -> None:
    with transaction.atomic():
        issue()
        transaction.set_rollback(True)

    assert issue().number == "12-1/2026"


def test_a_paper_is_written_in_both_languages_and_journaled(issue: Issue) -> None:
    paper = issue()

    assert paper.languages == ["kk", "ru"]
    assert paper.data["texts"]["ru"]["subject"] == "Список лиц на личный приём, 19 марта 2026 г."
    assert paper.data["texts"]["kk"]["addressee"] == [POSITION.kk, AKIM.kk]
    entry = Entry.objects.get(action="issue_paper")
    assert entry.facts["sha256"] == paper.sha256
    assert entry.facts["number"] == paper.number


def test_what_it_says_has_the_digest_it_was_given(issue: Issue) -> None:
    issued = issue()
    paper = queries.paper(issued.office_id, issued.pk)

    assert papers.digest(paper) == paper.sha256

    paper.data["texts"]["ru"]["subject"] += "!"
    assert papers.digest(paper) != paper.sha256


def test_a_paper_is_replaced_once(issue: Issue) -> None:
    old = issue()

    new = issue(replaces=old)

    assert Paper.objects.get(pk=old.pk).replaced_by == new
    with pytest.raises(PaperReplacedError):
        issue(replaces=old)


@pytest.mark.parametrize("name", ["{count}", "## Заголовок", "#panic()", "[x] {people}", "*_$`<b>&amp;"])
def test_what_a_person_typed_is_only_text(issue: Issue, name: str) -> None:
    paper = issue(facts(name))

    assert name in json.dumps(paper.data["texts"]["ru"]["blocks"], ensure_ascii=False)
    assert pdf(paper, Language.RU).startswith(b"%PDF-1.7")


def test_a_paper_is_the_same_file_every_time(issue: Issue) -> None:
    paper = issue()

    assert pdf(paper, Language.KK) == pdf(Paper.objects.get(), Language.KK)
    assert pdf(paper, Language.KK) != pdf(paper, Language.RU)


def test_a_name_is_declined_by_nobody_but_a_person(issue: Issue) -> None:
    typed = Words(kk="", ru="Акиму области Сейдахметову О. У.")
    said = replace(facts(), addressee=Addressee(name=AKIM, position=POSITION, typed=typed))

    texts = issue(said).data["texts"]

    assert texts["ru"]["addressee"] == [typed.ru]
    assert texts["kk"]["addressee"] == [POSITION.kk, AKIM.kk]
