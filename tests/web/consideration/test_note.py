"""The note on screen: nothing typed is lost, versions are kept and compared, the paper is printed."""

import json

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qabyldau.bodies.models import Body
from qabyldau.materials.models import MaterialRequest
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review import notes
from qabyldau.review.actions import Invitation, Proposed
from qabyldau.review.kinds import HearingState
from qabyldau.schedule.models import ReceptionDay
from qabyldau.web.consideration.compare import compared
from tests.flow.conftest import MONDAY, moment
from tests.flow.test_p31_materials import ask, speaker, unit  # noqa: F401  situations
from tests.web.staff.conftest import Enter, send, words

FACTS = "Водопровод не работает с 10 февраля."


def note_of(appeal: Appeal) -> str:
    return f"/ru/staff/appeals/{appeal.pk}/note/"


@pytest.fixture
def desk(enter: Enter) -> Client:
    return enter(Role.DEPARTMENT)


def test_a_draft_is_kept_by_its_button_and_waits(under_review: Appeal, desk: Client) -> None:
    send(desk, note_of(under_review), facts="Начало мысли", language="ru", do="draft")

    page = desk.get(note_of(under_review))
    assert "Начало мысли" in page.content.decode()
    assert "Это ваш черновик" in words(page)
    assert notes.versions(under_review) == []


def test_the_script_keeps_it_too(under_review: Appeal, desk: Client) -> None:
    typed = {"facts": "Начало", "language": "ru", "began_at": "0"}

    answer = desk.post(f"{note_of(under_review)}draft/", typed)

    assert "Черновик сохранён в 12:00" in json.loads(answer.content)["words"]


def test_a_stale_page_loses_nothing_typed(under_review: Appeal, desk: Client, department: Actor) -> None:
    hidden = {"version": under_review.version, "once": "one", "began_at": "0"}
    look_again = review.Findings(states_the_matter=True, within_competence=True, heard_before=False)
    review.screen(under_review.pk, found=look_again, asked=Asked(by=department, at=MONDAY))

    answer = desk.post(note_of(under_review), {**hidden, "facts": FACTS, "language": "ru", "do": "keep_note"})

    assert answer.status_code == 409
    assert FACTS in answer.content.decode()
    assert "сохранено как ваш черновик" in words(answer)
    assert FACTS in desk.get(note_of(under_review)).content.decode()


def test_a_version_is_kept_and_two_are_compared(under_review: Appeal, desk: Client) -> None:
    send(desk, note_of(under_review), facts=FACTS, language="ru", do="keep_note")
    send(desk, note_of(under_review), facts=FACTS.replace("10", "12"), language="ru", do="keep_note")

    page = desk.get(f"{note_of(under_review)}versions/")

    assert "<del>10</del><ins>12</ins>" in page.content.decode()


def test_before_the_head_it_must_propose(under_review: Appeal, desk: Client) -> None:
    answer = send(desk, note_of(under_review), facts=FACTS, language="ru", do="submit")

    assert answer.status_code == 422
    assert "Отметьте" in words(answer) or "Выберите, что" in words(answer) or "предлагаете" in words(answer)
    assert notes.versions(under_review) == []


def test_submitted_it_has_a_paper_to_print_and_to_edit(
    under_review: Appeal, day: ReceptionDay, desk: Client
) -> None:
    typed = {"facts": FACTS, "proposal": "receive", "official_id": day.official_id, "day_id": day.pk}

    answer = send(desk, note_of(under_review), **typed, language="ru", do="submit")

    assert answer.status_code == 302
    under_review.refresh_from_db()
    assert under_review.state == "decision"
    whole = f"{note_of(under_review)}1/"
    assert FACTS in words(desk.get(whole))
    assert desk.get(f"{whole}ru.pdf").content.startswith(b"%PDF")
    assert desk.get(f"{whole}ru.docx").content.startswith(b"PK")
    assert desk.get(f"{whole}kk.pdf").status_code == 404


def test_the_pack_of_a_day_is_one_pdf(appointed: Appeal, day: ReceptionDay, desk: Client) -> None:
    place = f"/ru/staff/days/{day.pk}/pack/"
    assert appointed.applicant_name in words(desk.get(place))

    desk.post(f"{place}make/")

    for language in ("kk", "ru"):
        assert desk.get(f"{place}{language}.pdf").content.startswith(b"%PDF")


