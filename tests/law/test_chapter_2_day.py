"""Chapter 2, the day of the reception: paragraphs 9 to 13 and 16 to 24."""

from datetime import date

import pytest

from qabyldau.regulation.norms.control import Instruction, Minutes
from qabyldau.regulation.norms.deadlines import CentralRequestNotice, RefusalReport, due
from qabyldau.regulation.norms.media import MediaCoverage
from qabyldau.regulation.norms.reception import (
    CallIn,
    CentralRequest,
    Citizenship,
    Consultants,
    IdentityShown,
    Interpreter,
    InvitedBodies,
    Languages,
    Mode,
    Restriction,
    SecrecyRegime,
    Shown,
    VideoByConsent,
    VideoOnly,
)
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Language
from tests.law.given import KZ, LAW, LAW_1

DAY = date(2023, 3, 30)
QUARANTINE = Restriction(since=date(2023, 3, 27), until=date(2023, 4, 2))


@pytest.mark.clause("9")
@pytest.mark.parametrize(
    ("shown", "lacking"),
    [
        (Shown(identity=True), None),
        (Shown(identity=False), "identity_not_shown"),
        (Shown(identity=True, represents_another=True), "authority_not_shown"),
        (Shown(True, represents_another=True, authority=True), None),
        (Shown(True, represents_another=True, authority=True, authority_until=DAY), None),
        (
            Shown(True, represents_another=True, authority=True, authority_until=date(2023, 3, 29)),
            "authority_expired",
        ),
    ],
)
def test_p9_nobody_goes_in_without_identity_and_for_another_without_authority(
    shown: Shown, lacking: str | None
) -> None:
    assert LAW.get(IdentityShown).lacking(shown, DAY) == lacking


@pytest.mark.clause("10")
@pytest.mark.parametrize(
    ("citizenship", "approved", "lacking"),
    [
        (Citizenship.CITIZEN, False, None),
        (Citizenship.FOREIGNER, True, None),
        (Citizenship.FOREIGNER, False, "regime_not_approved"),
        (Citizenship.STATELESS, False, "regime_not_approved"),
    ],
)
def test_p10_foreigners_are_received_once_the_regime_approves(
    citizenship: Citizenship, approved: bool, lacking: str | None
) -> None:
    assert LAW.get(SecrecyRegime).lacking(citizenship, approved=approved) == lacking
    assert LAW.cite(Interpreter) == LAW.cite_number("10")


@pytest.mark.clause("12")
@pytest.mark.parametrize(
    ("rank", "consented", "objection"),
    [
        (Rank.AKIM_AND_DEPUTIES, True, None),
        (Rank.AKIM_AND_DEPUTIES, False, "video_without_consent"),
        (Rank.HEADS_OF_DEPARTMENTS, True, "video_by_whom"),
    ],
)
def test_p12_video_is_for_the_akim_and_deputies_with_consent(
    rank: Rank, consented: bool, objection: str | None
) -> None:
    assert LAW.get(VideoByConsent).objection(rank, consented=consented) == objection


@pytest.mark.clause("13")
@pytest.mark.parametrize(
    ("mode", "day", "objection"),
    [
        (Mode.IN_PERSON, date(2023, 3, 27), "only_video_now"),
        (Mode.IN_PERSON, date(2023, 4, 2), "only_video_now"),
        (Mode.VIDEO, DAY, None),
        (Mode.IN_PERSON, date(2023, 3, 26), None),
        (Mode.IN_PERSON, date(2023, 4, 3), None),
    ],
)
def test_p13_under_a_restriction_every_reception_is_by_video(
    mode: Mode, day: date, objection: str | None
) -> None:
    assert LAW.get(VideoOnly).objection(mode, day, [QUARANTINE]) == objection


@pytest.mark.clause("13")
def test_p13_a_restriction_not_lifted_has_no_end() -> None:
    open_ended = Restriction(since=date(2023, 3, 27))

    assert LAW.get(VideoOnly).objection(Mode.IN_PERSON, date(2028, 1, 10), [open_ended]) == "only_video_now"


