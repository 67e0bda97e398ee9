"""The law asked from a terminal."""

import json
import subprocess
import sys

import pytest

from qabyldau.regulation.cli import main
from tests.law.given import KZ

CHECKED = {
    "respond_by": "2023-03-29",
    "respond_target": "2023-03-29",
    "extension_limit": "2023-05-15",
    "briefing_by": "2023-03-20",
    "notice_by": "2023-03-28",
    "inform_applicant_by": "2023-03-24",
    "report_refusal_by": "2023-03-24",
}
OPTIONS = {
    "--registered": ("2023-03-14", {"respond_by", "respond_target", "extension_limit"}),
    "--reception": ("2023-03-30", {"briefing_by", "notice_by"}),
    "--sent": ("2023-03-17", {"inform_applicant_by"}),
    "--refused": ("2023-03-17", {"report_refusal_by"}),
}


def test_all_deadlines_come_as_json_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [word for option, (day, _) in OPTIONS.items() for word in (option, day)]

    assert main(["deadlines", "--office", "zko", *asked, "--json"], KZ) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == CHECKED
    assert list(found) == list(CHECKED)


@pytest.mark.parametrize("option", OPTIONS)
def test_each_option_gives_its_own_keys_only(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    day, keys = OPTIONS[option]

    main(["deadlines", "--office", "zko", option, day, "--json"], KZ)

    found = json.loads(capsys.readouterr().out)
    assert found == {key: CHECKED[key] for key in keys}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ["Ответить заявителю: до 29 марта 2023 г., среда", "п. 29 регламента", "ст. 76(2) АППК"]),
        ("kk", ["Өтініш берушіге жауап беру: 2023 жылғы 29 наурыз", "29-тармағы", "ӘРПК 76(2)-бабы"]),
    ],
)
def test_a_person_reads_the_date_the_arithmetic_and_the_clause(
    language: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deadlines", "--registered", "2023-03-14", "--lang", language], KZ) == 0

    said = capsys.readouterr().out
    assert all(word in said for word in words)
    assert "№ 153" not in said


def test_after_the_repeal_a_person_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    main(["deadlines", "--registered", "2023-12-29", "--days"], KZ)

    said = capsys.readouterr().out
    assert "акт утратил силу" in said
    assert "собственная цель учреждения: 12 января 2024 г." in said
    assert "2024-01-01 праздник: Новый год, календарный день считается" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["deadlines", "--registered", "2023-13-14"], "bad_date"),
        (["deadlines", "--registered", "завтра"], "bad_date"),
        (["deadlines", "--office", "alm", "--registered", "2023-03-14"], "unknown_office"),
        (["deadlines", "--registered", "2031-01-09"], "unknown_year"),
        (["deadlines", "--registered", "2028-12-25"], "unknown_year"),
        (["deadlines", "--registered", "2019-01-09"], "no_law"),
        (["deadlines"], "no_event"),
        (["deadlines", "--tomorrow"], "usage"),
        (["deadlines", "--registered", "2023-03-14", "--lang", "en"], "usage"),
        (["clause", "39"], "unknown_clause"),
        (["clause", "29", "--edition", "x"], "unknown_edition"),
        (["pause"], "usage"),
        ([], "usage"),
    ],
)
def test_a_wrong_question_gets_one_clear_line_and_exit_code_2(
    words: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--json"], KZ) == 2
    as_json = capsys.readouterr()
    assert main(words, KZ) == 2
    plain = capsys.readouterr()

    error = json.loads(as_json.out)["error"]
    assert error["code"] == code
    assert error["kk"]
    assert error["ru"]
    assert plain.out == ""
    assert plain.err == as_json.err or code == "usage"
    assert plain.err.count("\n") == 1


def test_an_unknown_year_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    main(["deadlines", "--registered", "2031-01-09"], KZ)

    said = capsys.readouterr().err
    assert "2031 года не заведён: внесите" in said
    assert "күнтізбе бетінде енгізіңіз" in said


@pytest.mark.clause("29")
def test_p29_the_clause_tells_all_that_answers_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clause", "29"], KZ) == 0

    said = capsys.readouterr().out
    assert "не позднее 15 (пятнадцать) календарных дней" in said
    assert "AnswerDeadline(within=CalendarDays(count=15))" in said
    assert "src/qabyldau/regulation/norms/deadlines.py:" in said
    assert "appoint: approved → appointed" in said
    assert "tests/law/test_cli.py::test_p29_the_clause_tells_all_that_answers_for_it" in said


def test_a_clause_comes_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["clause", "30", "--json"], KZ)

    found = json.loads(capsys.readouterr().out)
    assert found["number"] == "30"
    assert found["edition"] == "zko-289@2023"
    assert found["notices"] == ["extension"]
    assert found["norms"][0]["name"] == "ExtensionCap"
    assert isinstance(found["norms"][0]["line"], int)
    assert {move["act"] for move in found["moves"]} == {"extend"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["11", "--edition", "zko-289@2020"], "прежнего текста у нас нет"),
        (["34", "--lang", "kk"], "алып тасталған: Батыс Қазақстан"),
        (["76(2)", "--edition", "appk-350@2021"], "текста этого акта у нас нет"),
        (["29", "--lang", "kk"], "актінің ресми қазақша мәтіні бізде жоқ"),
    ],
)
def test_what_is_struck_out_unknown_or_not_held_is_said_to_be(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clause", *words], KZ) == 0
    assert said.lower() in capsys.readouterr().out.lower()


def test_all_38_paragraphs_are_listed_with_what_answers_for_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["clauses", "--json"], KZ)
    rows = json.loads(capsys.readouterr().out)
    main(["clauses"], KZ)
    said = capsys.readouterr().out

    assert [row["number"] for row in rows] == [str(number) for number in range(1, 39)]
    assert all(row["norms"] for row in rows)
    assert all(row["tests"] for row in rows)
    assert {norm["kind"] for row in rows for norm in row["norms"]} == {
        "norm",
        "context",
        "struck out",
    }
    assert "предстоит:" not in said


def test_the_law_answers_without_the_product_around_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qabyldau.regulation", "deadlines", "--sent", "2023-03-17", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == {"inform_applicant_by": "2023-03-24"}
