"""`qabyldau deadlines`, `qabyldau clause 29`, `qabyldau clauses`: questions to the law from a terminal.

Answers go to stdout; what is wrong is one line on stderr and, with `--json`, an object on stdout.
"""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from qabyldau.regulation import spoken
from qabyldau.regulation.calendar import CalendarUnknownError, WorkingCalendar
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.edition import Edition, numbers
from qabyldau.regulation.editions import OFFICES, Governing, NoLawError, by_code, editions_of, governing
from qabyldau.regulation.explain import explain, explain_all
from qabyldau.regulation.norms.deadlines import (
    AbsenceNotice,
    AnswerDeadline,
    CentralRequestNotice,
    Due,
    ExtensionCap,
    ReferenceNote,
    RefusalReport,
    due,
    due_before,
)
from qabyldau.regulation.words import Language, Words

WRONG = 2
DEFAULT_OFFICE = next(iter(OFFICES))
EVENTS = {
    "registered": Words(kk="өтініш тіркелген күн", ru="день регистрации обращения"),
    "reception": Words(kk="қабылдау күні", ru="день приёма"),
    "sent": Words(
        kk="орталық органға сұрау салу жіберілген күн", ru="день отправки запроса в центральный орган"
    ),
    "refused": Words(kk="орган қатысудан бас тартқан күн", ru="день отказа органа участвовать"),
}


