"""Dates, terms and counts in words, in both languages; pure, for letters, pages and the command line."""

from dataclasses import dataclass
from datetime import date

from qabyldau.regulation.calendar import DayKind, DayReason
from qabyldau.regulation.norms.deadlines import Due, Step, StepKind
from qabyldau.regulation.terms import CalendarDays, Months, Term, WorkingDays
from qabyldau.regulation.words import Language, Words

MONTHS = tuple(
    Words(kk=kk, ru=ru)
    for kk, ru in (
        ("қаңтар", "января"),
        ("ақпан", "февраля"),
        ("наурыз", "марта"),
        ("сәуір", "апреля"),
        ("мамыр", "мая"),
        ("маусым", "июня"),
        ("шілде", "июля"),
        ("тамыз", "августа"),
        ("қыркүйек", "сентября"),
        ("қазан", "октября"),
        ("қараша", "ноября"),
        ("желтоқсан", "декабря"),
    )
)
WEEKDAYS = tuple(
    Words(kk=kk, ru=ru)
    for kk, ru in (
        ("дүйсенбі", "понедельник"),
        ("сейсенбі", "вторник"),
        ("сәрсенбі", "среда"),
        ("бейсенбі", "четверг"),
        ("жұма", "пятница"),
        ("сенбі", "суббота"),
        ("жексенбі", "воскресенье"),
    )
)
DATE = Words(kk="{year} жылғы {day} {month}", ru="{day} {month} {year} г.")

# The day a term starts from, by the kind of norm.
EVENTS = {
    "Registration": Words(kk="түскен күні: {day}", ru="поступило {day}"),
    "AnswerDeadline": Words(kk="тіркелген күні: {day}", ru="зарегистрировано {day}"),
    "ExtensionCap": Words(kk="тіркелген күні: {day}", ru="зарегистрировано {day}"),
    "ExtensionNotice": Words(kk="ұзартылған күні: {day}", ru="продлено {day}"),
    "Redirection": Words(kk="түскен күні: {day}", ru="поступило {day}"),
    "AlarmForward": Words(kk="анықталған күні: {day}", ru="обнаружено {day}"),
    "Completion": Words(kk="сұратылған күні: {day}", ru="запрошено {day}"),
    "CentralRequestNotice": Words(kk="сұрау салу жіберілген күні: {day}", ru="запрос отправлен {day}"),
    "RefusalReport": Words(kk="бас тартқан күні: {day}", ru="отказ получен {day}"),
    "ComplaintAnswer": Words(kk="шағым түскен күні: {day}", ru="жалоба поступила {day}"),
    "ComplaintTerm": Words(kk="шешім белгілі болған күн: {day}", ru="о решении стало известно {day}"),
    "ReferenceNote": Words(kk="қабылдау күні: {day}", ru="приём {day}"),
    "AbsenceNotice": Words(kk="қабылдау күні: {day}", ru="приём {day}"),
    "HearingNotice": Words(kk="тыңдау күні: {day}", ru="заслушивание {day}"),
}
NOT_COUNTED = Words(kk="{reason}, есептелмейді", ru="{reason}, не считается")
COUNTED_OFF = Words(
    kk="{reason}, күнтізбелік күн ретінде есептеледі", ru="{reason}, календарный день считается"
)
EVENT_DAY = Words(kk="есеп осы күннен басталады", ru="день, от которого считаем")
CARRIED = Words(kk="{reason}, соңғы күн кейінге жылжиды", ru="{reason}, последний день переносится дальше")
LAST_DAY = Words(kk="{reason}: мерзімнің соңғы күні", ru="{reason}: последний день срока")
REASONS = {
    DayKind.WORKING: Words(kk="жұмыс күні", ru="рабочий день"),
    DayKind.WORKING_WEEKEND: Words(kk="жұмыс күні болған демалыс", ru="рабочий выходной (перенос)"),
    DayKind.WEEKEND: Words(kk="демалыс күні", ru="выходной"),
    DayKind.HOLIDAY: Words(kk="мереке: {name}", ru="праздник: {name}"),
    DayKind.MOVED: Words(kk="ауысқан демалыс: {name}", ru="перенесённый выходной: {name}"),
}


def date_words(day: date, language: Language | str) -> str:
    return DATE[language].format(day=day.day, month=MONTHS[day.month - 1][language], year=day.year)


def weekday_words(day: date, language: Language | str) -> str:
    return WEEKDAYS[day.weekday()][language]


def term_words(term: Term, language: Language | str) -> str:
    """«15 календарных дней», «15 күнтізбелік күн»."""
    one, few, many, kk = UNITS[type(term)]
    if Language(language) is Language.KK:
        return f"{term.count} {kk}"
    return f"{term.count} {_plural(term.count, one, few, many)}"


UNITS: dict[type[Term], tuple[str, str, str, str]] = {
    CalendarDays: ("календарный день", "календарных дня", "календарных дней", "күнтізбелік күн"),
    WorkingDays: ("рабочий день", "рабочих дня", "рабочих дней", "жұмыс күні"),
    Months: ("месяц", "месяца", "месяцев", "ай"),
}


def _plural(count: int, one: str, few: str, many: str) -> str:
    """Russian numerals: 1 день, 2 дня, 5 дней, 21 день."""
    if count % 10 == 1 and count % 100 != 11:  # noqa: PLR2004
        return one
    return few if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14} else many


def reason_words(why: DayReason, language: Language | str) -> str:
    name = why.name[language] if why.name else ""
    return REASONS[why.kind][language].format(name=name)


def arithmetic(found: Due, language: Language | str) -> str:
    """The count in one line: event, term, raw day, and where it was carried."""
    event = EVENTS[found.kind][language].format(day=date_words(found.event, language))
    sign = "\N{MINUS SIGN}" if found.back else "+"
    line = f"{event} {sign} {term_words(found.term, language)} = {date_words(found.raw, language)}"
    if found.on == found.raw:
        return line
    why = next(step.why for step in found.steps if step.day == found.raw and step.kind is not StepKind.EVENT)
    return f"{line} ({reason_words(why, language)}) \N{RIGHTWARDS ARROW} {date_words(found.on, language)}"


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of the count, ready to be shown."""

    day: date
    text: str
    counted: bool
    number: int | None


def steps(found: Due, language: Language | str) -> list[StepLine]:
    """The count day by day."""
    return [
        StepLine(step.day, _step_words(step, language), step.counted, step.number) for step in found.steps
    ]


def _step_words(step: Step, language: Language | str) -> str:
    reason = reason_words(step.why, language)
    if step.kind is StepKind.COUNTED:
        return reason if step.why.working else COUNTED_OFF[language].format(reason=reason)
    return STEP_WORDS[step.kind][language].format(reason=reason)


STEP_WORDS = {
    StepKind.EVENT: EVENT_DAY,
    StepKind.SKIPPED: NOT_COUNTED,
    StepKind.ROLLED: CARRIED,
    StepKind.LAST: LAST_DAY,
}
