"""Pages that are written by the tables themselves: the clauses, and the life of an appeal."""

from collections.abc import Iterable, Iterator

from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import OFFICES
from qabyldau.regulation.explain import Answer, AnswerKind, Explained, explain, explain_all
from qabyldau.regulation.lifecycle import FINAL, MOVES, Move, State
from qabyldau.regulation.texts import act_of

MADE = "<!-- Written by `make {task}` from the tables of `src/qabyldau/regulation`; do not edit. -->"
SHOWN = 90


def clauses_page() -> str:
    """docs/clauses.md: every paragraph, what answers for it, the tests that prove it."""
    edition = OFFICES["zko"][-1]
    found = explain_all(edition)
    return "\n".join(
        [
            MADE.format(task="clauses"),
            "# Every clause, and what answers for it",
            "",
            f"«{edition.title.ru}», edition `{edition.code}`.",
            "A row that says *to come* names what the program does not do yet;",
            "questions to a lawyer stand in `editions/zko_289/doubts.md`.",
            "",
            *_tally(found),
            *_chapters(edition),
            *_beneath(edition),
            "",
        ]
    )


def _tally(found: Iterable[Explained]) -> Iterator[str]:
    rows = list(found)
    tested = sum(bool(row.tests) for row in rows)
    coming = sum(any(answer.kind is AnswerKind.FEATURE for answer in row.answers) for row in rows)
    yield f"{len(rows)} paragraphs answered for; {tested} proved by tests; in {coming} something is to come."


def _chapters(edition: Edition) -> Iterator[str]:
    for chapter in act_of(edition).chapters:
        yield from ("", f"## {chapter.title}", "", "| № | text | what answers | tests |", "|---|---|---|---|")
        for paragraph in chapter.paragraphs:
            row = explain(edition, paragraph.number)
            yield f"| {row.number} | {_shortened(paragraph.lines)} | {_answers(row)} | {_tests(row)} |"


def _beneath(edition: Edition) -> Iterator[str]:
    beneath = edition.rests_on
    if beneath is None:
        return
    yield from ("", f"## {beneath.title.ru}", "", "The act beneath; its text is not held here.", "")
    yield from ("| № | what answers |", "|---|---|")
    for row in explain_all(beneath):
        yield f"| {beneath.unit} {row.number} | {_answers(row)} |"


def _shortened(lines: tuple[str, ...]) -> str:
    text = " ".join(lines)
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"


def _answers(row: Explained) -> str:
    return "<br>".join(_answered(answer) for answer in row.answers)


def _answered(answer: Answer) -> str:
    if answer.words is not None:
        return f"*{answer.kind}*: {answer.words.ru}"
    numbers = f" ({answer.numbers})" if answer.numbers else ""
    return f"[`{answer.name}`](../{answer.file}){numbers}: {answer.says}"


def _tests(row: Explained) -> str:
    return "<br>".join(f"`{test.partition('::')[2]}`" for test in row.tests)


def lifecycle_page() -> str:
    """docs/lifecycle.md: the table of moves, drawn and listed."""
    edition = OFFICES["zko"][-1]
    return "\n".join(
        [
            MADE.format(task="lifecycle"),
            "# The life of an appeal",
            "",
            "No clause, no move: a move whose norm an edition lacks does not exist under that edition.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            "    [*] --> registered",
            *(f"    {move.source} --> {move.target}: {move.action}" for move in MOVES),
            *(f"    {state} --> [*]" for state in State if state in FINAL),
            "```",
            "",
            f"Citations are those of edition `{edition.code}`.",
            "",
            "| act | from | to | under | clause | tells the applicant |",
            "|---|---|---|---|---|---|",
            *(_move(move, edition) for move in MOVES),
            "",
        ]
    )


def _move(move: Move, edition: Edition) -> str:
    clause = edition.cite(move.under).words.ru
    tells = move.tells or ""
    return f"| {move.action} | {move.source} | {move.target} | `{move.under.__name__}` | {clause} | {tells} |"