class WrongInputError(Exception):
    """The question cannot be answered as it was put; says so in both languages."""

    def __init__(self, code: str, kk: str, ru: str) -> None:
        super().__init__(ru)
        self.code = code
        self.words = Words(kk=kk, ru=ru)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in our way, and leaves the exit to us."""

    def error(self, message: str) -> NoReturn:
        raise WrongInputError(
            "usage",
            kk=f"бұйрық түсініксіз ({message}); көмек: {self.prog} --help",
            ru=f"команда не понята ({message}); помощь: {self.prog} --help",
        )


def main(argv: list[str], calendar: WorkingCalendar = KZ) -> int:
    """Answer one question; the exit code is 0, or 2 if it was put wrongly."""
    try:
        asked = _parser().parse_args(argv)
        answer: Callable[[argparse.Namespace, WorkingCalendar], str] = asked.answer
        print(answer(asked, calendar))
    except CalendarUnknownError as error:
        return _complain(_without_calendar(error.year), argv)
    except WrongInputError as error:
        return _complain(error, argv)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="qabyldau", description=__doc__.splitlines()[0])
    questions = parser.add_subparsers(required=True, metavar="deadlines|clause|clauses")
    terms = _question(questions, "deadlines", deadlines)
    terms.add_argument("--office", default=DEFAULT_OFFICE, help="кеңсе коды / код учреждения")
    for name, words in EVENTS.items():
        terms.add_argument(f"--{name}", metavar="YYYY-MM-DD", help=f"{words.kk} / {words.ru}")
    terms.add_argument("--days", action="store_true", help="күн сайын / по дням")
    one = _question(questions, "clause", clause)
    one.add_argument("number", help="тармақ нөмірі / номер пункта")
    one.add_argument("--edition", help="редакция коды / код редакции")
    _question(questions, "clauses", clauses).add_argument("--edition", help="редакция коды / код редакции")
    return parser


def _question(
    questions: "argparse._SubParsersAction[_Parser]",
    name: str,
    answer: Callable[[argparse.Namespace, WorkingCalendar], str],
) -> argparse.ArgumentParser:
    parser = questions.add_parser(name)
    parser.add_argument("--json", action="store_true", help="JSON")
    parser.add_argument("--lang", choices=[one.value for one in Language], default=Language.RU.value)
    parser.set_defaults(answer=answer)
    return parser


@dataclass(frozen=True, slots=True)
class _Term:
    """One date asked for: its key in JSON and the count behind it."""

    key: str
    found: Due


def deadlines(asked: argparse.Namespace, calendar: WorkingCalendar) -> str:
    """By when, for every event that was named."""
    days = {name: _day(name, text) for name in EVENTS if (text := getattr(asked, name)) is not None}
    if not days:
        options = ", ".join(f"--{name}" for name in EVENTS)
        raise WrongInputError(
            "no_event", kk=f"кемінде бір күнді атаңыз: {options}", ru=f"назовите хотя бы один день: {options}"
        )
    # An appeal lives under the edition of the day on which it was registered.
    law = _law(asked.office, days.get("registered", min(days.values())))
    terms = _terms(days, law.edition, calendar)
    if asked.json:
        return json.dumps(_as_json(terms), indent=2)
    return spoken.deadlines(law, [term.found for term in terms], Language(asked.lang), by_day=asked.days)


def _terms(days: dict[str, date], law: Edition, calendar: WorkingCalendar) -> list[_Term]:
    terms: list[_Term] = []
    if registered := days.get("registered"):
        terms.append(_Term("respond_by", due(AnswerDeadline, registered, law, calendar)))
        terms.append(_Term("extension_limit", due(ExtensionCap, registered, law, calendar)))
    if reception := days.get("reception"):
        terms.append(_Term("briefing_by", due_before(ReferenceNote, reception, law, calendar)))
        terms.append(_Term("notice_by", due_before(AbsenceNotice, reception, law, calendar)))
    if sent := days.get("sent"):
        terms.append(_Term("inform_applicant_by", due(CentralRequestNotice, sent, law, calendar)))
    if refused := days.get("refused"):
        terms.append(_Term("report_refusal_by", due(RefusalReport, refused, law, calendar)))
    return terms


def _as_json(terms: list[_Term]) -> dict[str, str]:
    found: dict[str, str] = {}
    for term in terms:
        found[term.key] = term.found.on.isoformat()
        if term.key == "respond_by":
            found["respond_target"] = term.found.target.isoformat()
    return found


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongInputError(
            "bad_date",
            kk=f"--{name}: «{text}» күн емес, ЖЖЖЖ-АА-КК түрінде жазыңыз, мысалы 2023-03-14",
            ru=f"--{name}: «{text}» не дата, пишите ГГГГ-ММ-ДД, например 2023-03-14",
        ) from None


def _law(office: str, on: date) -> Governing:
    if office not in OFFICES:
        known = ", ".join(OFFICES)
        raise WrongInputError(
            "unknown_office",
            kk=f"«{office}» кеңсесі белгісіз, белгілілері: {known}",
            ru=f"учреждение «{office}» неизвестно, известны: {known}",
        )
    try:
        return governing(office, on)
    except NoLawError:
        first = editions_of(office)[0].since
        raise WrongInputError(
            "no_law",
            kk=f"{on} күні регламент әлі болмаған, бірінші редакция {first} күнінен",
            ru=f"на {on} регламента ещё не было, первая редакция действует с {first}",
        ) from None


def clause(asked: argparse.Namespace, _: WorkingCalendar) -> str:
    """All that answers for one clause."""
    edition = _edition(asked.edition)
    if asked.number not in numbers(edition):
        known = f"{edition.clauses[0].number}–{edition.clauses[-1].number}"
        raise WrongInputError(
            "unknown_clause",
            kk=f"«{asked.number}» нөмірі {edition.code} редакциясында жоқ, барлары: {known}",
            ru=f"номера «{asked.number}» в редакции {edition.code} нет, есть: {known}",
        )
    found = explain(edition, asked.number)
    if asked.json:
        return json.dumps(spoken.clause_data(edition, found), ensure_ascii=False, indent=2)
    return spoken.clause(edition, found, Language(asked.lang))


def clauses(asked: argparse.Namespace, _: WorkingCalendar) -> str:
    """Every clause of an edition, and what answers for it."""
    edition = _edition(asked.edition)
    found = explain_all(edition)
    if asked.json:
        return json.dumps([spoken.clause_row(one) for one in found], ensure_ascii=False, indent=2)
    return spoken.clauses(edition, found, Language(asked.lang))


def _edition(code: str | None) -> Edition:
    if code is None:
        return editions_of(DEFAULT_OFFICE)[-1]
    try:
        return by_code(code)
    except NoLawError:
        raise WrongInputError(
            "unknown_edition", kk=f"«{code}» редакциясы белгісіз", ru=f"редакция «{code}» неизвестна"
        ) from None


def _without_calendar(year: int) -> WrongInputError:
    return WrongInputError(
        "unknown_year",
        kk=f"{year} жылдың жұмыс күнтізбесі енгізілмеген: демалыс күндерін күнтізбе бетінде енгізіңіз",
        ru=f"рабочий календарь {year} года не заведён: внесите его нерабочие дни на странице календаря",
    )


def _complain(error: WrongInputError, argv: list[str]) -> int:
    words = error.words
    if "--json" in argv:
        data = {"error": {"code": error.code, "kk": words.kk, "ru": words.ru}}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    print(f"{words.ru} / {words.kk}", file=sys.stderr)
    return WRONG
