"""The answers of the command line: text for a person, plain data for a program."""

from collections.abc import Iterable, Iterator

from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import Governing
from qabyldau.regulation.explain import Answer, AnswerKind, Explained
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.texts import act
from qabyldau.regulation.wording import arithmetic, date_words, steps, weekday_words
from qabyldau.regulation.words import Language, Words

Data = dict[str, object]

ACTS = {
    "AnswerDeadline": Words(kk="Өтініш берушіге жауап беру", ru="Ответить заявителю"),
    "ExtensionCap": Words(kk="Мерзімді ұзарту шегі", ru="Предел продления"),
    "ReferenceNote": Words(kk="Анықтаманы дайындау", ru="Подготовить справку"),
    "AbsenceNotice": Words(
        kk="Қабылдай алмайтынын хабарлау (немесе қабылдау күні)",
        ru="Сообщить о невозможности приёма (или в сам день приёма)",
    ),
    "CentralRequestNotice": Words(
        kk="Сұрау салу туралы өтініш берушіге хабарлау", ru="Сообщить заявителю о запросе"
    ),
    "RefusalReport": Words(kk="Органның бас тартқанын хабарлау", ru="Сообщить об отказе органа"),
}
UNTIL = Words(kk="{day}, {weekday}", ru="до {day}, {weekday}")
TARGET = Words(kk="кеңсенің өз мақсаты: {day}", ru="собственная цель учреждения: {day}")
COUNTED_UNDER = Words(kk="есептеу: {clauses}", ru="счёт: {clauses}")
IN_FORCE = Words(kk="{title}, {number}-редакция", ru="{title}, редакция {number}")
REPEALED = Words(
    kk="Назар аударыңыз: акт күшін жойған ({act}), кеңсе оны өз баптауы ретінде ғана қолданады.",
    ru="Внимание: акт утратил силу ({act}), учреждение пользуется им лишь как своей настройкой.",
)
LABELS = {
    "norms": Words(kk="Не жауап береді", ru="Что отвечает"),
    "moves": Words(kk="Рұқсат ететін қадамдар", ru="Какие шаги разрешает"),
    "notices": Words(kk="Өтініш берушіге хабарламалар", ru="Извещения заявителю"),
    "tests": Words(kk="Тесттер", ru="Тесты"),
    "no_text": Words(kk="бұл актінің мәтіні бізде жоқ", ru="текста этого акта у нас нет"),
}
KINDS = {
    AnswerKind.NORM: Words(kk="норма", ru="норма"),
    AnswerKind.FEATURE: Words(kk="алда", ru="предстоит"),
    AnswerKind.CONTEXT: Words(kk="аясы", ru="контекст"),
    AnswerKind.EXCLUDED: Words(kk="алып тасталған", ru="исключён"),
    AnswerKind.UNKNOWN: Words(kk="мәтіні белгісіз", ru="текст неизвестен"),
}


def deadlines(law: Governing, terms: Iterable[Due], language: Language, *, by_day: bool) -> str:
    """Each date with its arithmetic and its clauses; `by_day` adds the count day by day."""
    head = IN_FORCE[language].format(title=law.edition.title[language], number=law.number)
    lines = [head, *_repeal(law.repealed_by, language)]
    for term in terms:
        lines += ["", *_term(term, language), *(_steps(term, language) if by_day else ())]
    return "\n".join(lines)


def _head(edition: Edition, language: Language) -> list[str]:
    return [edition.code, *_repeal(edition.repealed_by, language), ""]


def _repeal(act: Words | None, language: Language) -> list[str]:
    return [REPEALED[language].format(act=act[language])] if act else []


