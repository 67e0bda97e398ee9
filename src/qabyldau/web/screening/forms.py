"""Forms of the acts of screening: what is missing, where it goes, what it is joined to, who signed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies import queries as bodies
from qabyldau.competence import suggest
from qabyldau.people.identifiers import cleaned, fault
from qabyldau.registry import queries as registry
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.norms.matter import looks_empty
from qabyldau.review import queries as review
from qabyldau.screening import queries as screening
from qabyldau.screening.kinds import Reached, Way
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.screening import evidence
from qabyldau.web.screening.words import CONTACT_WAYS, MISSING, REACHED
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm, text_area
from qabyldau.web.staff.words import choices
from qabyldau.web.templatetags.words import in_words

TYPED = (Missing.NAME, Missing.NUMBER, Missing.ADDRESS, Missing.MATTER)
ANOTHER = "another"
LONGEST_NAME, SHORTEST_NAME, MOST_NAMES = 200, 2, 2000


class AskDataForm(ActForm):
    """What is missing, and by when; the day that the office usually gives stands in the field."""

    missing = forms.MultipleChoiceField(
        label=_("What is missing"),
        choices=[(str(code), words) for code, words in MISSING.items()],
        widget=forms.CheckboxSelectMultiple(attrs={"data-columns": "two"}),
        error_messages={"required": _("Choose what is missing")},
    )
    until = forms.DateField(
        label=_("By what day"),
        widget=DayInput,
        error_messages={
            "required": _("Name the day"),
            "invalid": _("The day should look like 31.12.2026"),
        },
    )
    remark = forms.CharField(
        label=_("Explanation for the applicant"),
        help_text=_("It stands in the letter word for word, in the language of the applicant."),
        max_length=2000,
        required=False,
        widget=text_area(3),
    )

    def start(self) -> dict[str, object]:
        case = self.case
        lacking = [Missing.MATTER] if looks_empty(case.appeal.substance) else []
        lacking += [] if case.appeal.address or case.appeal.email else [Missing.ADDRESS]
        return {
            "until": screening.usual_day(case.appeal, case.today),
            "missing": [str(one) for one in lacking],
        }

    def shape(self) -> None:
        words = gettext("The term of the answer does not stop: no later than %(day)s")
        self.fields["until"].help_text = words % {"day": in_words(self.case.appeal.due_on)}


class SupplyForm(ActForm):
    """A field for each thing that was asked for; papers are ticked when they were shown or came."""

    name = forms.CharField(label=MISSING[Missing.NAME], max_length=200, required=False)
    number = forms.CharField(label=MISSING[Missing.NUMBER], max_length=20, required=False)
    address = forms.CharField(label=MISSING[Missing.ADDRESS], max_length=300, required=False)
    matter = forms.CharField(
        label=MISSING[Missing.MATTER], max_length=5000, required=False, widget=text_area(6)
    )
    brought = forms.MultipleChoiceField(
        label=_("Papers that were shown or came"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def shape(self) -> None:
        request = screening.open_request(self.case.appeal)
        self.lacking = request.lacking if request else ()
        for one in TYPED:
            if one not in self.lacking:
                del self.fields[one]
        papers = [(str(one), MISSING[one]) for one in self.lacking if one not in TYPED]
        self.offer("brought", papers)  # type: ignore[arg-type]  # words are choices
        if not papers:
            del self.fields["brought"]

    def clean_number(self) -> str:
        number = cleaned(str(self.cleaned_data["number"]))
        if number and fault(number):
            raise forms.ValidationError(gettext("Check the number: its check digit is wrong"))
        return number

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        for one in self.lacking:
            if one in TYPED and one not in self.errors and not answers.get(one):
                self.add_error(str(one), gettext("It was asked for: fill it in"))
        wanted = {str(one) for one in self.lacking if one not in TYPED}
        if "brought" in self.fields and wanted - set(answers.get("brought", ())):
            self.add_error("brought", gettext("Tick every paper that was asked for"))
        return answers


class RedirectForm(ActForm):
    """The competent body: one of those the office keeps, or by name; as found by screening."""

    body_id = forms.ChoiceField(
        label=_("The competent body"), error_messages={"required": _("Choose the competent body")}
    )
    body_kk = forms.CharField(
        label=_("If another: its name in Kazakh"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )
    body_ru = forms.CharField(
        label=_("If another: its name in Russian"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs=SOMETIMES),
    )
    motive = forms.CharField(
        label=_("Why it is competent"),
        help_text=_("Both letters say it word for word: to the body and to the applicant."),
        max_length=5000,
        widget=text_area(4),
        error_messages={"required": _("Write why this body is competent")},
    )

    def start(self) -> dict[str, object]:
        found = review.latest_screening(self.case.appeal)
        if found and found.competent_body_kk and found.competent_body_ru:
            named = {"body_kk": found.competent_body_kk, "body_ru": found.competent_body_ru}
            return {"body_id": ANOTHER, **named}
        guess = next((one for one in suggest(self.case.appeal.substance) if not one.competent.is_ours), None)
        if guess is None:
            return {}
        return {"body_id": ANOTHER, "body_kk": guess.competent.name.kk, "body_ru": guess.competent.name.ru}

    def shape(self) -> None:
        case = self.case
        kept = bodies.active(case.appeal.office_id, case.today)
        rows: list[tuple[str, object]] = [(str(one.pk), one.name[case.language]) for one in kept]
        another = (ANOTHER, gettext("Another body, named below"))
        self.offer("body_id", [("", "—"), *rows, another])

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("body_id") == ANOTHER:
            for name in ("body_kk", "body_ru"):
                if not answers.get(name):
                    self.add_error(name, gettext("Name the body in this language"))
        return answers

    def given(self) -> dict[str, object]:
        given = super().given()
        if given["body_id"] == ANOTHER:
            return {**given, "body_id": None}
        return {**given, "body_id": int(str(given["body_id"])), "body_kk": "", "body_ru": ""}

    def evidence(self) -> dict[str, object]:
        return evidence.of_competence(self.case)


class RedirectPartForm(RedirectForm):
    """The same for a part, which is named in words."""

    part = forms.CharField(
        label=_("Which part is passed on"),
        help_text=_("In words that the applicant and the body both understand."),
        max_length=5000,
        widget=text_area(4),
        error_messages={"required": _("Write which part is passed on")},
    )
    field_order = ("part", "body_id", "body_kk", "body_ru", "motive")


class MergeForm(ActForm):
    """The number of the earlier appeal; the likely one stands in the field, with its reasons beside."""

    earlier_number = forms.CharField(
        label=_("Number of the earlier appeal"),
        help_text=_("Both are about one thing and come from one person: you decide."),
        max_length=40,
        error_messages={"required": _("Name the earlier appeal")},
    )

    def start(self) -> dict[str, object]:
        double = screening.likely_double(self.case.appeal)
        return {"earlier_number": double.appeal.number} if double else {}

    def clean_earlier_number(self) -> str:
        typed = str(self.cleaned_data["earlier_number"]).strip().upper()
        found = registry.numbered(self.case.appeal.office_id, typed)
        if found is None or found.pk >= self.case.appeal.pk:
            raise forms.ValidationError(gettext("There is no earlier appeal with this number"))
        return typed

    def evidence(self) -> dict[str, object]:
        return evidence.gather(self.case)


class NamesForm(ActForm):
    """A name a line, as they stand on the paper; those who signed, and those who were only named."""

    signed = forms.CharField(
        label=_("Those who signed, one a line"),
        help_text=_("Without the applicant, who stands before the list. Numbers before names are dropped."),
        max_length=100_000,
        required=False,
        widget=text_area(10),
    )
    unsigned = forms.CharField(
        label=_("Those who are named but have not signed, one a line"),
        max_length=100_000,
        required=False,
        widget=text_area(4),
    )

    def start(self) -> dict[str, object]:
        rows = list(self.case.appeal.co_applicants.order_by("place"))
        said = {True: "signed", False: "unsigned"}
        return {
            said[kind]: "\n".join(one.name for one in rows if one.signed is kind) for kind in (True, False)
        }

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.names = [
            *((name, True) for name in lines(str(answers.get("signed", "")))),
            *((name, False) for name in lines(str(answers.get("unsigned", "")))),
        ]
        if not self.names:
            self.add_error("signed", gettext("Enter at least one name"))
        if len(self.names) > MOST_NAMES:
            self.add_error("signed", gettext("No more than %(count)s names") % {"count": MOST_NAMES})
        short = next((one for one, _ in self.names if not SHORTEST_NAME <= len(one) <= LONGEST_NAME), "")
        if short:
            self.add_error("signed", gettext("This is not a name: %(line)s") % {"line": short[:40]})
        return answers

    def given(self) -> dict[str, object]:
        return {"names": [{"name": name, "signed": signed} for name, signed in self.names]}


def lines(typed: str) -> list[str]:
    """Names as pasted from a letter or a table: without their numbers, empty lines and doubles."""
    plain = (line.strip(" \t;,").lstrip("0123456789.)№ \t").strip() for line in typed.splitlines())
    return list(dict.fromkeys(" ".join(line.split()) for line in plain if line))


class ContactForm(ActForm):
    """How it was tried, and what came of it."""

    way = forms.ChoiceField(
        label=_("How"),
        choices=choices(CONTACT_WAYS),
        initial=Way.CALL,
        widget=forms.RadioSelect(attrs={"data-columns": "two"}),
    )
    result = forms.ChoiceField(
        label=_("What came of it"),
        choices=choices(REACHED),
        widget=forms.RadioSelect(attrs={"data-columns": "two"}),
        error_messages={"required": _("Say what came of it")},
    )
    remark = forms.CharField(
        label=_("Remark"),
        help_text=_("For example, who answered, and when to call again."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("result") == Reached.CAME_BACK and answers.get("way") != Way.POST:
            self.add_error("way", gettext("Only a letter sent by post comes back"))
        return answers
