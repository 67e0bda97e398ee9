"""The papers as files: their words, fonts, standards and QR, and what typed text must never do to them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pytest
import segno
from pypdf import PdfReader

from qabyldau.documents import letter_pdf, oral_protocol_pdf, talon_pdf
from qabyldau.documents.typeset import STANDARDS, UNPRINTABLE, printable, qr_svg, typeset
from qabyldau.letters import render
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.wording import arithmetic
from qabyldau.regulation.words import Language
from tests.letters.papers_sample import LETTERHEAD, ORAL, SUBSTANCE, TALON
from tests.letters.sample import CARRIED, NAMES, RESPOND_BY, heading, refusal, sample_letters

KAZAKH = "әғқңөұүһі"
PAPERS: dict[str, Callable[[Language], bytes]] = {
    "talon": lambda language: talon_pdf(TALON, language),
    "oral_protocol": lambda language: oral_protocol_pdf(ORAL, language),
    "letter": lambda language: printed_letter("refusal_outside_competence", language),
}
EVERY_PAPER = [(name, language) for name in PAPERS for language in Language]


def printed_letter(name: str, language: Language) -> bytes:
    notice, under, body = sample_letters(language)[name]
    return letter_pdf(render(notice, language, heading(under), body), LETTERHEAD, language)


def words(pdf: bytes) -> str:
    """The text of a file as a reader hears it, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def at(node: object, *path: str) -> Any:  # noqa: ANN401
    """What stands at this path inside a PDF's objects, which have no types of their own."""
    for name in path:
        node = cast("Any", node)[name].get_object()
    return node


def fonts(pdf: bytes) -> set[str]:
    found = [
        font for page in PdfReader(BytesIO(pdf)).pages for font in at(page, "/Resources", "/Font").values()
    ]
    return {str(at(font, "/BaseFont")).split("+")[1].split("-")[0] for font in found}


@pytest.mark.parametrize(("name", "language"), EVERY_PAPER)
def test_paper_is_tagged_archival_and_in_our_fonts_only(name: str, language: Language) -> None:
    pdf = PAPERS[name](language)
    root = at(PdfReader(BytesIO(pdf)).trailer, "/Root")
    stated = at(root, "/Metadata").get_data().decode()

    assert at(root, "/MarkInfo", "/Marked")
    assert at(root, "/Lang") == f"{language}-KZ"
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in stated
    assert "<pdfuaid:part>1</pdfuaid:part>" in stated
    assert STANDARDS == ["a-2a", "ua-1"]
    assert fonts(pdf) <= {"Onest", "NotoSans"}


@pytest.mark.parametrize(("name", "language"), EVERY_PAPER)
def test_the_same_facts_give_the_same_bytes(name: str, language: Language) -> None:
    assert PAPERS[name](language) == PAPERS[name](language)


@pytest.mark.parametrize("language", Language)
def test_p25_the_talon_says_what_the_law_asks_and_what_follows(language: Language) -> None:
    said = words(talon_pdf(TALON, language))

    for expected in (
        TALON.number,
        TALON.received_by,
        TALON.secret,
        TALON.track_url,
        TALON.office_phone,
        "4518 · 9f3ac1d2e4",
        "19:40",
        "10:05",
        TALON.received_by_position[language],
        TALON.citation.words[language],
        arithmetic(RESPOND_BY, language),
    ):
        assert expected in said
    assert TALON.journal_hash not in said


@pytest.mark.parametrize("language", Language)
def test_the_talon_fits_its_page_also_with_a_carried_day(language: Language) -> None:
    pdf = talon_pdf(replace(TALON, respond_by=CARRIED), language)

    assert len(PdfReader(BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize("language", Language)
def test_a_talon_of_the_same_day_explains_no_delay(language: Language) -> None:
    same_day = replace(TALON, received_at=TALON.registered_at, carried_under=None)
    assert TALON.carried_under is not None
    clause = TALON.carried_under.words[language]

    assert clause in words(talon_pdf(TALON, language))
    assert clause not in words(talon_pdf(same_day, language))


@pytest.mark.parametrize("language", Language)
def test_the_oral_protocol_keeps_every_kazakh_letter(language: Language) -> None:
    said = words(oral_protocol_pdf(ORAL, language))

    assert all(letter in SUBSTANCE and letter.upper() in SUBSTANCE for letter in KAZAKH)
    assert " ".join(SUBSTANCE.split()) in said
    assert ORAL.affirmation.kk in said
    assert ORAL.affirmation.ru in said
    assert ORAL.iin in said


def test_an_oral_protocol_says_whom_a_representative_speaks_for() -> None:
    spoken_for = replace(ORAL, represents="ЖШС «Ақжол», сенімхат № 5", iin="", phone="")

    said = words(oral_protocol_pdf(spoken_for, Language.KK))

    assert "ЖШС «Ақжол», сенімхат № 5" in said
    assert said.count("көрсетілмеген") == 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
def test_every_letter_prints_whole_on_the_letterhead(name: str, language: Language) -> None:
    notice, under, body = sample_letters(language)[name]
    letter = render(notice, language, heading(under), body)

    said = words(letter_pdf(letter, LETTERHEAD, language))

    assert " ".join(letter.text.split()) in said
    assert letter.subject in said
    assert LETTERHEAD.office.kk.upper() in said
    assert LETTERHEAD.office.ru.upper() in said


def test_a_letter_without_a_signature_names_no_signer() -> None:
    letter = render(
        Notice.REFUSAL,
        Language.RU,
        heading(sample_letters(Language.RU)["left"][1]),
        refusal("heard_before", Language.RU),
    )
    signer = LETTERHEAD.signature
    assert signer is not None

    unsigned = words(letter_pdf(letter, replace(LETTERHEAD, signature=None), Language.RU))

    assert signer.name.ru not in unsigned


@pytest.mark.parametrize(
    "typed", ['#read("/etc/passwd")', "*bold* $x^2$ @ref <label>", "\\u{41} `code` = Title", "// no"]
)
def test_what_a_person_typed_is_never_markup(typed: str) -> None:
    said = words(oral_protocol_pdf(replace(ORAL, substance=typed, applicant=typed), Language.RU))

    assert said.count(typed) == 2


def test_a_sign_our_fonts_lack_is_marked_and_does_not_stop_the_printing() -> None:
    said = words(oral_protocol_pdf(replace(ORAL, applicant="Әлия 😀 汉\x07 عرب"), Language.KK))

    assert "Әлия" in said
    assert printable("Ә😀汉\x07\n") == f"Ә{UNPRINTABLE * 3}\n"


def test_the_qr_carries_the_address_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[str] = []
    make = segno.make

    def spy(content: str, **_options: object) -> segno.QRCode:
        carried.append(content)
        return make(content, error="m", micro=False)

    monkeypatch.setattr(segno, "make", spy)
    talon_pdf(TALON, Language.KK)

    assert carried == [TALON.track_url]
    assert qr_svg(TALON.track_url).startswith("<svg ")


def test_four_threads_print_at_once() -> None:
    expected = {language: talon_pdf(TALON, language) for language in Language}

    with ThreadPoolExecutor(max_workers=4) as threads:
        printed = list(threads.map(lambda language: talon_pdf(TALON, language), [*Language] * 12))

    assert printed == [expected[language] for language in [*Language] * 12]


def test_a_template_cannot_read_beyond_its_folder() -> None:
    with pytest.raises(RuntimeError):
        typeset("../facts", {}, dated=LETTERHEAD.written_on)