def _term(term: Due, language: Language) -> Iterator[str]:
    day, weekday = date_words(term.on, language), weekday_words(term.on, language)
    yield f"{ACTS[term.kind][language]}: {UNTIL[language].format(day=day, weekday=weekday)}"
    yield f"  {arithmetic(term, language)}"
    if term.target != term.on:
        yield f"  {TARGET[language].format(day=date_words(term.target, language))}"
    under = [one.words[language] for one in (term.counting, term.rolled_under) if one]
    yield f"  {term.citation.words[language]}; {COUNTED_UNDER[language].format(clauses=', '.join(under))}"


def _steps(term: Due, language: Language) -> Iterator[str]:
    for step in steps(term, language):
        yield f"  {step.number or '':>4} {step.day.isoformat()} {step.text}"


def clause(edition: Edition, found: Explained, language: Language) -> str:
    """All about one clause, for a person."""
    lines = [edition.cite_number(found.number).words[language], *_head(edition, language)]
    lines += _text(edition, found, language)
    lines += ["", f"{LABELS['norms'][language]}:"]
    for answer in found.answers:
        lines += [f"  {_said(answer, language)}", f"    {answer.file}:{answer.line}"]
    notices = sorted({move.tells for move in found.moves if move.tells})
    lines += _listed("moves", (f"{one.action}: {one.source} → {one.target}" for one in found.moves), language)
    lines += _listed("notices", notices, language)
    lines += _listed("tests", found.tests, language)
    return "\n".join(lines)


def _text(edition: Edition, found: Explained, language: Language) -> tuple[str, ...]:
    if found.paragraph is None:
        return (LABELS["no_text"][language],)
    if found.paragraph.unknown:
        return (found.paragraph.unknown[language],)
    own = act(edition.code, language)
    # Where the text is not held in this language, its file begins with the line that says so.
    said = () if own.held else own.passport[:1]
    return (*said, *found.paragraph.lines, *filter(None, [found.paragraph.note]))


def _said(answer: Answer, language: Language) -> str:
    if answer.words:
        return f"{KINDS[answer.kind][language]}: {answer.words[language]}"
    return f"{answer.name}({answer.numbers}): {answer.says}"


def _listed(label: str, rows: Iterable[str], language: Language) -> list[str]:
    shown = [f"  {row}" for row in rows]
    return ["", f"{LABELS[label][language]}:", *shown] if shown else []


def clauses(edition: Edition, rows: Iterable[Explained], language: Language) -> str:
    """A line per clause and per thing that answers for it, for a person."""
    lines = [edition.title[language], *_head(edition, language)]
    for row in rows:
        for place, answer in enumerate(row.answers):
            number = row.number if place == 0 else ""
            tests = (
                f"  [{LABELS['tests'][language].lower()}: {len(row.tests)}]"
                if place == 0 and row.tests
                else ""
            )
            words = answer.words[language] if answer.words else answer.name
            lines.append(f"{number:>6}  {KINDS[answer.kind][language]}: {words}{tests}")
    return "\n".join(lines)


def clause_data(edition: Edition, found: Explained) -> Data:
    """All about one clause, for a program."""
    paragraph = found.paragraph
    return {
        **clause_row(found),
        "edition": edition.code,
        "citation": {one.value: edition.cite_number(found.number).words[one] for one in Language},
        "text": list(paragraph.lines) if paragraph else [],
        "note": paragraph.note if paragraph else "",
        "moves": [
            {"act": one.action, "from": one.source, "to": one.target, "tells": one.tells}
            for one in found.moves
        ],
        "notices": sorted({one.tells for one in found.moves if one.tells}),
    }


def clause_row(found: Explained) -> Data:
    """A clause of the list: what answers for it, and the tests that prove it."""
    return {
        "number": found.number,
        "norms": [_answer_data(answer) for answer in found.answers],
        "tests": list(found.tests),
    }


def _answer_data(answer: Answer) -> Data:
    said: Data = {"kk": answer.words.kk, "ru": answer.words.ru} if answer.words else {"en": answer.says}
    return {
        "kind": answer.kind,
        "name": answer.name,
        "says": said,
        "numbers": answer.numbers,
        "file": answer.file,
        "line": answer.line,
    }
