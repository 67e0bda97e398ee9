"""Names of what screening adds to the workplace and to tracking: acts, steps, states, letters, flags."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.lifecycle import Action, State
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.screening.kinds import Reached, Scope, Way

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ACTS: dict[str, Promise] = {
    "ask_data": pgettext_lazy("act", "Ask for what is missing"),
    "supply_data": pgettext_lazy("act", "Add what was missing"),
    "turn_back": pgettext_lazy("act", "Return as incomplete"),
    "leave_anonymous": pgettext_lazy("act", "Leave as anonymous"),
    "redirect": pgettext_lazy("act", "Redirect to the competent body"),
    "redirect_part": pgettext_lazy("act", "Redirect a part"),
    "merge": pgettext_lazy("act", "Join to an earlier appeal"),
    "separate": pgettext_lazy("act", "Part from the earlier appeal"),
    "name_co_applicants": pgettext_lazy("act", "Name the co-applicants"),
    "note_contact": pgettext_lazy("act", "Record a try to reach the applicant"),
}
EFFECTS: dict[str, Promise] = {
    "ask_data": _("The applicant is told what is missing and by when. The term of the answer runs on."),
    "supply_data": _("What came is kept, the applicant is told, and screening goes on."),
    "turn_back": _("The appeal ends here: what was asked for did not come. The applicant may write anew."),
    "leave_anonymous": _("The appeal ends here: nobody can tell who wrote it."),
    "redirect": _("The appeal goes to the body with a letter, the applicant is told, and it ends here."),
    "redirect_part": _("A part goes to the body with a letter, the applicant is told; our own part goes on."),
    "merge": _("This appeal joins the earlier one: its number and talon stay, the answer is given once."),
    "separate": _("The joining was a mistake: this appeal goes on by itself, with its own term."),
    "name_co_applicants": _("The names stand with the appeal. Letters go to the representative."),
    "note_contact": _("The try is kept: when, how, by whom, and what came of it."),
}
DONE: dict[str, Promise] = {
    "ask_data": _("The applicant is asked for what is missing."),
    "supply_data": _("What was missing is added; screening goes on."),
    "turn_back": _("The appeal is returned; the applicant is told."),
    "leave_anonymous": _("The appeal is left without consideration as anonymous."),
    "redirect": _("The appeal is redirected; both letters are on their way."),
    "redirect_part": _("The part is redirected; both letters are on their way."),
    "merge": _("The appeal has joined the earlier one; the applicant is told."),
    "separate": _("The appeal goes on by itself; the applicant is told."),
    "name_co_applicants": _("The names are kept."),
    "note_contact": _("The try is recorded."),
}
STEPS: dict[str, Promise] = {
    "ask_data": pgettext_lazy("step", "Asked for what is missing"),
    "supply_data": pgettext_lazy("step", "What was missing has come"),
    "turn_back": pgettext_lazy("step", "Returned as incomplete"),
    "leave_anonymous": pgettext_lazy("step", "Left as anonymous"),
    "redirect": pgettext_lazy("step", "Redirected"),
    "redirect_part": pgettext_lazy("step", "A part redirected"),
    "merge": pgettext_lazy("step", "Joined to an earlier appeal"),
    "merge_in": pgettext_lazy("step", "A later appeal joined this one"),
    "separate": pgettext_lazy("step", "Parted from the earlier appeal"),
    "separate_from": pgettext_lazy("step", "The joined appeal was parted again"),
    "name_co_applicants": pgettext_lazy("step", "Co-applicants named"),
    "note_contact": pgettext_lazy("step", "Try to reach the applicant"),
}
STATES: dict[str, Promise] = {
    State.DATA_ASKED: pgettext_lazy("state", "Data asked for"),
    State.MERGED: pgettext_lazy("state", "Joined to another"),
    State.REDIRECTED: pgettext_lazy("state", "Redirected"),
}
STILL: dict[str, Promise] = {State.MERGED: pgettext_lazy("still", "Answered with the other")}
NOTICES: dict[str, Promise] = {
    "data_request": pgettext_lazy("letter", "Request for what is missing"),
    "data_received": pgettext_lazy("letter", "What was missing has come"),
    "redirection": pgettext_lazy("letter", "Notice of redirection"),
    "merger": pgettext_lazy("letter", "Notice of joining"),
    "unreached": pgettext_lazy("letter", "We could not reach you"),
    "redirect": pgettext_lazy("letter", "Letter to the competent body"),
}
FLAGS: dict[str, Promise] = {
    "unreachable": _("The applicant could not be reached"),
    "letter_came_back": _("A letter came back"),
    "redirected_late": _("Redirected later than the Code allows"),
    "redirection_overdue": _("The term to redirect has run out"),
    "alarm_overdue": _("The news of a crime or a threat was not passed on in time"),
    "names_unsigned": _("Not everybody named has signed"),
}
TERMS: dict[str, Promise] = {
    "redirection": pgettext_lazy("term", "Redirection to the competent body"),
    "alarm": pgettext_lazy("term", "Passing on the news of a crime or a threat"),
    "data": pgettext_lazy("term", "What is missing, from the applicant"),
}
GROUNDS: dict[str, Promise] = {
    "incomplete": pgettext_lazy("ground", "what was asked for did not come"),
    "anonymous": pgettext_lazy("ground", "the author is not known"),
}
MISSING: dict[str, "_StrPromise"] = {
    Missing.NAME: pgettext_lazy("missing", "Name"),
    Missing.NUMBER: pgettext_lazy("missing", "IIN or BIN"),
    Missing.ADDRESS: pgettext_lazy("missing", "Postal address"),
    Missing.MATTER: pgettext_lazy("missing", "What it is about"),
    Missing.SIGNATURE: pgettext_lazy("missing", "Signature"),
    Missing.AUTHORITY: pgettext_lazy("missing", "Authority of the representative"),
    Missing.NAMES: pgettext_lazy("missing", "List of those who signed together"),
}
CONTACT_WAYS: dict[str, Promise] = {
    Way.CALL: pgettext_lazy("contact", "By phone"),
    Way.MESSAGE: pgettext_lazy("contact", "By message"),
    Way.VISIT: pgettext_lazy("contact", "In person, at the address"),
    Way.POST: pgettext_lazy("contact", "By post"),
}
REACHED: dict[str, Promise] = {
    Reached.YES: pgettext_lazy("contact", "Reached"),
    Reached.NO_ANSWER: pgettext_lazy("contact", "Nobody answered"),
    Reached.WRONG: pgettext_lazy("contact", "The number or address is somebody else's"),
    Reached.CAME_BACK: pgettext_lazy("contact", "The letter came back"),
}
SCOPES: dict[str, Promise] = {
    Scope.WHOLE: pgettext_lazy("redirection", "whole"),
    Scope.PART: pgettext_lazy("redirection", "a part"),
    Scope.ALARM: pgettext_lazy("redirection", "news of a crime or a threat"),
}
HAPPENED: dict[str, Promise] = {
    Action.ASK_DATA: _("We asked you for what is missing"),
    Action.SUPPLY_DATA: _("What was missing has come"),
    Action.TURN_BACK: _("The appeal was returned: what was asked for did not come"),
    Action.LEAVE_ANONYMOUS: _("The appeal was left without consideration"),
    Action.REDIRECT: _("The appeal was redirected to the competent body"),
    "redirect_part": _("A part of the appeal was redirected to the competent body"),
    Action.MERGE: _("The appeal was joined to your earlier one"),
    "merge_in": _("Your later appeal was joined to this one"),
    Action.SEPARATE: _("The appeal is considered by itself again"),
    "separate_from": _("Your later appeal is considered by itself again"),
}
# On the tracking page: what is, and what it means.
DATA_ASKED = (
    _("Something is missing in your appeal"),
    _("Add it by the day named below, and we go on. The term of the answer runs meanwhile."),
)
MERGED = (
    _("The appeal is joined to your earlier one"),
    _("Both are about one thing and are considered together; the answer is given once."),
)
REDIRECTED = (
    _("The appeal is redirected"),
    _("The body that is competent considers it and answers you. Which one, the letter below says."),
)
LEFT = _("The reason, and what can be done, stand in the letter below. You may apply again at any time.")
AHEAD = pgettext_lazy("ahead", "What is missing, from the applicant")
MENU = pgettext_lazy("menu", "Screening")


def _to(facts: Mapping[str, object], _names: dict[int, str]) -> str:
    return str(facts.get(f"to_{get_language() or 'kk'}", ""))


def _earlier(facts: Mapping[str, object], _names: dict[int, str]) -> str:
    return str(facts.get("earlier", ""))


def _later(facts: Mapping[str, object], _names: dict[int, str]) -> str:
    return str(facts.get("later", ""))


def _lacking(facts: Mapping[str, object], _names: dict[int, str]) -> str:
    codes = facts.get("missing") or facts.get("supplied") or []
    return ", ".join(str(MISSING.get(str(code), code)) for code in codes)  # type: ignore[attr-defined]  # a list


def _tried(facts: Mapping[str, object], _names: dict[int, str]) -> str:
    way, result = CONTACT_WAYS.get(str(facts.get("way"))), REACHED.get(str(facts.get("result")))
    return f"{way}: {result}"


def _named(facts: Mapping[str, object], _names: dict[int, str]) -> str:
    return str(facts.get("names", ""))


# What the facts of a step say, in words.
DETAILS = {
    "redirect": _to,
    "redirect_part": _to,
    "merge": _earlier,
    "separate": _earlier,
    "merge_in": _later,
    "separate_from": _later,
    "ask_data": _lacking,
    "supply_data": _lacking,
    "note_contact": _tried,
    "name_co_applicants": _named,
}