def test_materials_from_the_question_to_the_note(
    under_review: Appeal,
    unit: Body,  # noqa: F811
    speaker: Actor,  # noqa: ARG001, F811  must be there to speak
    desk: Client,
    enter: Enter,
) -> None:
    typed = {"body_id": unit.pk, "question": "Есть ли план?", "due_on": "2026-03-05"}
    send(desk, f"/ru/staff/appeals/{under_review.pk}/ask_material/", **typed)
    asked = MaterialRequest.objects.get()
    theirs = enter(Role.EXECUTOR)
    page = theirs.get(f"/ru/staff/asked/{asked.pk}/")
    assert "Есть ли план?" in words(page)
    assert under_review.applicant_name not in words(page)

    plan = SimpleUploadedFile("план.pdf", b"%PDF-1.4 plan", "application/pdf")
    answer = theirs.post(
        f"/ru/staff/asked/{asked.pk}/", {"kind": "answer", "text": "Есть, строка 12.", "files": plan}
    )

    assert answer.status_code == 302, words(answer)
    assert "Есть, строка 12." in words(desk.get(note_of(under_review)))
    file = asked.answer.files.get()
    assert desk.get(f"/ru/staff/asked/{asked.pk}/files/{file.pk}/").getvalue() == b"%PDF-1.4 plan"


def test_of_anothers_request_a_unit_sees_nothing(
    under_review: Appeal,
    unit: Body,  # noqa: F811
    department: Actor,
    enter: Enter,
) -> None:
    asked = ask(under_review, unit, department)
    stranger = enter(Role.BODY_REPRESENTATIVE)

    for place in (f"{asked.pk}/", f"{asked.pk}/paper.pdf"):
        assert stranger.get(f"/ru/staff/asked/{place}").status_code == 404
    assert stranger.get(f"/ru/staff/appeals/{under_review.pk}/").status_code in {403, 404}


def test_a_day_after_the_notes_own_is_confirmed_first(
    under_review: Appeal,
    unit: Body,  # noqa: F811
    day: ReceptionDay,
    department: Actor,
    desk: Client,
) -> None:
    proposed = Proposed(FACTS, day_id=day.pk)
    review.keep_note(under_review.pk, proposed=proposed, asked=Asked(by=department, at=MONDAY))
    place = f"/ru/staff/appeals/{under_review.pk}/ask_material/"
    typed = {"body_id": unit.pk, "question": "Есть ли план?", "due_on": "2026-03-13"}

    warned = send(desk, place, **typed)

    assert warned.status_code == 422
    assert "12 марта 2026 г." in words(warned)
    assert send(desk, place, **typed, late_is_known="on").status_code == 302
    assert MaterialRequest.objects.get().after_note


def test_the_applicant_writes_objections_on_the_tracking_page(
    on_decision: Appeal, department: Actor, clock: time_machine.Traveller
) -> None:
    clock.move_to(moment(3, 2, 13))
    invitation = Invitation(moment(3, 6, 10), "Отказ: спор решает суд.", Words(kk="К", ru="Кабинет"))
    review.invite(on_decision.pk, invitation=invitation, asked=Asked(by=department, at=MONDAY))
    site = Client()
    session = site.session
    session["opened_appeal"] = on_decision.pk
    session.save()
    assert "Вас приглашают высказаться" in words(site.get("/ru/track/appeal/"))

    answer = send(site, "/ru/track/appeal/objections/", text="Суда нет и не было.")

    assert answer.status_code == 302
    asked = Asked(by=department, at=moment(3, 2, 13))
    hearing = review.record_hearing(on_decision.pk, state=HearingState.WROTE, asked=asked)
    assert [one.text for one in hearing.objections.all()] == ["Суда нет и не было."]
    assert Message.objects.filter(notice="hearing").exists()


def test_a_comparison_keeps_every_word() -> None:
    old, new = "Воды нет третью неделю.", "Воды нет вторую неделю, насос сломан."

    pieces = compared(old, new)

    assert "".join(one.text for one in pieces if one.mark != "added") == old
    assert "".join(one.text for one in pieces if one.mark != "gone") == new
