"""Each act has its page: it does what it says, and what the law refuses stands there in words."""

import re
from typing import Any

import pytest
import time_machine
from django.test import Client

from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Role
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.review import actions as review
from qabyldau.review.kinds import Proposal
from qabyldau.schedule.models import ReceptionDay, Slot
from tests.flow.conftest import MONDAY, look, moment
from tests.web.staff.conftest import Enter, send, words

SEEN = {
    "states_the_matter": "yes",
    "within_competence": "yes",
    "heard_before": "no",
    "new_arguments": "unsaid",
}
NOTE = {"language": "ru", "facts": "Проверено.", "proposal": "receive"}
# Situation, role, act, what is typed, and the state afterwards.
LAWFUL: list[tuple[str, Role, str, dict[str, Any], str]] = [
    ("registered", Role.DEPARTMENT, "screen", SEEN, "registered"),
    ("under_review", Role.DEPARTMENT, "submit", NOTE, "decision"),
    ("on_decision", Role.HEAD_OF_OFFICE, "approve", {"mode": "in_person"}, "approved"),
    ("on_decision", Role.HEAD_OF_OFFICE, "send_back", {"motive": "Нет справки."}, "review"),
    ("under_review", Role.HEAD_OF_OFFICE, "extend", {"until": "2026-04-20", "reason": "Сложно."}, "review"),
    ("registered", Role.CLERK, "withdraw", {}, "withdrawn"),
    ("registered", Role.CLERK, "note_external_number", {"number": "ЖТ-2026-1"}, "registered"),
]


def place(appeal: Appeal, act: str, language: str = "ru") -> str:
    return f"/{language}/staff/appeals/{appeal.pk}/{act}/"


@pytest.mark.parametrize(("situation", "role", "act", "typed", "state"), LAWFUL)
def test_an_act_is_done_on_its_page(
    situation: str,
    role: Role,
    act: str,
    typed: dict[str, Any],
    state: str,
    enter: Enter,
    day: ReceptionDay,
    request: pytest.FixtureRequest,
) -> None:
    appeal: Appeal = request.getfixturevalue(situation)
    beside = {"approve": {"day_id": day.pk}, "submit": {"official_id": day.official_id}}.get(act, {})

    answer = send(enter(role, name="somebody"), place(appeal, act), **typed, **beside)

    assert answer.status_code == 302, words(answer)
    appeal.refresh_from_db()
    assert appeal.state == state
    last = journal.about(appeal.office_id, appeal.key).last()
    assert last
    assert last.actor_name == "somebody"


def test_a_matter_not_stated_is_left_and_told(registered: Appeal, department: Actor, enter: Enter) -> None:
    look(registered, department, states_the_matter=False)

    send(enter(Role.DEPARTMENT), place(registered, "leave"))

    registered.refresh_from_db()
    assert registered.state == "left"
    assert Message.objects.filter(notice="left").exists()


def test_a_refusal_goes_out_with_its_ground(under_review: Appeal, department: Actor, enter: Enter) -> None:
    look(under_review, department, within_competence=False, remark="Спор решает суд.")
    proposed = review.Proposed("Вне компетенции.", Proposal.REFUSE, ground="outside_competence")
    review.submit(under_review.pk, proposed=proposed, asked=Asked(by=department, at=MONDAY))
    head = enter(Role.HEAD_OF_OFFICE)

    typed = {"ground": "outside_competence", "motive": "Вопрос решает суд."}
    answer = send(head, place(under_review, "refuse"), **typed)

    assert answer.status_code == 302
    assert "Вопрос решает суд." in Message.objects.get(notice="refusal", channel="email").text


def test_the_day_is_recorded_and_the_answer_closes(
    appointed: Appeal, enter: Enter, clock: time_machine.Traveller
) -> None:
    clock.move_to(moment(3, 19, 15, 5))
    send(enter(Role.CLERK), place(appointed, "hold"), document="identity_card", summary="Разъяснено.")
    typed = {"text": "Водопровод в плане.", "character": "explained", "signed_by_id": appointed.official_id}
    send(enter(Role.DEPARTMENT), place(appointed, "close"), **typed)

    appointed.refresh_from_db()
    assert appointed.state == "closed"
    page = words(enter(Role.DEPARTMENT).get(f"/ru/staff/appeals/{appointed.pk}/"))
    assert "Водопровод в плане." in page
    assert "Разъяснено." in page


