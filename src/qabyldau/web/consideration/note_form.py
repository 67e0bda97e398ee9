"""The form of the note: what is known, what is quoted, what is proposed, in one language or in both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.acts.consideration import LONG
from qabyldau.materials import queries as materials
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.refusal import grounds
from qabyldau.review import notes
from qabyldau.review.kinds import Proposal
from qabyldau.web.consideration.typed import as_typed
from qabyldau.web.labels import MODES
from qabyldau.web.public.request.forms import languages
from qabyldau.web.staff.acts.chosen import coming_days, day_choices, official_choices
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm, text_area
from qabyldau.web.staff.words import GROUNDS, PROPOSALS, choices
from qabyldau.web.templatetags.staff import short_day

NUMBERS = ("official_id", "day_id")
LISTS = ("history", "materials")


class NoteForm(ActForm):
    """To receive names an official, and a day where one is planned; to refuse names a ground."""

    language = forms.ChoiceField(
        label=_("The note is written in"),
        choices=languages,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    facts = forms.CharField(
        label=_("Facts"),
        help_text=_("What was checked, what was established, what the head should know."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 9, **SOMETIMES}),
    )
    history = forms.MultipleChoiceField(
        label=_("Earlier appeals quoted in the note"), required=False, widget=forms.CheckboxSelectMultiple
    )
    materials = forms.MultipleChoiceField(
        label=_("Answers of units quoted in the note"), required=False, widget=forms.CheckboxSelectMultiple
    )
    proposal = forms.ChoiceField(
        label=_("What do you propose?"),
        choices=choices(PROPOSALS),
        required=False,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )
    official_id = forms.ChoiceField(
        label=_("If to receive: who"), required=False, widget=forms.Select(attrs=SOMETIMES)
    )
    day_id = forms.ChoiceField(label=_("If to receive: on which day"), required=False)
    mode = forms.ChoiceField(label=_("If to receive: how"), required=False)
    ground = forms.ChoiceField(
        label=_("If to refuse: on what ground"),
        help_text=_("Only grounds that the findings bear out can be chosen."),
        required=False,
        widget=forms.Select(attrs=SOMETIMES),
    )
    conclusion = forms.CharField(
        label=_("Conclusion"),
        help_text=_("Why this is proposed."),
        max_length=LONG,
        required=False,
        widget=text_area(4),
    )
    facts_other = forms.CharField(
        label=pgettext_lazy("note", "Facts in the other language"),
        max_length=LONG,
        required=False,
        widget=text_area(6),
    )
    conclusion_other = forms.CharField(
        label=pgettext_lazy("note", "Conclusion in the other language"),
        max_length=LONG,
        required=False,
        widget=text_area(4),
    )

    def start(self) -> dict[str, object]:
        """One's own draft, else the last version, else nothing but the applicant's wish."""
        case = self.case
        self.last = notes.latest_version(case.appeal)
        self.draft = notes.draft(case.appeal, case.actor.user_id)
        if self.draft is not None:
            return dict(self.draft.typed)
        if self.last is not None:
            return as_typed(self.last)
        return {"official_id": case.appeal.wished_official_id or "", "language": case.language}

    @property
    def began_at(self) -> int:
        return self.last.version if self.last else 0

    @property
    def overtaken(self) -> bool:
        """Somebody kept a version after this draft was begun."""
        return self.draft is not None and self.draft.began_at_version < self.began_at

    def shape(self) -> None:
        case, said = self.case, self.case.language
        self.days = coming_days(case)
        self.offer("official_id", [("", "—"), *official_choices(case)])
        self.offer("day_id", [("", gettext("No day yet")), *day_choices(self.days)])
        self.offer("mode", [("", gettext("As the applicant wished")), *choices(MODES)])  # type: ignore[arg-type]  # labels of another module
        found = grounds(case.found, case.appeal.edition)
        self.offer("ground", [("", "—"), *[(one.code, GROUNDS.get(one.code, one.code)) for one in found]])
        before = [
            (str(one.pk), f"{one.number}, {short_day(one.registered_on)}: {one.substance[:90]}")
            for one in registry.earlier(case.appeal)
        ]
        answered = [
            (str(one.pk), f"{one.body.name[said]}: {one.answer.text[:90]}")
            for one in materials.answered(case.appeal)
        ]
        self._offer_or_drop("history", before)
        self._offer_or_drop("materials", answered)

    def _offer_or_drop(self, name: str, rows: list[tuple[str, str]]) -> None:
        """Nothing to quote, nothing to choose; at first everything is quoted."""
        if not rows:
            del self.fields[name]
            return
        self.offer(name, rows)  # type: ignore[arg-type]  # words are choices
        if name not in self.initial:
            self.initial[name] = [key for key, _words in rows]

    def check_for_head(self) -> bool:
        """What only the head's version must have; keeping a version asks for none of it."""
        answers = self.cleaned_data
        if not answers.get("facts"):
            self.add_error("facts", gettext("Write the facts the head decides by"))
        if not answers.get("proposal"):
            self.add_error("proposal", gettext("Choose what you propose"))
        if answers.get("proposal") == Proposal.RECEIVE and not answers.get("official_id"):
            self.add_error("official_id", gettext("Name the official who should receive"))
        if answers.get("proposal") == Proposal.REFUSE and not answers.get("ground"):
            self.add_error("ground", gettext("Name the ground of the refusal"))
        return not self.errors

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        day = next((one for one in self.days if str(one.pk) == answers.get("day_id")), None)
        if day and answers.get("official_id") and str(day.official_id) != answers["official_id"]:
            self.add_error("day_id", gettext("On this day another official receives"))
        return answers

    def given(self) -> dict[str, object]:
        given = super().given()
        if given["proposal"] == Proposal.REFUSE:
            given |= {"official_id": "", "day_id": "", "mode": ""}
        if given["proposal"] == Proposal.RECEIVE:
            given["ground"] = ""
        empty = {name: given[name] or None for name in (*NUMBERS, "mode", "proposal")}
        chosen = {name: [int(one) for one in given.get(name, [])] for name in LISTS}  # type: ignore[attr-defined]  # lists
        return {**given, **empty, **chosen}
