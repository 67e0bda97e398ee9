"""Put the note before the head: the facts, and what the department proposes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.regulation.norms.refusal import grounds
from qabyldau.review import queries as review
from qabyldau.review.kinds import Proposal
from qabyldau.web.staff.acts.chosen import coming_days, day_choices, official_choices
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm, text_area
from qabyldau.web.staff.words import GROUNDS, PROPOSALS, choices


class SubmitForm(ActForm):
    """To receive names an official, and a day where one is planned; to refuse names a ground."""

    facts = forms.CharField(
        label=_("Facts and materials"),
        help_text=_("What was checked, what was collected, what the head should know."),
        max_length=5000,
        widget=text_area(7),
        error_messages={"required": _("Write the facts the head decides by")},
    )
    proposal = forms.ChoiceField(
        label=_("What do you propose?"),
        choices=choices(PROPOSALS),
        initial=Proposal.RECEIVE,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
        error_messages={"required": _("Choose what you propose")},
    )
    official_id = forms.ChoiceField(
        label=_("If to receive: who"), required=False, widget=forms.Select(attrs=SOMETIMES)
    )
    day_id = forms.ChoiceField(label=_("If to receive: on which day"), required=False)
    ground = forms.ChoiceField(
        label=_("If to refuse: on what ground"),
        help_text=_("Only grounds that the findings bear out can be chosen."),
        required=False,
        widget=forms.Select(attrs=SOMETIMES),
    )

    def start(self) -> dict[str, object]:
        note = review.latest_note(self.case.appeal)
        wished = self.case.appeal.wished_official_id
        if note is None:
            return {"official_id": wished or ""}
        kept = {name: getattr(note, name) for name in ("facts", "proposal", "ground")}
        return {**kept, "official_id": note.official_id or "", "day_id": note.day_id or ""}

    def shape(self) -> None:
        case = self.case
        self.days = coming_days(case)
        self.offer("official_id", [("", "—"), *official_choices(case)])
        self.offer("day_id", [("", gettext("No day yet")), *day_choices(self.days)])
        found = grounds(case.found, case.appeal.edition)
        self.offer("ground", [("", "—"), *[(one.code, GROUNDS.get(one.code, one.code)) for one in found]])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("proposal") == Proposal.RECEIVE:
            self._clean_reception(answers)
        if answers.get("proposal") == Proposal.REFUSE and not answers.get("ground"):
            self.add_error("ground", gettext("Name the ground of the refusal"))
        return answers

    def _clean_reception(self, answers: dict[str, Any]) -> None:
        if not answers.get("official_id"):
            self.add_error("official_id", gettext("Name the official who should receive"))
        day = next((one for one in self.days if str(one.pk) == answers.get("day_id")), None)
        if day and answers.get("official_id") and str(day.official_id) != answers["official_id"]:
            self.add_error("day_id", gettext("On this day another official receives"))

    def given(self) -> dict[str, object]:
        given = super().given()
        receives = given["proposal"] == Proposal.RECEIVE
        return {
            "facts": given["facts"],
            "proposal": given["proposal"],
            "official_id": given["official_id"] or None if receives else None,
            "day_id": given["day_id"] or None if receives else None,
            "ground": "" if receives else given["ground"],
        }
