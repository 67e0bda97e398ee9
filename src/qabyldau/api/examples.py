"""Examples of every operation, with invented people: shown in the description, and proved by tests."""

from datetime import date
from typing import Any

from qabyldau.api.shapes import CitationOut
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.norms.deadlines import AnswerDeadline, ExtensionCap, due
from qabyldau.regulation.norms.refusal import NoMatterStated
from qabyldau.regulation.wording import arithmetic
from qabyldau.regulation.words import Language

LAW = by_code("zko-289@2023")
ANSWER = due(AnswerDeadline, date(2026, 3, 2), LAW, KZ)
CITATION = CitationOut.of(ANSWER.citation).model_dump()
NO_MATTER = LAW.cite(NoMatterStated)
LONGEST = LAW.cite(ExtensionCap)
ARITHMETIC = {language.value: arithmetic(ANSWER, language) for language in Language}
APPEAL = {
    "channel": "post",
    "language": "ru",
    "applicant": {"kind": "citizen", "name": "Үлгіова Ақмарал Тестқызы", "number": "010101300010"},
    "substance": "Третью неделю нет воды в селе Переметное, просим решить вопрос с водопроводом.",
    "topic": "water",
    "contact": {"phone": "+77000000001", "email": "ulgi@example.org"},
    "wish": {"mode": "in_person"},
    "received_at": "2026-03-02T10:40:00+05:00",
}
TALON = {
    "number": "ZKO-2026-000123",
    "secret": "7KQ2M4XD",
    "registered_on": "2026-03-02",
    "respond_by": "2026-03-17",
    "respond_target": "2026-03-17",
    "arithmetic": ARITHMETIC,
    "track_url": "http://127.0.0.1:8000/ru/track/",
    "warnings": [],
}
ROW = {
    "number": "ZKO-2026-000123",
    "external_number": "",
    "state": "registered",
    "version": 1,
    "channel": "post",
    "topic": "water",
    "language": "ru",
    "applicant_name": "Үлгіова Ақмарал Тестқызы",
    "received_at": "2026-03-02T05:40:00Z",
    "registered_at": "2026-03-02T05:40:00Z",
    "registered_on": "2026-03-02",
    "due_on": "2026-03-17",
    "due_target": "2026-03-17",
    "reception_at": None,
}
TERM = {
    "kind": "answer",
    "event_on": "2026-03-02",
    "due_on": "2026-03-17",
    "target_on": "2026-03-17",
    "met_on": None,
    "extended": False,
    "replaced": False,
    "citation": CITATION,
    "calendar_version": 0,
    "arithmetic": ARITHMETIC,
}
CARD = {
    **ROW,
    "edition": "zko-289@2023",
    "substance": APPEAL["substance"],
    "applicant": {
        "kind": "citizen",
        "name": "Үлгіова Ақмарал Тестқызы",
        "number": "••••••••0010",
        "document": "",
        "representative": "",
        "authority": "",
        "authority_until": None,
        "people_count": 1,
        "phone": "+77000000001",
        "email": "ulgi@example.org",
        "address": "",
    },
    "wished_official_id": None,
    "wished_mode": "in_person",
    "video_consent": False,
    "standing": "",
    "standing_proof": "",
    "official": None,
    "terms": [TERM],
    "flags": [],
    "files": [],
}
OFFERS = {
    "number": "ZKO-2026-000123",
    "version": 1,
    "acts": [
        {
            "act": "leave",
            "allowed": False,
            "why": "not_assessed",
            "reason": "Сначала рассмотрите обращение и ответьте на каждый вопрос «да» или «нет».",
            "citation": CitationOut.of(NO_MATTER).model_dump(),
            "href": "/api/v1/appeals/ZKO-2026-000123/acts/leave",
            "input": {"additionalProperties": False, "properties": {}, "title": "Nothing", "type": "object"},
        }
    ],
}
DONE = {"act": "screen", "appeal": {**CARD, "version": 2}, "revealed": None}
INPUTS: dict[str, dict[str, Any]] = {
    "screen": {"states_the_matter": True, "within_competence": True, "heard_before": False},
    "leave": {},
    "take_up": {},
    "ask_data": {"missing": ["address"], "until": "2026-03-10", "remark": "Не указан номер дома."},
    "supply_data": {"address": "г. Уральск, ул. Абая, 1"},
    "turn_back": {},
    "leave_anonymous": {},
    "redirect": {"body_kk": "Орал қалалық соты", "body_ru": "Уральский городской суд", "motive": "Долг."},
    "redirect_part": {"body_id": 1, "part": "О пенсии.", "motive": "Пенсию назначает этот орган."},
    "merge": {"earlier_number": "ZKO-2026-000122"},
    "separate": {},
    "name_co_applicants": {"names": [{"name": "Сынақов Асан Үлгіұлы", "signed": True}]},
    "note_contact": {"way": "call", "result": "no_answer", "remark": "Позвонить после 18:00."},
    "keep_note": {"facts": "Дамба за домами не отсыпана.", "language": "ru"},
    "ask_material": {"body_id": 1, "question": "Есть ли работы в плане?", "due_on": "2023-03-20"},
    "ask_agreement": {"user_ids": [1], "body_ids": [1]},
    "agree": {"position": "remarks", "remark": "Добавьте смету."},
    "invite": {
        "starts_at": "2023-03-24T10:00:00+05:00",
        "intended": "Отказ: спор решает суд.",
        "place_kk": "2-кабинет",
        "place_ru": "кабинет 2",
    },
    "object_to": {"text": "Суда по этому вопросу нет."},
    "record_hearing": {"state": "heard", "text": "Просит принять лично."},
    "submit": {
        "facts": "Воды нет с 9 февраля.",
        "proposal": "receive",
        "official_id": 1,
        "day_id": 1,
    },
    "approve": {"day_id": 1, "mode": "in_person"},
    "refuse": {"ground": "heard_before", "motive": "Ответ по тому же вопросу дан 12 января 2026 года."},
    "send_back": {"motive": "Приложите ответ водоканала."},
    "extend": {"until": "2026-04-17", "reason": "Нужен ответ центрального органа."},
    "appoint": {"slot_id": 1},
    "request_central": {"body_id": 1, "question": "Просим принять участие: вопрос решает министерство."},
    "extend_for_central": {"until": "2026-04-17", "reason": "Нужен ответ центрального органа."},
    "tell_central": {},
    "record_central_answer": {
        "request_id": 1,
        "answer": "agreed",
        "answered_on": "2026-03-20",
        "agreed_for": "2026-04-02",
    },
    "approve_regime": {"number": "12", "approved_on": "2026-03-10", "approved_by": "Примеров Образец"},
    "ask_interpreter": {"language": "турецкий", "name": "Сынақова Үлгі Тестқызы"},
    "confirm_interpreter": {"comes": True},
    "note_treaty": {"text": "Договор даёт гражданам этой страны другой порядок."},
    "confirm_hour": {},
    "move_hour": {"slot_id": 1, "why": "office", "reason": "Должностное лицо в командировке."},
    "release": {"why": "applicant"},
    "wish_earlier": {"wished": True},
    "offer_hours": {"slot_ids": [1, 2]},
    "take_offered": {"slot_id": 1},
    "decline_offer": {},
    "answer_video": {"answer": "own"},
    "ask_today": {"official_id": 1},
    "hold": {"document": "identity_card", "summary": "Разъяснён порядок подключения."},
    "miss": {},
    "arrive": {"document": "identity_card", "document_end": "4711", "authority_shown": False},
    "call": {"motive": "Стало плохо, нужна скорая помощь."},
    "call_again": {},
    "start": {},
    "finish": {"summary": "Разъяснён порядок подключения."},
    "absent": {},
    "leave_desk": {},
    "agree_time": {"slot_id": 1, "reason": "Нужен начальник управления, он будет в четверг."},
    "recall": {},
    "step_back": {},
    "cancel_arrival": {},
    "close": {"text": "Водопровод включён в план 2026 года.", "character": "explained", "signed_by_id": 1},
    "hand_on": {"part_id": 1, "person_id": 1},
    "note_earlier_hand": {"known_from": "История e-Otinish", "person_id": 1},
    "reopen": {"words": "Воду так и не провели."},
    "confirm_done": {"found": "Водопровод проверен 12 мая: вода есть."},
    "put_back": {"found": "На месте проверено: воды нет."},
    "withdraw": {},
    "note_external_number": {"number": "ЗТ-2026-00001234"},
    "reveal": {"reason": "identity_check"},
    "change_contact": {"phone": "+77000000002", "email": "ulgi@example.org", "language": "kk"},
}
PROBLEM = {
    "type": "urn:qabyldau:problem:extension_too_long",
    "title": "Закон сейчас не допускает этого действия",
    "status": 409,
    "detail": "Этот день позже, чем допускает закон. Последний возможный день: 17 мая 2026 г.",
    "instance": "/api/v1/appeals/ZKO-2026-000123/acts/extend",
    "code": "extension_too_long",
    "clause": LONGEST.number,
    "edition": LONGEST.edition,
    "basis": LONGEST.words.ru,
}
WRONG_FIELD = {
    "type": "urn:qabyldau:problem:bad_input",
    "title": "Некоторые поля принять нельзя",
    "status": 422,
    "detail": "Исправьте поля, которые названы в списке.",
    "instance": "/api/v1/appeals",
    "code": "bad_input",
    "errors": [
        {
            "pointer": "/applicant",
            "code": "iin_check_digit",
            "detail": "В ИИН ошибка: контрольная цифра не сходится. Сверьте с документом.",
        }
    ],
}


def _answers(status: int, example: object) -> dict[Any, Any]:
    return {status: {"content": {"application/json": {"example": example}}}}


def _sends(examples: dict[str, object]) -> dict[str, Any]:
    named = {name: {"value": value} for name, value in examples.items()}
    return {"content": {"application/json": {"examples": named}}}


REGISTER = {"requestBody": _sends({"by_post": APPEAL}), "responses": _answers(201, TALON)}
LIST = {"responses": _answers(200, {"items": [ROW], "next": "YWZ0ZXI6MTIz"})}
READ = {"responses": _answers(200, CARD)}
ACTS = {"responses": _answers(200, OFFERS)}
PERFORM = {"requestBody": _sends(dict(INPUTS)), "responses": _answers(200, DONE)}
