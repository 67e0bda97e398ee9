"""Asking for a reception: the straight way, who may apply, what is kept, and that one form is one appeal."""

from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from qabyldau.people.models import Official
from qabyldau.registry.models import Appeal
from tests.flow.conftest import moment
from tests.web.public.conftest import CITIZEN, Walk, draft_key, words

NAMES = list(CITIZEN)


def send(site: Client, **more: Any) -> Any:  # noqa: ANN401
    return site.post("/kk/request/check/", {"key": draft_key(site), "consent": "on", **more})


def test_six_steps_register_an_appeal(site: Client, walk: Walk) -> None:
    walk()

    done = site.get(send(site).headers["Location"])

    appeal = Appeal.objects.get()
    assert (appeal.number, appeal.channel, appeal.language) == ("ZKO-2026-000001", "portal", "kk")
    assert (appeal.phone, appeal.topic) == ("+77000000001", "water")
    assert appeal.number in words(done)
    assert "2026 жылғы 17 наурыз" in words(done)


@pytest.mark.clause("25")
def test_p25_the_talon_names_number_moment_term_and_code(site: Client, walk: Walk) -> None:
    walk()
    send(site)

    page = words(site.get("/ru/request/done/"))

    code = page.split('class="secret">')[1].split("<")[0]
    assert len(code) == 8
    assert "2 марта 2026 г., 12:00" in page
    assert "15 календарных дней = 17 марта 2026 г." in page
    assert "#p29" in page
    assert f"Код: {code}" in words(site.get("/kk/request/done/")).replace("Коды", "Код")


def test_the_talon_can_be_saved_as_a_paper(site: Client, walk: Walk) -> None:
    walk()
    send(site)

    paper = site.get("/kk/request/done/talon/")

    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert "ZKO-2026-000001.pdf" in paper.headers["Content-Disposition"]


def test_what_came_on_a_day_off_counts_from_the_next_working_day(
    site: Client, walk: Walk, now: time_machine.Traveller
) -> None:
    now.move_to(moment(3, 1, 20))
    walk()
    send(site)

    page = words(site.get("/ru/request/done/"))

    assert "1 марта 2026 г., 20:00" in page
    assert "Поступило в выходной" in page
    assert "appk-350-p64-3" in page


def test_a_company_is_represented(site: Client, walk: Walk) -> None:
    company = {
        "bin": "980140000015",
        "company": "«Үлгі» ЖШС",
        "representative": "Тестов Үлгі",
        "authority": "бұйрық № 1",
        "authority_until": "2026-12-31",
    }
    walk(applicant={"kind": "company"}, person=company)

    send(site)

    appeal = Appeal.objects.get()
    assert (appeal.applicant_name, appeal.representative) == ("«Үлгі» ЖШС", "Тестов Үлгі")
    assert appeal.authority == "бұйрық № 1"


@pytest.mark.clause("10")
@pytest.mark.parametrize("kind", ["foreigner", "stateless"])
def test_p10_another_document_stands_in_for_the_iin(site: Client, walk: Walk, kind: str) -> None:
    document = {"document": "шетелдік паспорт", "document_number": "AA 123", "born_on": "1990-05-06"}
    walk(applicant={"kind": kind}, person=document)

    send(site)

    applicant = Appeal.objects.get().applicant
    assert (applicant.kind, applicant.document) == (kind, "шетелдік паспорт")


def test_a_group_says_how_many_it_is(site: Client, walk: Walk) -> None:
    walk(applicant={"behalf": "group"}, person={"people_count": "40"})

    send(site)

    assert Appeal.objects.get().people_count == 40


@pytest.mark.clause("11")
def test_p11_who_is_received_out_of_turn_names_the_proof(site: Client, walk: Walk) -> None:
    walk(reception={"standing": "disability", "standing_proof": "анықтама № 12"})

    send(site)

    appeal = Appeal.objects.get()
    assert (appeal.standing, appeal.standing_proof) == ("disability", "анықтама № 12")


@pytest.mark.clause("12")
def test_p12_video_is_wished_with_consent(site: Client, walk: Walk, akim: Official) -> None:
    walk(reception={"official": str(akim.pk), "mode": "video", "video_consent": "on"})

    send(site)

    appeal = Appeal.objects.get()
    assert (appeal.wished_official, appeal.wished_mode, appeal.video_consent) == (akim, "video", True)


def test_a_wished_official_comes_along_from_the_list(site: Client, akim: Official) -> None:
    site.post("/kk/request/begin/", {"official": str(akim.pk)})
    for name in NAMES[:3]:
        site.post(f"/kk/request/{name}/", CITIZEN[name])

    page = words(site.get("/kk/request/reception/"))

    chosen = page.split(f'value="{akim.pk}"')[1].split(">")[0]
    assert "checked" in chosen


