"""Forms of the acts of control on an appeal: who does it, who did it before, whether it was done."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies import queries as bodies
from qabyldau.control import queries, recusal
from qabyldau.control.kinds import AT_WORK
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms.control import InstructionControl, NotTheSameHand
from qabyldau.web.staff.acts.chosen import official_choices
from qabyldau.web.staff.acts.form import SOMETIMES, ActForm, text_area

UNDER: dict[str, type[Norm]] = {"hand_on": InstructionControl, "note_earlier_hand": NotTheSameHand}


class HandOnForm(ActForm):
    """Only those are offered who may have it: whoever resolved the matter before is not in the list."""

    chosen = forms.ChoiceField(
        label=_("Who carries it out"),
        help_text=_("People of the executors; whoever resolved this matter before is not offered"),
        error_messages={"required": _("Choose who carries it out")},
    )

    def shape(self) -> None:
        appeal, today, said = self.case.appeal, self.case.today, self.case.language
        offered: list[tuple[str, object]] = [("", "—")]
        for one in queries.of_appeal(appeal):
            for part in one.executors.all() if one.stage in AT_WORK else ():
                free = recusal.free_people(appeal, bodies.members(part.body, today))
                people = [(f"{part.pk}:{who.pk}", who.name[said]) for who in free]
                if people:
                    offered.append((f"{one.place}. {part.body.name[said]}", people))
        self.offer("chosen", offered)

    def given(self) -> dict[str, object]:
        part, person = str(self.cleaned_data["chosen"]).split(":")
        return {"part_id": int(part), "person_id": int(person)}


class EarlierHandForm(ActForm):
    """Somebody of a body or an official: one of them."""

    known_from = forms.CharField(
        label=_("From where it is known"),
        help_text=_("As: history of e-Otinish, letter of the body. No word of the applicant"),
        max_length=200,
        error_messages={"required": _("Say from where it is known")},
    )
    person_id = forms.ChoiceField(
        label=_("Somebody of a body"), required=False, widget=forms.Select(SOMETIMES)
    )
    official_id = forms.ChoiceField(label=_("Or an official"), required=False, widget=forms.Select(SOMETIMES))

    def shape(self) -> None:
        said = self.case.language
        people = bodies.representatives(self.case.appeal.office_id)
        named = [(str(one.pk), f"{one.body.name[said]} — {one.name[said]}") for one in people]
        self.offer("person_id", [("", "—"), *named])
        self.offer("official_id", [("", "—"), *official_choices(self.case)])

    def given(self) -> dict[str, object]:
        found = super().given()
        return {name: value or None for name, value in found.items()}


class ReopenForm(ActForm):
    """What the applicant said."""

    words = forms.CharField(
        label=_("What is not done, in the applicant's words"),
        max_length=5000,
        widget=text_area(),
        error_messages={"required": _("Write what is not done")},
    )


class FoundForm(ActForm):
    """What the check found: the applicant reads it."""

    found = forms.CharField(
        label=_("What the check found"),
        help_text=_("In the language of the applicant; it stands word for word in the letter"),
        max_length=5000,
        widget=text_area(),
        error_messages={"required": _("Write what the check found")},
    )


FORMS: dict[str, type[ActForm]] = {
    "hand_on": HandOnForm,
    "note_earlier_hand": EarlierHandForm,
    "reopen": ReopenForm,
    "confirm_done": FoundForm,
    "put_back": FoundForm,
}
