"""`qabyldau verify-journal`, and the file with which a stranger checks what it exported."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from qabyldau.jobs import seal
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from tests.flow import tampering
from tests.flow.conftest import MONDAY
from tests.flow.tampering import guards_lifted
from tools import journal_verifier


@pytest.fixture
def checkpoints(settings: Settings, tmp_path: Path) -> Path:
    settings.CHECKPOINTS = tmp_path / "checkpoints.txt"
    return tmp_path / "checkpoints.txt"


@pytest.fixture
def sealed(registered: Appeal, clerk: Actor, checkpoints: Path) -> Appeal:  # noqa: ARG001  its place is set
    """An appeal with three links, the last of them sealed outside the database."""
    for number in ("ЗТ-1", "ЗТ-2"):
        registry.note_external_number(registered.pk, number=number, asked=Asked(by=clerk, at=MONDAY))
    seal.seal(MONDAY)
    return registered


def verify(*words: str) -> str:
    said = StringIO()
    call_command("verify_journal", *words, stdout=said)
    return said.getvalue()


def test_a_sound_journal_is_said_to_be_so(sealed: Appeal) -> None:
    assert verify().startswith(f"{sealed.office.code}: 3 links, every one holds")


def test_a_changed_link_is_named_and_the_command_fails(
    sealed: Appeal, capsys: pytest.CaptureFixture[str]
) -> None:
    with guards_lifted():
        tampering.change(sealed.office_id, 2, facts={})
        with pytest.raises(SystemExit, match="1"):
            call_command("verify_journal", "--office", "zko")

    assert "zko: link 2 does not hold" in capsys.readouterr().out


def test_a_tail_cut_with_its_head_fails_against_the_checkpoint(
    sealed: Appeal, capsys: pytest.CaptureFixture[str]
) -> None:
    with guards_lifted():
        tampering.delete(sealed.office_id, 3)
        tampering.move_head(sealed.office_id)
        with pytest.raises(SystemExit, match="1"):
            call_command("verify_journal")

    assert "up to link 3 it was cut or made anew" in capsys.readouterr().out


def test_a_forged_checkpoint_is_named(
    sealed: Appeal, checkpoints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoints.write_text(
        checkpoints.read_text().replace(f"{sealed.office_id} 3 ", f"{sealed.office_id} 2 ")
    )

    with pytest.raises(SystemExit, match="1"):
        call_command("verify_journal")

    assert "not signed by this installation" in capsys.readouterr().out


@pytest.mark.usefixtures("sealed")
def test_a_stranger_checks_the_export_and_agrees(
    checkpoints: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "journal.csv"
    assert f"{file}: 3 links" in verify("--office", "zko", "--export", str(file))

    assert journal_verifier.main([str(file), "--checkpoints", str(checkpoints)]) == 0
    assert "3 links, every one holds" in capsys.readouterr().out

    file.write_text(file.read_text(encoding="utf-8").replace("ЗТ-2", "ЗТ-3"), encoding="utf-8")
    assert journal_verifier.main([str(file)]) == 1
    assert "link 3: was changed after it was written" in capsys.readouterr().out


@pytest.mark.usefixtures("sealed")
def test_a_cut_export_is_seen_with_an_anchor_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "journal.csv"
    verify("--export", str(file))
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(rows[:-1]), encoding="utf-8")

    assert journal_verifier.main([str(file)]) == 0
    assert journal_verifier.main([str(file), "--anchor", "3:" + rows[-1].strip()[-64:-44]]) == 1
    assert "link 3: the tail is missing" in capsys.readouterr().out


def test_the_verifier_shares_nothing_with_us() -> None:
    text = Path(journal_verifier.__file__).read_text(encoding="utf-8")

    assert "qabyldau." not in text.replace("qabyldau verify-journal", "")
    assert "import django" not in text


@pytest.mark.usefixtures("sealed")
def test_what_cannot_be_asked_says_why(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no office nowhere"):
        verify("--office", "nowhere")

    Office.objects.create(code="other", prefix="OTH", name_kk="Өзге", name_ru="Другой")
    with pytest.raises(CommandError, match="--office"):
        verify("--export", str(tmp_path / "journal.csv"))