def test_nobody_skips_a_step(site: Client, walk: Walk) -> None:
    walk("person")

    assert site.get("/kk/request/contact/").headers["Location"] == "/kk/request/person/"
    assert site.get("/kk/request/check/").headers["Location"] == "/kk/request/person/"


@pytest.mark.parametrize("page", ["applicant/", "check/", "done/", "done/talon/"])
def test_without_a_draft_one_starts_at_the_start(site: Client, page: str) -> None:
    assert site.get(f"/kk/request/{page}").headers["Location"] == "/kk/request/"


def test_an_unknown_step_is_no_page(site: Client, walk: Walk) -> None:
    walk()

    assert site.get("/kk/request/passport/").status_code == 404


def test_a_changed_mind_about_who_applies_asks_for_the_new_number(site: Client, walk: Walk) -> None:
    walk()

    answer = site.post("/kk/request/applicant/", {"kind": "company", "behalf": "self"})

    assert answer.headers["Location"] == "/kk/request/person/"
    assert "БСН" in words(site.get("/kk/request/person/"))


def test_a_correction_leads_straight_back_to_the_check(site: Client, walk: Walk) -> None:
    walk()

    answer = site.post("/kk/request/matter/", {**CITIZEN["matter"], "topic": "roads"})

    assert answer.headers["Location"] == "/kk/request/check/"
    assert "Жолдар мен аулалар" in words(site.get("/kk/request/check/"))


def test_the_switch_of_language_inside_a_step_keeps_what_was_typed(site: Client, walk: Walk) -> None:
    walk("matter")

    answer = site.post("/kk/request/matter/", {"substance": "Су жоқ", "keep": "ru"})

    assert answer.headers["Location"] == "/ru/request/matter/"
    page = words(site.get("/ru/request/matter/"))
    assert "Су жоқ" in page
    assert "error-summary" not in page


def test_the_switch_of_view_inside_a_step_keeps_what_was_typed(site: Client, walk: Walk) -> None:
    walk("person")

    site.post("/kk/request/person/", {"iin": "0101", "keep": "large"})

    page = words(site.get("/kk/request/person/"))
    assert 'value="0101"' in page
    assert "view-large" in page


def test_pressing_the_button_twice_sends_once(site: Client, walk: Walk) -> None:
    walk()
    key = draft_key(site)

    answers = [site.post("/kk/request/check/", {"key": key, "consent": "on"}) for _ in range(3)]

    assert {answer.headers["Location"] for answer in answers} == {"/kk/request/done/"}
    assert Appeal.objects.count() == 1


def test_a_reload_shows_the_same_talon(site: Client, walk: Walk) -> None:
    walk()
    send(site)

    first, second = (words(site.get("/kk/request/done/")).split('class="secret">')[1][:8] for _ in range(2))

    assert first == second


def test_an_old_tab_of_another_draft_sends_nothing(site: Client, walk: Walk) -> None:
    walk()
    old = draft_key(site)
    walk()

    answer = site.post("/kk/request/check/", {"key": old, "consent": "on"})

    assert answer.status_code == 200
    assert not Appeal.objects.exists()


def test_without_consent_nothing_is_sent(site: Client, walk: Walk) -> None:
    walk()

    answer = site.post("/kk/request/check/", {"key": draft_key(site)})

    assert answer.status_code == 422
    assert "Келісіміңіз болмаса" in words(answer)
    assert not Appeal.objects.exists()


def test_the_draft_is_not_readable_in_the_session(site: Client, walk: Walk) -> None:
    walk()

    kept = str(dict(site.session.items()))

    assert "010101300010" not in kept
    assert "Үлгіова" not in kept


def test_nothing_personal_stands_in_any_address(site: Client, walk: Walk) -> None:
    walk()
    answer = send(site)

    assert answer.headers["Location"] == "/kk/request/done/"


def test_finish_leaves_nothing_in_the_browser(site: Client, walk: Walk) -> None:
    walk()
    send(site)

    site.post("/kk/request/done/finish/")

    assert site.get("/kk/request/done/").headers["Location"] == "/kk/request/"


def test_beginning_anew_forgets_the_old_answers_and_files(site: Client, walk: Walk, files: Path) -> None:
    walk("matter")
    with open(__file__, "rb") as text:
        site.post("/kk/request/matter/", {**CITIZEN["matter"], "attachments": text})

    walk("person")

    assert "Үлгіова" not in words(site.get("/kk/request/person/"))
    assert not list(files.glob("drafts/*/*"))
