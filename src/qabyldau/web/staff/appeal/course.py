"""The course of an appeal: what happened, from the journal, and what the law still expects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext, pgettext

from qabyldau.journal import queries as journal
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.people import queries as people
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.control import FinalAnswer, Minutes, ReceptionList
from qabyldau.regulation.norms.deadlines import AnswerDeadline, Completion, ReferenceNote
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.refusal import Ground
from qabyldau.web.components import Phase, TimelineRow
from qabyldau.web.screening import words as screening
from qabyldau.web.staff.words import FLAGS, GROUNDS, PROPOSALS, REVEALS, STEPS
from qabyldau.web.templatetags.words import in_words, language, moment_in_words

if TYPE_CHECKING:
    from qabyldau.journal.models import Entry
    from qabyldau.registry.models import Appeal

Facts = Mapping[str, object]
# From each stage, the steps still to come and the norm that expects them.
AHEAD = {
    State.REGISTERED: ("screened", "note", "decision", "answer"),
    State.DATA_ASKED: ("data", "screened", "note", "decision", "answer"),
    State.REVIEW: ("note", "decision", "answer"),
    State.DECISION: ("decision", "answer"),
    State.APPROVED: ("list", "answer"),
    State.APPOINTED: ("reception", "final"),
    State.WAITING: ("answer", "reception", "final"),
    State.HELD: ("final",),
    State.MISSED: ("final",),
}
UNDER = {
    "data": Completion,
    "screened": Ground,
    "note": ReferenceNote,
    "decision": ReceptionList,
    "list": ReceptionList,
    "answer": AnswerDeadline,
    "reception": Minutes,
    "final": FinalAnswer,
}


def timeline(appeal: Appeal) -> list[TimelineRow]:
    entries = list(journal.about(appeal.office_id, appeal.key))
    names = _officials(appeal.office_id, entries)
    return [*(_happened(entry, names) for entry in entries), *_to_come(appeal)]


def _officials(office_id: int, entries: list[Entry]) -> dict[int, str]:
    """Names of the officials that the steps speak of; most courses speak of none."""
    if not any("official" in entry.facts for entry in entries):
        return {}
    return {one.pk: one.name[language()] for one in people.all_officials(office_id)}


def _happened(entry: Entry, names: dict[int, str]) -> TimelineRow:
    return TimelineRow(
        words=str(STEPS.get(entry.action, entry.action)),
        when=moment_in_words(entry.at),
        moment=entry.at,
        citation=entry.citation,
        who=who(entry),
        detail=detail(entry, names),
    )


def who(entry: Entry) -> str:
    """Staff by name; the applicant and the software by what they are."""
    kind = entry.actor.partition(":")[0]
    if kind == "applicant":
        return gettext("the applicant")
    return entry.actor_name if kind == "staff" else gettext("the system")


def detail(entry: Entry, names: dict[int, str]) -> str:
    """What the facts of a step say, in words."""
    tell = DETAILS.get(entry.action)
    return tell(entry.facts, names) if tell else ""


def _registered(facts: Facts, _names: dict[int, str]) -> str:
    return Channel(str(facts["channel"])).words[language()]


def _screened(facts: Facts, _names: dict[int, str]) -> str:
    asked = {
        "states_the_matter": gettext("states its matter"),
        "within_competence": gettext("within our competence"),
        "heard_before": gettext("heard before"),
        "new_arguments": gettext("new arguments"),
        "authored": gettext("it can be told who wrote it"),
        "tells_of_crime": gettext("tells of a crime or a threat"),
    }
    said = {True: gettext("yes"), False: gettext("no")}
    found = [(words, facts.get(name)) for name, words in asked.items()]
    return "; ".join(f"{words}: {said[bool(value)]}" for words, value in found if value is not None)


def _submitted(facts: Facts, _names: dict[int, str]) -> str:
    return str(PROPOSALS.get(str(facts.get("proposal")), ""))


def _approved(facts: Facts, names: dict[int, str]) -> str:
    official = facts.get("official")
    name = names.get(official, "") if isinstance(official, int) else ""
    return f"{name} · {_day(facts.get('day'))}"


def _refused(facts: Facts, _names: dict[int, str]) -> str:
    return str(GROUNDS.get(str(facts.get("ground")), ""))


def _moved(facts: Facts, _names: dict[int, str]) -> str:
    return f"{_day(facts.get('old'))} \N{RIGHTWARDS ARROW} {_day(facts.get('new'))}"


def _issued(facts: Facts, _names: dict[int, str]) -> str:
    return f"{KINDS[PaperKind(str(facts['kind']))].name[language()]} № {facts['number']}"


def _appointed(facts: Facts, _names: dict[int, str]) -> str:
    return moment_in_words(datetime.fromisoformat(str(facts["starts_at"])))


def _numbered(facts: Facts, _names: dict[int, str]) -> str:
    return str(facts.get("number", ""))


def _revealed(facts: Facts, _names: dict[int, str]) -> str:
    return str(REVEALS.get(str(facts.get("reason")), ""))


def _flagged(facts: Facts, _names: dict[int, str]) -> str:
    return str(FLAGS.get(str(facts.get("code")), facts.get("code", "")))


DETAILS = {
    **screening.DETAILS,
    "issue_paper": _issued,
    "register": _registered,
    "screen": _screened,
    "submit": _submitted,
    "approve": _approved,
    "refuse": _refused,
    "extend": _moved,
    "recount": _moved,
    "appoint": _appointed,
    "note_external_number": _numbered,
    "reveal": _revealed,
    "flag": _flagged,
}


def _day(written: object) -> str:
    return in_words(date.fromisoformat(str(written))) if written else ""


def _to_come(appeal: Appeal) -> list[TimelineRow]:
    names = AHEAD.get(appeal.stage, ())
    return [_expected(appeal, name, first=place == 0) for place, name in enumerate(names)]


def _expected(appeal: Appeal, name: str, *, first: bool) -> TimelineRow:
    words = {
        "data": str(screening.AHEAD),
        "screened": pgettext("ahead", "Findings: the matter, competence, heard before"),
        "note": pgettext("ahead", "Note of the department"),
        "decision": pgettext("ahead", "Decision of the head of the office"),
        "list": pgettext("ahead", "List of the day and the hour"),
        "answer": pgettext("ahead", "Answer to the applicant: day and hour, or a refusal with reasons"),
        "reception": pgettext("ahead", "Reception"),
        "final": pgettext("ahead", "Final answer"),
    }
    return TimelineRow(
        words=words[name],
        when=_by_when(appeal, name),
        citation=appeal.edition.cite(UNDER[name]),
        phase=Phase.NOW if first else Phase.AHEAD,
    )


def _by_when(appeal: Appeal, name: str) -> str:
    if name == "answer" and appeal.due_on:
        return gettext("by %(day)s") % {"day": in_words(appeal.due_on)}
    return moment_in_words(appeal.reception_at) if name == "reception" else ""
