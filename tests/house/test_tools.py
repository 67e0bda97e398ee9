"""The set-up and the test run tell the truth: a need that is not met, a stage that tested nothing."""

import os
import shutil
from pathlib import Path

import polib
import pytest

from tools import stamps, suite, system, translations
from tools.places import ROOT
from tools.suite import Count, Report
from tools.system import Need

ONE_OF_EACH = '<testsuites><testsuite tests="6" failures="1" errors="1" skipped="1"/></testsuites>'


@pytest.fixture
def result(tmp_path: Path) -> Path:
    return tmp_path / "stage.xml"


def test_what_did_not_pass_has_failed(result: Path) -> None:
    result.write_text(ONE_OF_EACH)

    assert suite.count(result, 1) == Count(passed=3, failed=3)


@pytest.mark.parametrize("text", [None, '<testsuites><testsuite tests="0"/></testsuites>'])
def test_a_stage_that_tested_nothing_has_failed(result: Path, text: str | None) -> None:
    if text:
        result.write_text(text)

    assert suite.count(result, suite.SILENCE) == Count(failed=1, remark="nothing was tested")


def test_a_stage_that_broke_off_has_failed(result: Path) -> None:
    result.write_text('<testsuites><testsuite tests="4"/></testsuites>')

    assert suite.count(result, 3) == Count(passed=4, failed=1, remark="pytest ended with code 3")


@pytest.mark.parametrize(
    ("failed", "is_good", "line"), [(0, True, "5 passed, 0 failed"), (2, False, "5 passed, 2 failed")]
)
def test_the_last_line_sums_the_stages(
    failed: int, is_good: bool, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = Report({"law": Count(passed=3), "browser": Count(passed=2, failed=failed)})

    report.print()

    assert capsys.readouterr().out.splitlines()[-1] == line
    assert report.is_good is is_good


def test_every_folder_of_tests_has_its_stage() -> None:
    folders = {
        path.parent.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("test_*.py")
    }

    assert folders == {folder.partition("/")[0] for stage in suite.STAGES for folder in stage.folders}


def test_what_a_stage_passes_over_is_a_stage_of_its_own() -> None:
    over = {word for stage in suite.STAGES for word in stage.words if word.startswith("tests/")}

    assert over == {f"tests/{folder}" for stage in suite.STAGES for folder in stage.folders if "/" in folder}


def test_a_run_without_any_stage_is_no_success() -> None:
    assert not Report().is_good


def test_a_missing_need_is_named_to_who_may_not_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit, match="sudo apt-get install unicorn"):
        system.ensure([Need("unicorn", "riding", lambda: False)])


def test_root_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(system, "_install", installed.extend)

    system.ensure([Need("unicorn", "riding", lambda: "unicorn" in installed)])

    assert installed == ["unicorn"]


def test_a_stamp_fades_when_its_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    source, stamp = tmp_path / "source", tmp_path / "stamp"
    source.write_text("one")
    stamps.note_made(stamp, stamps.fingerprint([source]))

    assert stamps.is_made(stamp, stamps.fingerprint([source]))
    source.write_text("two")
    assert not stamps.is_made(stamp, stamps.fingerprint([source]))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="Due %(day)s", msgstr="Срок"), "other placeholders than the original"),
        (polib.POEntry(msgid="Due", msgstr=""), "not translated"),
        (polib.POEntry(msgid="Due", msgstr="Срок", flags=["fuzzy"]), "fuzzy"),
        (polib.POEntry(msgid="Due", msgstr="Срок", obsolete=True), "obsolete"),
        (polib.POEntry(msgid="day", msgid_plural="days", msgstr_plural={0: "күн", 1: ""}), "not translated"),
    ],
)
def test_a_faulty_translation_is_seen(entry: polib.POEntry, fault: str) -> None:
    assert list(translations.faults(entry)) == [fault]


def test_continuous_integration_runs_the_tests_of_the_readme() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert [line for line in steps if not line.startswith("#")] == ["exec make test"]