def test_who_did_not_come_may_be_given_another_hour(
    appointed: Appeal, day: ReceptionDay, enter: Enter, clock: time_machine.Traveller
) -> None:
    clock.move_to(moment(3, 19, 15, 40))
    desk = enter(Role.CLERK)
    send(desk, place(appointed, "miss"))
    free = Slot.objects.get(day=day, place=4)

    send(desk, place(appointed, "appoint"), slot_id=free.pk)

    appointed.refresh_from_db()
    assert appointed.state == "appointed"
    assert appointed.reception_at == free.starts_at


# Situation, role, act, what is typed, and words of the refusal in both languages.
UNLAWFUL: list[tuple[str, Role, str, dict[str, Any], dict[str, str]]] = [
    ("registered", Role.DEPARTMENT, "take_up", {}, {"ru": "Сначала рассмотрите", "kk": "Алдымен жолданымды"}),
    (
        "under_review",
        Role.HEAD_OF_OFFICE,
        "extend",
        {"until": "2026-06-01", "reason": "Сложно, нужна экспертиза."},
        {"ru": "Последний возможный день: 4 мая 2026", "kk": "Ең соңғы күн: 2026 жылғы 4 мамыр"},
    ),
    (
        "appointed",
        Role.CLERK,
        "hold",
        {"document": "passport"},
        {"ru": "ещё не наступил", "kk": "әлі келген жоқ"},
    ),
    ("appointed", Role.CLERK, "miss", {}, {"ru": "ещё не наступил", "kk": "әлі келген жоқ"}),
]


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(("situation", "role", "act", "typed", "said"), UNLAWFUL)
def test_what_the_law_refuses_is_said_with_its_clause_and_nothing_is_lost(
    situation: str,
    role: Role,
    act: str,
    typed: dict[str, Any],
    said: dict[str, str],
    language: str,
    enter: Enter,
    request: pytest.FixtureRequest,
) -> None:
    appeal: Appeal = request.getfixturevalue(situation)

    # A form sent although its page was not offered: the law is asked all the same.
    typed = {"version": appeal.version, "once": "key-1", **typed}
    answer = enter(role, name="somebody").post(place(appeal, act, language), typed)

    page = words(answer)
    assert answer.status_code == 409
    assert said[language] in page
    assert ("жеке қабылдау регламентінің" if language == "kk" else "регламента личного приёма") in page
    assert all(str(value) in answer.content.decode() for value in typed.values())


def test_the_one_who_wrote_the_note_reads_why_another_must_decide(
    on_decision: Appeal, day: ReceptionDay, enter: Enter
) -> None:
    both = enter(Role.HEAD_OF_OFFICE, Role.DEPARTMENT, name="department")

    page = words(both.get(place(on_decision, "approve")))

    assert "Кто готовил справку, сам по ней решения не принимает" in page
    answer = both.post(
        place(on_decision, "approve"),
        {"version": on_decision.version, "once": "k", "day_id": day.pk, "mode": "in_person"},
    )
    assert answer.status_code == 409


@pytest.mark.parametrize(("language", "said"), [("ru", "обращение изменилось"), ("kk", "жолданым өзгерді")])
def test_a_stale_page_does_nothing_and_keeps_what_was_typed(
    language: str, said: str, under_review: Appeal, day: ReceptionDay, enter: Enter, department: Actor
) -> None:
    browser = enter(Role.DEPARTMENT)
    address = place(under_review, "submit", language)
    opened = {"version": under_review.version, "once": "tab-1"}
    look(under_review, department, remark="Позже.")

    typed = {**NOTE, "facts": "Долго писали.", "official_id": day.official_id, "day_id": ""}
    answer = browser.post(address, {**opened, **typed})

    assert answer.status_code == 409
    assert said in words(answer)
    assert "Долго писали." in answer.content.decode()
    under_review.refresh_from_db()
    assert under_review.state == "review"
    assert f'name="version" value="{under_review.version}"' in answer.content.decode()


def test_the_second_press_of_the_button_does_nothing_more(registered: Appeal, enter: Enter) -> None:
    browser = enter(Role.CLERK)
    typed = {"version": registered.version, "once": "press", "number": "ЖТ-1"}

    first = browser.post(place(registered, "note_external_number"), typed)
    second = browser.post(place(registered, "note_external_number"), typed)

    assert (first.status_code, second.status_code) == (302, 302)
    entries = journal.about(registered.office_id, registered.key)
    assert entries.filter(action="note_external_number").count() == 1


