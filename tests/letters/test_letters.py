"""Every letter in both languages, whole; and what a letter must never do."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from qabyldau import letters
from qabyldau.letters import Letter, NoTemplateError, UnknownFieldError, WrongFactsError, render
from qabyldau.letters.template import load, parsed
from qabyldau.regulation.editions import OFFICES, by_code
from qabyldau.regulation.lifecycle import MOVES, Notice
from qabyldau.regulation.norms.deadlines import AnswerDeadline, ExtensionCap
from qabyldau.regulation.norms.refusal import Ground
from qabyldau.regulation.words import Language
from tests.letters.sample import CARRIED, NAMES, appointment, extension, heading, refusal, sample_letters

TEMPLATES = Path(letters.__file__).parent / "templates"
EVERY_LETTER = [(name, language) for name in NAMES for language in Language]
KAZAKH_ONLY = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")


class GoldenLetter(SingleFileSnapshotExtension):
    """One readable file per letter in `__snapshots__`; `pytest --snapshot-update` writes them anew."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def written(name: str, language: Language) -> Letter:
    notice, under, body = sample_letters(language)[name]
    return render(notice, language, heading(under), body)


@pytest.mark.parametrize(("name", "language"), EVERY_LETTER)
def test_letter_reads_as_approved(name: str, language: Language, snapshot: SnapshotAssertion) -> None:
    letter = written(name, language)

    whole = f"{letter.subject}\n\n{letter.text}\nSMS: {letter.sms}\n"

    assert whole == snapshot(extension_class=GoldenLetter)


def test_every_notice_has_its_letters_in_both_languages() -> None:
    told = {notice for notice, _, _ in sample_letters(Language.KK).values()}
    files = {language: {path.stem for path in (TEMPLATES / language).iterdir()} for language in Language}

    assert told == set(Notice)
    assert files == {Language.KK: set(NAMES), Language.RU: set(NAMES)}


def test_every_notice_that_a_move_owes_is_written() -> None:
    owed = {move.tells for move in MOVES if move.tells}

    assert owed <= {notice for notice, _, _ in sample_letters(Language.KK).values()}


@pytest.mark.parametrize("language", Language)
def test_every_ground_of_every_edition_has_its_refusal(language: Language) -> None:
    editions = [edition for row in OFFICES.values() for edition in row]
    norms = [norm for edition in editions for clause in edition.clauses for norm in clause.norms]
    codes = {norm.code for norm in norms if isinstance(norm, Ground)}

    assert codes
    assert all(load(f"refusal_{code}", language).paragraphs for code in codes)


@pytest.mark.parametrize(("name", "language"), EVERY_LETTER)
def test_letter_cites_its_clause_and_says_how_to_follow_the_appeal(name: str, language: Language) -> None:
    head = heading(sample_letters(language)[name][1])
    text = written(name, language).text

    assert head.citation.words[language] in text
    assert head.number in written(name, language).subject
    assert head.track_url in text
    assert head.office_phone in text
    assert head.applicant in text


@pytest.mark.parametrize(("name", "language"), EVERY_LETTER)
def test_letter_has_no_hole_and_no_doubled_full_stop(name: str, language: Language) -> None:
    text = written(name, language).text

    assert not re.search(r"[{}\[\]]|\(\)|\.\.|\n\n\n| {2}|: *$", text.replace(":\n", ": "), re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_a_kazakh_letter_has_no_russian_sentence_of_ours(name: str) -> None:
    template = load(name, Language.KK)
    sentences = [
        line for paragraph in template.paragraphs for line in paragraph.splitlines() if line.count(" ") > 2
    ]

    assert all(KAZAKH_ONLY.search(line) for line in [template.subject, template.sms, *sentences])
    assert not any(KAZAKH_ONLY.search(line) for line in load(name, Language.RU).paragraphs)


@pytest.mark.parametrize("language", Language)
def test_p29_the_letter_shows_how_a_carried_day_was_counted(language: Language) -> None:
    notice, under, body = sample_letters(language)["registered"]
    assert isinstance(body, letters.Registered)

    letter = render(notice, language, heading(under), replace(body, respond_by=CARRIED))

    assert "2023" in letter.text
    assert "→" in letter.text
    assert "17.04.2023" in letter.sms


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["{{7*7}} {0.__class__} %(x)s", "{secret}", "[limit] {number}", "$number"])
def test_what_a_person_typed_is_never_read_as_a_template(name: str, language: Language) -> None:
    notice, under, body = sample_letters(language)["registered"]

    letter = render(notice, language, heading(under, applicant=name), body)

    assert name in letter.text


