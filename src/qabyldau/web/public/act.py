"""The act itself: its text with an anchor per paragraph, its editions, in force or not on a chosen day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from qabyldau.regulation import texts
from qabyldau.regulation.edition import Citation, Edition, Excluded, Norm
from qabyldau.regulation.editions import BENEATH, Governing, NoLawError, editions_of, governing
from qabyldau.regulation.norms import deadlines, intake, refusal
from qabyldau.regulation.words import Language
from qabyldau.web.public.chrome import show, the_office, today

# What the office takes from the act beneath, said shortly: its own text is not held here.
TAKEN: dict[type[Norm], Promise] = {
    intake.OralProtocol: _("An oral appeal is written into a protocol, read and signed by the applicant."),
    refusal.AcceptanceIsDue: _(
        "An appeal must be accepted and registered: refusing to accept it is forbidden."
    ),
    intake.Talon: _(
        "The applicant receives a talon with the number, the date and time, and who took the appeal."
    ),
    intake.RegistrationDay: _(
        "Registered on the day of receipt; after hours or on a day off, on the next working day."
    ),
    deadlines.Redirection: _("What is outside the competence is passed on, and the applicant is told."),
    refusal.Withdrawal: _("The applicant may take the appeal back; some appeals end without consideration."),
    deadlines.HearingNotice: _("Before a burdening decision the person is invited to be heard."),
    deadlines.AnswerDeadline: _("The general term of consideration."),
    deadlines.Counting: _("A term runs from the day after the event."),
    deadlines.ExtensionCap: _("A hard question may take longer, and the applicant is told."),
    deadlines.LastDayOff: _("A term that would end on a day off ends on the next working day."),
    refusal.Complaint: _("A decision may be complained of."),
    deadlines.ComplaintTerm: _("Within what term to complain."),
    deadlines.ComplaintAnswer: _("Within what term a complaint is answered."),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The day the reader asked about; `fault` when it could not be read, or no edition is that old."""

    on: date
    typed: str = ""
    fault: str = ""
    too_early: bool = False


@require_safe
def act(request: HttpRequest) -> HttpResponse:
    office = the_office()
    asked = _asked(request.GET.get("on", ""), today(office))
    try:
        law: Governing | None = governing(office.code, asked.on)
    except NoLawError:
        law, asked = None, Asked(asked.on, asked.typed, too_early=True)
    known = editions_of(office.code)
    edition = law.edition if law else known[0]
    context = {
        "asked": asked,
        "law": law,
        "edition": edition,
        "editions": list(enumerate(known, start=1)),
        "text": texts.act_of(edition, Language.RU),
        "kazakh": texts.act(edition.code, Language.KK),
        "struck_out": _struck_out(edition),
        "beneath": [(one, _taken(one)) for one in BENEATH],
    }
    return show(request, "public/act.html", office, context, status=400 if asked.fault else 200)


def _asked(typed: str, day: date) -> Asked:
    if not typed:
        return Asked(day)
    try:
        return Asked(date.fromisoformat(typed.strip()), typed)
    except ValueError:
        return Asked(day, typed, fault="not_a_date")


def _struck_out(edition: Edition) -> set[str]:
    return {row.number for row in edition.clauses if any(isinstance(norm, Excluded) for norm in row.norms)}


def _taken(code: Edition) -> list[tuple[Citation, list[Promise]]]:
    """Clause by clause, what the office takes from the act beneath."""
    told = [
        (row.number, [TAKEN[type(norm)] for norm in row.norms if type(norm) in TAKEN]) for row in code.clauses
    ]
    return [(code.cite_number(number), words) for number, words in told if words]