@pytest.mark.clause("16")
@pytest.mark.parametrize(
    ("volunteer", "reception_day", "objection"),
    [
        (True, True, None),
        (True, False, "volunteer_without_reception"),
        (False, False, None),
    ],
)
def test_p16_volunteers_help_on_reception_days_only(
    volunteer: bool, reception_day: bool, objection: str | None
) -> None:
    rule = LAW.get(Consultants)

    assert rule.objection(volunteer=volunteer, reception_day=reception_day) == objection
    assert len(rule.kinds) == 3


@pytest.mark.clause("17")
def test_p17_four_bodies_take_part_in_the_akims_reception() -> None:
    rule = LAW.get(InvitedBodies)
    silent = rule.bodies[2]

    assert len(rule.bodies) == 4
    assert rule.required(akims=True) == rule.bodies
    assert rule.missing([body.code for body in rule.bodies if body != silent]) == (silent,)
    assert rule.missing([body.code for body in rule.bodies]) == ()


@pytest.mark.clause("17")
def test_p17_nobody_must_come_to_the_reception_of_a_deputy() -> None:
    assert LAW.get(InvitedBodies).required(akims=False) == ()


@pytest.mark.clause("17")
def test_p17_the_bodies_before_2023_are_not_guessed() -> None:
    assert not LAW_1.has(InvitedBodies)


@pytest.mark.clause("18")
def test_p18_a_central_body_is_asked_under_its_own_clause() -> None:
    assert LAW.cite(CentralRequest) == LAW.cite_number("18")


@pytest.mark.clause("19")
@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (date(2023, 3, 17), date(2023, 3, 24)),
        (date(2023, 4, 28), date(2023, 5, 3)),
        (date(2023, 3, 13), date(2023, 3, 15)),
    ],
)
def test_p19_the_applicant_hears_of_the_request_in_two_working_days(sent: date, expected: date) -> None:
    found = due(CentralRequestNotice, sent, LAW, KZ)

    assert found.on == expected
    assert found.citation == LAW.cite_number("19")


@pytest.mark.clause("20")
def test_p20_a_refusal_to_take_part_is_reported_in_two_working_days() -> None:
    found = due(RefusalReport, date(2023, 3, 17), LAW, KZ)

    assert found.on == date(2023, 3, 24)
    assert found.citation == LAW.cite_number("20")


@pytest.mark.clause("21")
def test_p21_the_applicant_chooses_the_state_language_or_russian() -> None:
    rule = LAW.get(Languages)

    assert all(rule.offers(language) for language in Language)
    assert not Languages(offered=(Language.KK,)).offers(Language.RU)


@pytest.mark.clause("22")
def test_p22_calling_in_an_employee_has_its_clause() -> None:
    assert LAW.cite(CallIn) == LAW.cite_number("22")


@pytest.mark.clause("23")
@pytest.mark.parametrize(
    ("instruction", "lacking"),
    [
        (Instruction("Починить водопровод", "отдел ЖКХ", date(2023, 4, 14)), None),
        (Instruction("Починить водопровод", "отдел ЖКХ"), "instruction_without_date"),
        (Instruction("Починить водопровод", by=date(2023, 4, 14)), "instruction_without_executor"),
    ],
)
def test_p23_minutes_wait_until_each_instruction_has_an_executor_and_a_date(
    instruction: Instruction, lacking: str | None
) -> None:
    whole = Instruction("Ответить письмом", "отдел обращений", date(2023, 4, 7))

    assert LAW.get(Minutes).lacking([whole, instruction]) == lacking


@pytest.mark.clause("24")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Принято 17 человек, дано 6 поручений.", None),
        ("На приёме была Үлгіова А. Т.", "press_names_a_person"),
        ("Помогли семье Үлгіовой.", "press_names_a_person"),
        ("Заявитель 010101300010 получил ответ.", "press_has_a_number"),
    ],
)
def test_p24_the_press_is_told_figures_and_nobody_who_was_received(text: str, code: str | None) -> None:
    assert LAW.get(MediaCoverage).exposes(text, ["Үлгіова Ақмарал Тестқызы"]) == code