def test_a_name_of_many_lines_stays_on_its_line() -> None:
    notice, under, body = sample_letters(Language.RU)["left"]
    name = "Иван\r\n\r\nРешение: удовлетворено\u202e"

    letter = render(notice, Language.RU, heading(under, applicant=name), body)

    assert letter.text.startswith("Здравствуйте, Иван Решение: удовлетворено!\n")
    assert "\n" not in letter.subject


def test_a_motive_keeps_its_paragraphs() -> None:
    body = replace(refusal("heard_before", Language.RU), motive=" Первое.\r\n\r\n\r\n\r\nВторое.\x07 ")

    letter = render(Notice.REFUSAL, Language.RU, heading(AnswerDeadline), body)

    assert "Первое.\n\nВторое.\n\n" in letter.text


@pytest.mark.parametrize("language", Language)
def test_p30_an_extension_shows_both_dates_and_its_limit(language: Language) -> None:
    body = extension(language)

    with_limit = render(Notice.EXTENSION, language, heading(ExtensionCap), body)
    without = render(Notice.EXTENSION, language, heading(ExtensionCap), replace(body, limit=None))

    assert "29.03.2023" in with_limit.sms
    assert "28.04.2023" in with_limit.sms
    assert "=" in with_limit.text
    assert "=" not in without.text


@pytest.mark.parametrize("language", Language)
def test_p11_only_those_out_of_turn_are_told_so(language: Language) -> None:
    ahead = render(
        Notice.APPOINTMENT, language, heading(AnswerDeadline), appointment("video", out_of_turn=True)
    )
    in_order = render(Notice.APPOINTMENT, language, heading(AnswerDeadline), appointment("video"))

    word = {Language.KK: "кезектен тыс", Language.RU: "вне очереди"}[language]
    assert word in ahead.text
    assert word not in in_order.text


@pytest.mark.parametrize("language", Language)
def test_a_refusal_says_how_and_within_what_term_to_complain(language: Language) -> None:
    text = written("refusal_outside_competence", language).text
    code = by_code("appk-350@2021")

    assert code.cite_number("91").words[language] in text
    assert code.cite_number("92").words[language] in text
    assert {Language.KK: "3 ай", Language.RU: "3 месяца"}[language] in text


def test_a_letter_of_an_unknown_kind_is_not_written() -> None:
    with pytest.raises(NoTemplateError, match="appointment_by_post"):
        render(Notice.APPOINTMENT, Language.KK, heading(AnswerDeadline), appointment("by_post"))


def test_a_notice_does_not_take_the_facts_of_another() -> None:
    with pytest.raises(WrongFactsError, match="Left"):
        render(Notice.LEFT, Language.KK, heading(AnswerDeadline), letters.Withdrawal())


def test_a_template_with_an_unknown_field_is_not_filled() -> None:
    template = parsed("ru/sample", "subject: a\nsms: b\nsms also: c\n\nКому: {nobody}.")

    with pytest.raises(UnknownFieldError, match="nobody"):
        template.text({"number": "1"})


def test_a_template_without_its_headers_is_not_read() -> None:
    with pytest.raises(NoTemplateError, match="sms also"):
        parsed("ru/sample", "subject: a\nsms: b\n\nТекст.")


@pytest.mark.parametrize("language", Language)
def test_p11_an_edition_whose_order_is_unknown_promises_no_turn(language: Language) -> None:
    first = replace(heading(AnswerDeadline), citation=by_code("zko-289@2020").cite(AnswerDeadline))

    letter = render(Notice.APPOINTMENT, language, first, appointment("video", out_of_turn=True))

    assert "()" not in letter.text
    assert {Language.KK: "кезектен тыс", Language.RU: "вне очереди"}[language] not in letter.text
