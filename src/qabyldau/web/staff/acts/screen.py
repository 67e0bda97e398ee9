"""Record the findings: is the matter stated, is it ours, was it heard before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.competence import Subject, Suggestion, subject_of, subjects, suggest
from qabyldau.registry import queries as registry
from qabyldau.review import queries as review
from qabyldau.web.screening import evidence
from qabyldau.web.staff.acts.form import SAID, SOMETIMES, UNSAID, ActForm, text_area
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

ANSWERS = [
    ("yes", pgettext_lazy("finding", "Yes")),
    ("no", pgettext_lazy("finding", "No")),
    (UNSAID, pgettext_lazy("finding", "Not looked at yet")),
]
QUESTIONS = (
    "states_the_matter",
    "authored",
    "tells_of_crime",
    "within_competence",
    "heard_before",
    "new_arguments",
)


def _question(label: _StrPromise) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=ANSWERS,
        initial=UNSAID,
        required=False,
        widget=forms.RadioSelect(attrs={"data-columns": "row"}),
    )


def _named(one: Subject) -> tuple[str, str]:
    said = language()
    return one.code, f"{one.category[said]} › {one.name[said]}"


class ScreenForm(ActForm):
    """A question that nobody looked at is left as it is: no answer is guessed."""

    states_the_matter = _question(_("Does the appeal say what it is about?"))
    authored = _question(_("Can it be told who wrote it? (signature, or a sign-in; address)"))
    tells_of_crime = _question(_("Does it tell of a crime, or of a threat to people?"))
    subject = forms.ChoiceField(
        label=_("Subject by the classifier"),
        required=False,
        error_messages={"invalid_choice": _("This code is not in use: choose another")},
    )
    within_competence = _question(
        _("Is the matter within the competence of the local bodies or of territorial units?")
    )
    competent_body_kk = forms.CharField(
        label=_("If not: the competent body, in Kazakh"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )
    competent_body_ru = forms.CharField(
        label=_("If not: the competent body, in Russian"),
        help_text=_("The letter names it only when both languages are filled in."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )
    heard_before = _question(_("Was this person received, or answered, on the same matter before?"))
    earlier_number = forms.CharField(
        label=_("If so: number of the earlier appeal"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )
    new_arguments = _question(_("Does the repeated appeal bring new arguments?"))
    remark = forms.CharField(
        label=_("Remark"),
        help_text=_("For example, where the earlier answer is kept if it is not in this system."),
        max_length=5000,
        required=False,
        widget=text_area(3),
    )

    def start(self) -> dict[str, object]:
        before = review.latest_screening(self.case.appeal)
        if before is None:
            return self._guessed()
        words = {value: word for word, value in SAID.items()}
        kept = {name: getattr(before, name) for name in ("competent_body_kk", "competent_body_ru", "remark")}
        said = {name: words[getattr(before, name)] for name in QUESTIONS}
        earlier = before.earlier.number if before.earlier else ""
        return {**kept, **said, "earlier_number": earlier, "subject": before.subject}

    def shape(self) -> None:
        """Those that the text suggests first; a code that ended only where it was chosen before."""
        guessed = [_named(one.subject) for one in self._guesses()]
        chosen = subject_of(self.case.appeal.subject)
        ended = [_named(chosen)] if chosen and not chosen.stands_on(self.case.today) else []
        groups: dict[str, list[tuple[str, str]]] = {}
        for one in subjects(self.case.today):
            groups.setdefault(one.section[self.case.language], []).append(_named(one))
        suggested = [(gettext("By the words of the text"), guessed)] if guessed else []
        no_more = [(gettext("Chosen before, in use no more"), ended)] if ended else []
        self.offer("subject", [("", gettext("Not chosen")), *suggested, *no_more, *groups.items()])

    def _guesses(self) -> list[Suggestion]:
        return suggest(self.case.appeal.substance, self.case.today)

    def _guessed(self) -> dict[str, object]:
        """The likeliest subject, and its body if that is not us, stand in the form; the answers do not."""
        first = next(iter(self._guesses()), None)
        if first is None:
            return {}
        name = first.competent.name
        body = {} if first.competent.is_ours else {"competent_body_kk": name.kk, "competent_body_ru": name.ru}
        return {"subject": first.subject.code, **body}

    def clean_earlier_number(self) -> str:
        typed = str(self.cleaned_data["earlier_number"]).strip()
        office_id = self.case.appeal.office_id
        found = registry.numbered(office_id, typed)
        if typed and (found is None or found.pk == self.case.appeal.pk):
            raise forms.ValidationError(gettext("There is no other appeal with this number"))
        return typed

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        where = answers.get("earlier_number") or answers.get("remark")
        if answers.get("heard_before") == "yes" and "earlier_number" not in self.errors and not where:
            words = gettext("Name the earlier appeal, or say in the remark where the answer is kept")
            self.add_error("earlier_number", words)
        if answers.get("heard_before") == "yes" and answers.get("new_arguments") not in {"yes", "no"}:
            words = gettext("Say whether the repeated appeal brings new arguments")
            self.add_error("new_arguments", words)
        return answers

    def evidence(self) -> dict[str, object]:
        return evidence.gather(self.case)

    def given(self) -> dict[str, object]:
        given = super().given()
        return given | {name: SAID.get(str(given[name])) for name in QUESTIONS}
