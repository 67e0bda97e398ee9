"""The page of one appeal for its applicant: where it stands, what comes next and by when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from qabyldau.journal import queries as journal
from qabyldau.reception import queries as reception
from qabyldau.registry.kinds import TermKind
from qabyldau.registry.queries import due_of
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.lifecycle import Action, State, lawful
from qabyldau.regulation.norms.deadlines import Due
from qabyldau.regulation.norms.reception import IdentityShown
from qabyldau.regulation.norms.refusal import Complaint
from qabyldau.review import notes
from qabyldau.review import queries as review
from qabyldau.review.kinds import Outcome
from qabyldau.web.components import Phase, TimelineRow
from qabyldau.web.control.doubt import offered
from qabyldau.web.public.chrome import now, show, the_office, today
from qabyldau.web.public.track import letters
from qabyldau.web.public.track.find import opened
from qabyldau.web.public.track.hour import own_hour
from qabyldau.web.public.track.place import ANEW_SECONDS, own_place
from qabyldau.web.public.track.words import HAPPENED, STANDINGS
from qabyldau.web.public.ways import PREFERRED
from qabyldau.web.screening.awaited import awaited
from qabyldau.web.templatetags.words import moment_in_words
from qabyldau.web.terms import days_left
from qabyldau.web.video.waiting import own_video
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.journal.models import Entry
    from qabyldau.registry.models import Appeal, Term


@dataclass(frozen=True, slots=True)
class OpenTerm:
    """By when the office owes the answer. `before`: the day it was due until the term was extended."""

    on: date
    days_left: int
    citation: Citation
    count: Due | None
    before: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided or answered, in its own words."""

    heading: str
    words: str


TURNED_AWAY = frozenset({State.LEFT, State.REFUSED})


@never_cache
@require_safe
def appeal(request: HttpRequest) -> HttpResponse:
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    entries = list(journal.about(office.pk, found.key))
    lying = letters.box(office, found)
    letters.note_reading(office, found, now())
    place = own_place(found, now())
    context = {
        "appeal": found,
        "standing": STANDINGS[found.stage],
        "place": place,
        "timeline": _timeline(found, entries),
        "letters": lying,
        "way": PREFERRED[found.preferred],
        "basis": _basis(entries),
        **_owed(found, today(office)),
        **_reception(found),
        **_possible(found, today(office)),
    }
    response = show(request, "public/track/appeal.html", office, context)
    if place:
        response["Refresh"] = str(ANEW_SECONDS)
    return response


def _owed(found: Appeal, day: date) -> dict[str, object]:
    """By when the office answers, and what it has said."""
    term = _open_term(found, day)
    return {"term": term, "hearing": notes.open_hearing(found), "told": _told(found, term)}


def _reception(found: Appeal) -> dict[str, object]:
    """The hour that was given, and what is shown there."""
    appointment = review.live_appointment(found) if found.stage is State.APPOINTED else None
    return {
        "appointment": appointment,
        "hour": own_hour(found, appointment),
        "video": own_video(found),
        "identity_citation": found.edition.cite(IdentityShown),
    }


def _possible(found: Appeal, day: date) -> dict[str, object]:
    """What the applicant may do here."""
    return {
        "may_withdraw": may_withdraw(found),
        **awaited(found),
        **offered(found, day),
        "complaint_citation": found.edition.cite(Complaint) if found.stage in TURNED_AWAY else None,
    }


def may_withdraw(found: Appeal) -> bool:
    return any(move.action is Action.WITHDRAW for move in lawful(found.stage, found.edition))


def _open_term(found: Appeal, day: date) -> OpenTerm | None:
    """None: the answer was given, or nobody waits for one."""
    term = found.terms.filter(kind=TermKind.ANSWER, met_on=None, replaced_by=None).first()
    if term is None:
        return None
    calendar = worktime.calendar()
    left = days_left(day, term.due_on, calendar)
    earlier: Term | None = getattr(term, "replaces", None)
    count = None if term.set_by_hand else due_of(term, calendar)
    return OpenTerm(term.due_on, left, term.cited, count, earlier.due_on if earlier else None)


def _told(found: Appeal, term: OpenTerm | None) -> Told | None:
    """In the words of whoever decided: those who only got an SMS read them here."""
    if found.stage is State.CLOSED and (answer := reception.final_answer(found)):
        return Told(gettext("The answer"), answer.text)
    if found.stage is State.REFUSED:
        return Told(gettext("The reasons"), _motive(found, Outcome.REFUSE))
    if term and term.before:
        return Told(gettext("Why the term was extended"), _motive(found, Outcome.EXTEND))
    return None


def _motive(found: Appeal, outcome: Outcome) -> str:
    decision = found.decisions.filter(outcome=outcome).last()
    return str(decision.motive) if decision else ""


def _basis(entries: list[Entry]) -> Citation | None:
    """The clause of the last move."""
    rows = [entry.citation for entry in entries if entry.action in HAPPENED and entry.citation]
    return Citation.from_row(rows[-1]) if rows else None


def _timeline(found: Appeal, entries: list[Entry]) -> list[TimelineRow]:
    told = [entry for entry in entries if entry.action in HAPPENED]
    rows = [_happened(entry, last=entry is told[-1]) for entry in told]
    return rows + [TimelineRow(str(words), phase=Phase.AHEAD) for words in STANDINGS[found.stage].ahead]


def _happened(entry: Entry, *, last: bool) -> TimelineRow:
    return TimelineRow(
        words=str(HAPPENED[entry.action]),
        when=moment_in_words(entry.at),
        moment=entry.at,
        citation=Citation.from_row(entry.citation) if entry.citation else None,
        phase=Phase.NOW if last else Phase.DONE,
    )
