"""Kinds of papers: what each is called, its place in the list of files, and whether officials edit it."""

from dataclasses import dataclass
from enum import StrEnum

from qabyldau.regulation.words import Words


class PaperKind(StrEnum):
    LEFT = "left"
    REFUSAL = "refusal"
    EXTENSION = "extension"
    APPOINTMENT = "appointment"
    WITHDRAWAL = "withdrawal"
    FINAL_ANSWER = "final_answer"
    DATA_REQUEST = "data_request"
    REDIRECT = "redirect"
    MATERIAL_REQUEST = "material_request"
    NOTE = "note"
    DAY_PACK = "day_pack"
    RECEPTION_LIST = "reception_list"
    CENTRAL_REQUEST = "central_request"
    CENTRAL_NOTICE = "central_notice"
    INVITATION = "invitation"
    PARTICIPATION_REFUSAL_REPORT = "participation_refusal_report"
    SCHEDULE = "schedule"
    PROTOCOL = "protocol"
    EXTRACT = "extract"
    REMINDER = "reminder"
    CONTROL_CARD = "control_card"
    PRESS_ANNOUNCEMENT = "press_announcement"
    PRESS_REPORT = "press_report"
    SURVEY_FORM = "survey_form"
    QUARTERLY_REPORT = "quarterly_report"
    REDIRECT_NOTICE = "redirect_notice"
    HEARING = "hearing"
    CHANGE = "change"
    ADDENDUM = "addendum"


LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Row:
    """`index` is the place in the list of files until the office enters its own.

    `layout` is the Typst template of the PDF; `edited`: officials take it away as DOCX.
    """

    name: Words
    index: str
    edited: bool = False
    layout: str = LETTER


K = PaperKind
KINDS: dict[PaperKind, Row] = {
    K.LEFT: Row(
        Words(kk="Қараусыз қалдыру туралы хабарлама", ru="Уведомление об оставлении без рассмотрения"), "01"
    ),
    K.REFUSAL: Row(Words(kk="Дәлелді бас тарту", ru="Мотивированный отказ"), "02", edited=True),
    K.EXTENSION: Row(Words(kk="Мерзімді ұзарту туралы хат", ru="Письмо о продлении срока"), "03"),
    K.APPOINTMENT: Row(Words(kk="Қабылдау тағайындалғаны туралы хат", ru="Письмо о назначении приёма"), "04"),
    K.WITHDRAWAL: Row(Words(kk="Қайтарып алу туралы хабарлама", ru="Уведомление об отзыве обращения"), "05"),
    K.FINAL_ANSWER: Row(Words(kk="Түпкілікті жауап", ru="Окончательный ответ"), "06", edited=True),
    K.DATA_REQUEST: Row(Words(kk="Жетіспейтін деректерді сұрату", ru="Запрос недостающих сведений"), "07"),
    K.REDIRECT: Row(Words(kk="Қайта жіберу туралы хат", ru="Письмо о перенаправлении"), "08", edited=True),
    K.MATERIAL_REQUEST: Row(Words(kk="Материалдарды сұрату", ru="Запрос материалов"), "09", edited=True),
    K.NOTE: Row(Words(kk="Анықтамалық ақпарат", ru="Справочная информация"), "10", edited=True),
    K.DAY_PACK: Row(
        Words(kk="Қабылдау күнінің жинағы", ru="Подборка на день приёма"), "11", layout="day_pack"
    ),
    K.RECEPTION_LIST: Row(
        Words(kk="Қабылданатын тұлғалардың тізімі", ru="Список лиц на приём"), "12", edited=True
    ),
    K.CENTRAL_REQUEST: Row(
        Words(kk="Орталық мемлекеттік органға сұрау салу", ru="Запрос в центральный государственный орган"),
        "13",
        edited=True,
    ),
    K.CENTRAL_NOTICE: Row(
        Words(
            kk="Орталық органға сұрау салу туралы хабарлама", ru="Уведомление о запросе в центральный орган"
        ),
        "14",
    ),
    K.INVITATION: Row(Words(kk="Қабылдауға шақыру", ru="Приглашение на приём"), "15", edited=True),
    K.PARTICIPATION_REFUSAL_REPORT: Row(
        Words(kk="Қатысудан бас тарту туралы баяндама", ru="Доклад об отказе от участия"), "16", edited=True
    ),
    K.SCHEDULE: Row(Words(kk="Жеке қабылдау кестесі", ru="График личного приёма"), "17"),
    K.PROTOCOL: Row(
        Words(kk="Жеке қабылдау хаттамасы", ru="Протокол личного приёма"),
        "19",
        edited=True,
        layout="protocol",
    ),
    K.EXTRACT: Row(Words(kk="Хаттамадан үзінді", ru="Выписка из протокола"), "20", edited=True),
    K.REMINDER: Row(Words(kk="Тапсырма туралы еске салу", ru="Напоминание о поручении"), "21"),
    K.CONTROL_CARD: Row(Words(kk="Бақылау карточкасы", ru="Карточка контроля"), "22"),
    K.PRESS_ANNOUNCEMENT: Row(Words(kk="Қабылдау туралы хабарландыру", ru="Анонс приёма"), "23", edited=True),
    K.PRESS_REPORT: Row(Words(kk="Қабылдау туралы хабар", ru="Сообщение о приёме"), "24", edited=True),
    K.SURVEY_FORM: Row(Words(kk="Сауалнама", ru="Анкета опроса"), "25"),
    K.QUARTERLY_REPORT: Row(
        Words(kk="Тоқсандық есеп", ru="Квартальный отчёт"), "26", edited=True, layout="quarterly_report"
    ),
    K.REDIRECT_NOTICE: Row(
        Words(kk="Қайта жіберу туралы хабарлама", ru="Уведомление о перенаправлении"), "27"
    ),
    K.HEARING: Row(Words(kk="Тыңдауға шақыру", ru="Уведомление о заслушивании"), "28"),
    K.CHANGE: Row(Words(kk="Қабылдаудың өзгергені туралы хат", ru="Письмо об изменении приёма"), "29"),
    K.ADDENDUM: Row(Words(kk="Хаттамаға толықтыру", ru="Дополнение к протоколу"), "30", edited=True),
}
