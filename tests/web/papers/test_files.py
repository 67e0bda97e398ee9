"""A paper on the pages: listed, taken as a file, proved by its code; and a letter shown before it goes."""

import re
from hashlib import sha256
from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qabyldau.journal.models import Entry
from qabyldau.outbox.models import Message
from qabyldau.papers.models import Paper, Printed
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact
from qabyldau.review import actions as review
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, look, statement
from tests.web.staff.conftest import HIDDEN, Enter


def shown(answer: Any) -> str:  # noqa: ANN401  Django's own shape
    return str(answer.content.decode())


def paper_of(appeal: Appeal) -> Paper:
    return Paper.objects.filter(about=appeal.key).latest("pk")


def test_papers_are_listed_on_the_page_of_the_appeal(appointed: Appeal, enter: Enter) -> None:
    paper = paper_of(appointed)
    page = shown(enter(Role.DEPARTMENT).get(f"/ru/staff/appeals/{appointed.pk}/"))

    assert f"№ {paper.number}" in page
    assert f"/ru/staff/papers/{paper.pk}/{appointed.language}.pdf" in page


def test_the_list_of_a_day_is_taken_in_both_languages(
    appointed: Appeal, day: ReceptionDay, enter: Enter
) -> None:
    paper = Paper.objects.get(about=day.key)
    clerk = enter(Role.CLERK)

    page = shown(clerk.get(f"/ru/staff/days/{day.pk}/"))
    files = [clerk.get(f"/ru/staff/papers/{paper.pk}/{spoken}.pdf").content for spoken in ("kk", "ru")]
    edited = clerk.get(f"/ru/staff/papers/{paper.pk}/ru.docx").content

    assert f"/ru/staff/papers/{paper.pk}/ru.docx" in page
    assert all(file.startswith(b"%PDF") for file in files)
    table = docx.Document(BytesIO(edited)).tables[0]
    assert appointed.applicant_name in [cell.text for row in table.rows for cell in row.cells]


def test_a_stranger_does_not_take_a_paper(appointed: Appeal, enter: Enter) -> None:
    paper = paper_of(appointed)

    assert enter(Role.PRESS).get(f"/ru/staff/papers/{paper.pk}/kk.pdf").status_code == 403
    assert enter(Role.OFFICIAL).get(f"/ru/staff/papers/{paper.pk}/kk.pdf").status_code == 404
    assert enter(Role.CLERK).get(f"/ru/staff/papers/{paper.pk}/xx.pdf").status_code == 404


def test_a_code_proves_a_paper_and_tells_nothing_of_people(
    appointed: Appeal, client: Client, enter: Enter
) -> None:
    paper = paper_of(appointed)
    file = enter(Role.CLERK).get(f"/ru/staff/papers/{paper.pk}/{appointed.language}.pdf").content
    address = f"/ru/verify/{paper.code}/"

    page = shown(client.get(address))
    true = shown(client.post(address, {"file": SimpleUploadedFile("a.pdf", file)}))
    false = shown(client.post(address, {"file": SimpleUploadedFile("a.pdf", file + b" ")}))

    assert paper.number in page
    assert paper.sha256[:10] in page
    assert appointed.applicant_name not in page
    assert appointed.number not in page
    assert "Не изменён: файл" in true
    assert "Изменён: файл отличается" in false
    assert Printed.objects.count() == 1


def test_a_code_is_found_as_people_type_it_and_an_unknown_one_is_not(
    appointed: Appeal, client: Client
) -> None:
    code = paper_of(appointed).code
    spaced = " - ".join(re.findall("....", code.lower()))

    found = client.post("/ru/verify/", {"code": spaced})
    unknown = client.get("/ru/verify/0000000000000000/")

    assert found["Location"] == f"/ru/verify/{code}/"
    assert unknown.status_code == 404
    assert "мы не выпускали" in shown(unknown)


def test_a_letter_is_shown_word_for_word_before_it_goes(on_decision: Appeal, enter: Enter) -> None:
    head = enter(Role.HEAD_OF_OFFICE)
    address = f"/ru/staff/appeals/{on_decision.pk}/extend/"
    hidden = dict(HIDDEN.findall(shown(head.get(address))))
    given = {**hidden, "until": "2026-04-10", "reason": "Ждём ответа кадастра."}
    before = (Message.objects.count(), Entry.objects.count(), Paper.objects.count())

    page = shown(head.post(address, {**given, "look": "1"}))

    assert "Письмо, каким оно уйдёт" in page
    assert "Ждём ответа кадастра." in page
    assert (Message.objects.count(), Entry.objects.count(), Paper.objects.count()) == before

    assert head.post(address, given).status_code == 302
    sent = Message.objects.filter(notice="extension").first()
    assert sent is not None
    assert sent.paper_id == paper_of(on_decision).pk
    lines = [line for line in sent.text.splitlines() if "track" not in line]
    assert all(line in page.replace("&#x27;", "'").replace("&quot;", '"') for line in lines if line)


@pytest.fixture
def left(department: Actor, clerk: Actor, office: Office) -> Appeal:
    """Left without consideration; the applicant gave no e-mail, so the reasons go on paper."""
    said = statement(contact=Contact(address="Орал, Үлгі көшесі, 1"))
    appeal = registry.register(office, said, by=clerk, at=MONDAY).appeal
    look(appeal, department, states_the_matter=False)
    review.leave(appeal.pk, asked=Asked(by=department, at=MONDAY))
    return appeal


def test_a_letter_to_hand_over_names_its_paper_and_prints_it(left: Appeal, enter: Enter) -> None:
    letter = Message.objects.get(about=left.key, channel="paper", notice="left")
    clerk = enter(Role.CLERK)

    page = shown(clerk.get(f"/ru/staff/letters/{letter.pk}/"))
    file = clerk.get(f"/ru/staff/letters/{letter.pk}/paper/").content

    assert paper_of(left).number in page
    assert paper_of(left).number in shown(clerk.get("/ru/staff/letters/"))
    assert Printed.objects.get(paper=paper_of(left)).sha256 == sha256(file).hexdigest()
