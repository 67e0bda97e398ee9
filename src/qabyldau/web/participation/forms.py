"""What is asked of a body, of its presence, and of a report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies import queries as bodies
from qabyldau.participation.actions import Guest, Said, Sent
from qabyldau.participation.gist import gist
from qabyldau.participation.kinds import Answer, Way
from qabyldau.web.labels import TOPICS
from qabyldau.web.participation.words import WAYS
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body
    from qabyldau.participation.models import Invitation
    from qabyldau.registry.models import Appeal

DAY_ERRORS = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}
LONGEST_GIST = 400
TWO = {"data-columns": "two"}


class MattersForm(forms.Form):
    """Which matters a body is told of, each in a few words without the person."""

    use_required_attribute = False

    def __init__(self, matters: Iterable[Appeal], data: QueryDict | None, known: dict[int, str]) -> None:
        super().__init__(data)
        self.matters = list(matters)
        for one in self.matters:
            self.fields[f"gist_{one.pk}"] = _gist_field(one, known.get(one.pk, ""))
        self.shape(known)

    def shape(self, known: dict[int, str]) -> None:
        for one in self.matters:
            told = forms.BooleanField(label=_("Tell of it"), required=False, initial=one.pk in known)
            self.fields[f"told_{one.pk}"] = told

    def rows(self) -> list[tuple[Appeal, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"gist_{one.pk}"], self[f"told_{one.pk}"]) for one in self.matters]

    def gists(self) -> dict[int, str]:
        given = self.cleaned_data
        return {one.pk: given[f"gist_{one.pk}"] for one in self.matters if given[f"told_{one.pk}"]}

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        for one in self.matters:
            if cleaned.get(f"told_{one.pk}") and not cleaned.get(f"gist_{one.pk}"):
                self.add_error(f"gist_{one.pk}", gettext("Say in a few words what it is about"))
        return cleaned


def _gist_field(one: Appeal, known: str) -> forms.CharField:
    names = (one.applicant_name, one.representative)
    first = f"{TOPICS[one.topic]}: {gist(one.substance, names)}"
    return forms.CharField(
        label=_("What it is about"),
        max_length=LONGEST_GIST,
        required=False,
        initial=known or first,
        widget=forms.Textarea(attrs={"rows": 2, "data-sometimes": "yes"}),
    )


class InviteForm(MattersForm):
    """Which bodies are asked, and which of them is told of which matter."""

    bodies = forms.MultipleChoiceField(
        label=_("Whom to ask"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one body")},
    )

    def __init__(
        self, offered: list[Body], chosen: list[int], matters: Iterable[Appeal], data: QueryDict | None
    ) -> None:
        self.named = [(str(one.pk), one.name[language()]) for one in offered]
        super().__init__(matters, data, {})
        self.fields["bodies"].choices = self.named  # type: ignore[attr-defined]  # a choice
        self.fields["bodies"].initial = [str(one) for one in chosen]

    def shape(self, known: dict[int, str]) -> None:  # noqa: ARG002  nobody was told anything yet
        for one in self.matters:
            self.fields[f"told_{one.pk}"] = forms.MultipleChoiceField(
                label=_("Whom to tell of it"),
                choices=self.named,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def guests(self) -> tuple[Guest, ...]:
        given = self.cleaned_data
        return tuple(
            Guest(
                int(body),
                {one.pk: given[f"gist_{one.pk}"] for one in self.matters if body in given[f"told_{one.pk}"]},
            )
            for body in given["bodies"]
        )


class ReplyForm(forms.Form):
    """Comes, and who; or does not come, and why."""

    use_required_attribute = False
    seen = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Will a representative take part?"),
        choices=[(Answer.CONFIRMED.value, _("Yes, comes")), (Answer.DECLINED.value, _("No, declined"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the answer")},
    )
    representative_id = forms.ChoiceField(
        label=_("Who comes"),
        help_text=_("If the person is not in this list, write the name below"),
        required=False,
        widget=forms.Select(attrs={"data-sometimes": "yes"}),
    )
    name = forms.CharField(
        label=_("Full name, if not in the list"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"data-sometimes": "yes"}),
    )
    position = forms.CharField(
        label=_("Position"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"data-sometimes": "yes"}),
    )
    reason = forms.CharField(
        label=_("Why not, if declined"),
        help_text=_("The reason stands word for word in the report to the President's Administration"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-sometimes": "yes"}),
    )

    def __init__(self, invitation: Invitation, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"seen": invitation.replies.count()})
        there = bodies.members(invitation.body, invitation.day.on)
        named = [
            (str(one.pk), f"{one.name[language()]}, {one.position[language()]}".rstrip(", ")) for one in there
        ]
        self.fields["representative_id"].choices = [("", "—"), *named]  # type: ignore[attr-defined]  # a choice

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        comes = cleaned.get("answer") == Answer.CONFIRMED
        if comes and not (cleaned.get("representative_id") or cleaned.get("name")):
            self.add_error("representative_id", gettext("Name who comes"))
        if cleaned.get("answer") == Answer.DECLINED and not cleaned.get("reason"):
            self.add_error("reason", gettext("Write why the body declined"))
        return cleaned

    def said(self) -> Said:
        given = self.cleaned_data
        one = given["representative_id"]
        return Said(
            answer=Answer(given["answer"]),
            representative_id=int(one) if one else None,
            name=given["name"],
            position=given["position"],
            reason=given["reason"],
            seen=given["seen"],
        )


class PresenceForm(forms.Form):
    """On the day: came or did not come."""

    use_required_attribute = False
    came = forms.ChoiceField(
        label=_("Did the representative come?"),
        choices=[("yes", pgettext_lazy("ledger", "Came")), ("no", pgettext_lazy("ledger", "Did not come"))],
        widget=forms.RadioSelect(attrs=TWO),
        error_messages={"required": _("Choose the answer")},
    )
    name = forms.CharField(
        label=_("Who came"),
        help_text=_("Empty: the one who was named in the answer"),
        max_length=200,
        required=False,
    )


class SentForm(forms.Form):
    """How the report went."""

    use_required_attribute = False
    on = forms.DateField(label=_("Sent on"), widget=DayInput, error_messages=DAY_ERRORS)
    way = forms.ChoiceField(
        label=_("How it was sent"),
        choices=[("", "—"), *WAYS.items()],
        error_messages={"required": _("Choose how it was sent")},
    )
    number = forms.CharField(label=_("Number there, if it was given"), max_length=60, required=False)

    def __init__(self, today: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"on": today})

    def sent(self) -> Sent:
        given = self.cleaned_data
        return Sent(on=given["on"], way=Way(given["way"]), number=given["number"])