def test_the_same_key_with_other_words_is_asked_about(registered: Appeal, enter: Enter) -> None:
    browser = enter(Role.CLERK)
    opened = {"version": registered.version, "once": "press"}
    browser.post(place(registered, "note_external_number"), {**opened, "number": "ЖТ-1"})

    answer = browser.post(place(registered, "note_external_number"), {**opened, "number": "ЖТ-2"})

    assert "уже отправлялась с другим текстом" in words(answer)
    registered.refresh_from_db()
    assert registered.external_number == "ЖТ-1"


def test_an_hour_given_to_somebody_else_is_not_given_twice(
    approved: Appeal, day: ReceptionDay, department: Actor, enter: Enter, registered: Appeal
) -> None:
    review.send_list(day.pk, asked=Asked(by=department, at=MONDAY))
    first, second = Slot.objects.filter(day=day)[:2]
    browser = enter(Role.CLERK)
    browser.get(place(approved, "appoint"))
    Slot.objects.filter(pk=first.pk).update(taken_by=registered.pk + 1000)

    answer = browser.post(
        place(approved, "appoint"), {"version": approved.version, "once": "k", "slot_id": first.pk}
    )

    assert "Это время уже занято" in words(answer)
    offered = re.findall(r'<option\s+value="(\d+)"', answer.content.decode())
    assert str(second.pk) in offered
    assert str(first.pk) not in offered


@pytest.mark.parametrize(
    ("act", "role"),
    [
        ("approve", Role.CLERK),
        ("screen", Role.CLERK),
        ("close", Role.HEAD_OF_OFFICE),
        ("reveal", Role.AUDITOR),
    ],
)
def test_a_role_without_the_right_is_refused(act: str, role: Role, registered: Appeal, enter: Enter) -> None:
    browser = enter(role)

    assert browser.get(place(registered, act)).status_code == 403
    assert browser.post(place(registered, act), {}).status_code == 403


def test_an_appeal_of_nobody_is_not_found(enter: Enter, registered: Appeal) -> None:
    browser = enter(Role.DEPARTMENT)

    assert browser.get(f"/ru/staff/appeals/{registered.pk + 1}/").status_code == 404
    assert browser.get(place(Appeal(pk=registered.pk + 1), "screen")).status_code == 404


def test_findings_need_to_say_where_the_matter_was_heard(registered: Appeal, enter: Enter) -> None:
    answer = send(
        enter(Role.DEPARTMENT), place(registered, "screen"), **{**SEEN, "heard_before": "yes", "remark": ""}
    )

    assert answer.status_code == 422
    assert "Укажите прежнее обращение" in words(answer)


def test_the_whole_number_is_shown_once_and_the_journal_knows(registered: Appeal, enter: Enter) -> None:
    browser = enter(Role.CLERK)

    answer = send(browser, place(registered, "reveal"), reason="identity_check")

    assert "010101300010" in answer.content.decode()
    assert "010101300010" not in browser.get(f"/ru/staff/appeals/{registered.pk}/").content.decode()
    entry = journal.about(registered.office_id, registered.key).last()
    assert entry
    assert (entry.action, entry.facts) == ("reveal", {"reason": "identity_check"})


def test_a_withdrawn_appeal_offers_nothing_but_its_reasons(
    registered: Appeal, clerk: Actor, enter: Enter
) -> None:
    registry.withdraw(registered.pk, asked=Asked(by=clerk, at=MONDAY))

    page = words(enter(Role.DEPARTMENT).get(f"/ru/staff/appeals/{registered.pk}/"))

    assert "Работа по обращению завершена" in page


def test_every_act_has_its_page(registered: Appeal, enter: Enter) -> None:
    roles = (Role.DEPARTMENT, Role.CLERK, Role.HEAD_OF_OFFICE)
    browser: Client = enter(*roles, name="everything")
    acts = [
        "screen", "leave", "take_up", "submit", "approve", "refuse", "send_back", "extend", "appoint", "hold",
        "miss", "close", "withdraw", "note_external_number", "reveal",
    ]  # fmt: skip

    answers = {act: browser.get(place(registered, act)).status_code for act in acts}

    assert answers == dict.fromkeys(acts, 200)
