"""Bad input: each a clear sentence in the person's language, by the field and on top, and nothing lost."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from qabyldau.people.models import Official
from qabyldau.registry.models import Appeal
from tests.web.public.conftest import CITIZEN, Walk, words

PDF = b"%PDF-1.7\n%%EOF\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def refused(site: Client, step: str, **answers: Any) -> str:  # noqa: ANN401
    """The page that came back; the words of an error stand on it twice: on top and by the field."""
    answer = site.post(f"/ru/request/{step}/", {**CITIZEN[step], **answers})
    assert answer.status_code == 422
    return words(answer)


@pytest.mark.parametrize(
    ("step", "answers", "sentence"),
    [
        ("applicant", {"kind": ""}, "Выберите, кто обращается"),
        ("applicant", {"kind": "martian"}, "Выберите корректный вариант"),
        ("person", {"iin": ""}, "Введите ИИН"),
        ("person", {"iin": "01010130001"}, "В ИИН должно быть 12 цифр — вы ввели 11 цифр"),
        ("person", {"iin": "01010130001x"}, "ИИН состоит только из цифр"),
        ("person", {"iin": "010101300011"}, "В ИИН ошибка: сверьте каждую цифру"),
        ("person", {"name": ""}, "Введите фамилию и имя"),
        ("person", {"name": "Үлгіова"}, "Введите и фамилию, и имя буквами"),
        ("person", {"name": "123 456"}, "Введите и фамилию, и имя буквами"),
        ("matter", {"topic": ""}, "Выберите, по какому вопросу обращаетесь"),
        ("reception", {"mode": ""}, "Выберите форму приёма"),
        ("reception", {"official": "999"}, "Выберите корректный вариант"),
        ("reception", {"standing": "disability"}, "Назовите подтверждающий документ"),
        ("contact", {"phone": ""}, "Введите телефон или отметьте"),
        ("contact", {"phone": "12"}, "Телефон должен быть вида"),
        ("contact", {"email": "name.example"}, "Адрес почты должен быть вида"),
        ("contact", {"no_phone": "on"}, "Без телефона и почты нам нужен почтовый адрес"),
        ("contact", {"language": "en"}, "Выберите корректный вариант"),
    ],
)
def test_a_wrong_answer_is_named(
    site: Client, walk: Walk, step: str, answers: dict[str, str], sentence: str
) -> None:
    walk(step)

    page = refused(site, step, **answers)

    assert page.count(sentence) == 2
    assert "<title>Ошибка:" in page.replace("\n", "").replace("    ", "")


def test_an_error_of_the_summary_leads_to_its_field(site: Client, walk: Walk) -> None:
    walk("person")

    page = refused(site, "person", iin="1")

    assert 'href="#id_iin"' in page
    assert 'aria-describedby="id_iin-hint id_iin-error"' in page
    assert 'aria-invalid="true"' in page


def test_an_error_of_choices_leads_to_the_first_of_them(site: Client, walk: Walk) -> None:
    walk("matter")

    page = refused(site, "matter", topic="")

    assert 'href="#id_topic_0"' in page
    assert 'id="id_topic_0"' in page


@pytest.mark.clause("5")
@pytest.mark.parametrize("typed", ["", "   ", "Прошу принять", "қабылдауыңызды сұраймын"])
def test_p5_the_form_asks_for_the_substance_before_it_can_be_sent(
    site: Client, walk: Walk, typed: str
) -> None:
    walk("matter")

    page = refused(site, "matter", substance=typed)

    assert page.count("без неё обращение оставляют без рассмотрения (п. 5 регламента") == 2


@pytest.mark.clause("12")
def test_p12_only_the_first_group_receives_by_video(
    site: Client, walk: Walk, department_head: Official
) -> None:
    walk("reception")

    page = refused(site, "reception", official=department_head.pk, mode="video", video_consent="on")

    assert "только аким и его заместители (п. 12 регламента" in page


@pytest.mark.clause("12")
def test_p12_video_needs_consent(site: Client, walk: Walk, akim: Official) -> None:
    walk("reception")

    page = refused(site, "reception", official=akim.pk, mode="video")

    assert "нужно ваше согласие" in page
    assert "(п. 12 регламента" in page


@pytest.mark.parametrize("until", ["вчера", "2026-02-30"])
def test_a_day_that_does_not_exist_is_refused(site: Client, walk: Walk, until: str) -> None:
    walk("person", applicant={"kind": "citizen", "behalf": "representative"})

    page = refused(site, "person", representative="Тестов Үлгі", authority="сенімхат", authority_until=until)

    assert "Введите правильную дату" in page
    assert f'value="{until}"' in page


def test_an_odd_date_in_a_valid_iin_only_warns(walk: Walk) -> None:
    page = words(walk(language="ru", person={"iin": "000229300065"}))

    assert "не похожи на дату" in page


def test_nothing_typed_is_lost_by_an_error(site: Client, walk: Walk) -> None:
    walk("person")

    page = refused(site, "person", iin="1", name="Үлгіова Ақмарал")

    assert 'value="Үлгіова Ақмарал"' in page
    assert 'value="Үлгіова Ақмарал"' in words(site.get("/ru/request/person/"))


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def test_a_file_too_large_is_named_and_the_text_stays(site: Client, walk: Walk, settings: Settings) -> None:
    settings.ATTACHMENT_BYTES = 1024 * 1024
    walk("matter")

    page = refused(site, "matter", attachments=upload("үлкен.pdf", PDF + b"0" * 1024 * 1024))

    assert "Файл «үлкен.pdf» больше 1 МБ" in page
    assert str(CITIZEN["matter"]["substance"]) in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90\x00 program", "по содержанию не PDF"),
        (b"<html></html>", "по содержанию не PDF"),
        (b"", "пустой"),
    ],
)
def test_a_file_is_known_by_what_is_in_it(site: Client, walk: Walk, content: bytes, sentence: str) -> None:
    walk("matter")

    assert sentence in refused(site, "matter", attachments=upload("справка.pdf", content))


def test_a_good_file_beside_a_bad_one_is_kept(site: Client, walk: Walk) -> None:
    walk("matter")

    page = refused(site, "matter", attachments=[upload("ok.png", PNG), upload("bad.pdf", b"MZ")])

    assert "ok.png" in page
    assert site.post("/ru/request/matter/", CITIZEN["matter"]).status_code == 302


def test_too_many_files_are_counted(site: Client, walk: Walk) -> None:
    walk("matter")

    page = refused(site, "matter", attachments=[upload(f"{number}.png", PNG) for number in range(6)])

    assert "Файл «5.png» не принят: можно приложить не больше 5 файлов" in page


def test_a_file_can_be_taken_out_and_the_rest_is_sent(site: Client, walk: Walk) -> None:
    walk("matter")
    site.post(
        "/kk/request/matter/",
        {**CITIZEN["matter"], "attachments": [upload("a.png", PNG), upload("b.png", PNG)]},
    )
    site.post("/kk/request/matter/", {**CITIZEN["matter"], "remove": "0"})
    for step in ("matter", "reception", "contact"):
        site.post(f"/kk/request/{step}/", CITIZEN[step])
    page = words(site.get("/kk/request/check/"))
    key = page.split('name="key" value="')[1].split('"')[0]

    site.post("/kk/request/check/", {"key": key, "consent": "on"})

    assert [row.name for row in Appeal.objects.get().attachments.all()] == ["b.png"]


@pytest.mark.parametrize("page", ["applicant", "contact"])
def test_every_error_is_said_in_kazakh_too(site: Client, walk: Walk, page: str) -> None:
    walk(page)

    answer = site.post(f"/kk/request/{page}/", {"kind": "martian", "language": "en", "email": "x"})

    summary = words(answer).split('id="error-summary"')[1].split("</ul>")[0]
    assert "valid" not in summary
    assert "Қате" in words(answer)
