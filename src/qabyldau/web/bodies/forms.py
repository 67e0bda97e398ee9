"""What is asked of a body and of those who speak for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from qabyldau.bodies.actions import BodySheet, Seat
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.people import queries as people
from qabyldau.regulation.words import Language, Words
from qabyldau.web.bodies.words import CODES, KINDS
from qabyldau.web.public.request.forms import DayInput, languages

if TYPE_CHECKING:
    from qabyldau.bodies.models import Body

BOTH = _("Fill it in in both languages: it stands in the letters")
DAY_ERRORS = {"required": _("Name the day"), "invalid": _("The day should look like 31.12.2026")}
KIND_CHOICES = [("", "—"), *((code, words) for code, words in KINDS.items())]
CODE_CHOICES = [("", "—"), *((code, words) for code, words in CODES.items())]


ADDRESSED = _(
    "As it stands on a letter: position and name in the right form. Empty: as they are written above."
)


class BodyForm(forms.Form):
    """A body; names in both languages, because letters about it go out in both."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=_("Kind of body"),
        choices=KIND_CHOICES,
        error_messages={"required": _("Choose the kind of body")},
    )
    code = forms.ChoiceField(
        label=_("What the law knows it by"),
        help_text=_("Empty: it takes part only when it is asked by name"),
        choices=CODE_CHOICES,
        required=False,
    )
    name_kk = forms.CharField(label=_("Name, in Kazakh"), max_length=300, error_messages={"required": BOTH})
    name_ru = forms.CharField(label=_("Name, in Russian"), max_length=300, error_messages={"required": BOTH})
    head_kk = forms.CharField(label=_("First head, in Kazakh"), max_length=200, required=False)
    head_ru = forms.CharField(label=_("First head, in Russian"), max_length=200, required=False)
    position_kk = forms.CharField(label=_("Position of the head, in Kazakh"), max_length=300, required=False)
    position_ru = forms.CharField(label=_("Position of the head, in Russian"), max_length=300, required=False)
    addressed_kk = forms.CharField(
        label=_("To whom, in Kazakh"), help_text=ADDRESSED, max_length=300, required=False
    )
    addressed_ru = forms.CharField(
        label=_("To whom, in Russian"), help_text=ADDRESSED, max_length=300, required=False
    )
    address_kk = forms.CharField(label=_("Postal address, in Kazakh"), max_length=300, required=False)
    address_ru = forms.CharField(label=_("Postal address, in Russian"), max_length=300, required=False)
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("Invitations and requests go there; empty: on paper"),
        required=False,
    )
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    language = forms.ChoiceField(label=_("Language of its letters"), choices=languages)

    def sheet(self) -> BodySheet:
        given = self.cleaned_data
        return BodySheet(
            kind=BodyKind(given["kind"]),
            code=BodyCode(given["code"]) if given["code"] else None,
            name=_said(given, "name"),
            head=_said(given, "head"),
            position=_said(given, "position"),
            addressed=Words(kk=given["addressed_kk"], ru=given["addressed_ru"]),
            address=_said(given, "address"),
            email=given["email"],
            phone=given["phone"],
            language=Language(given["language"]),
        )


class NewBodyForm(BodyForm):
    """A body and the day from which it may be asked."""

    since = forms.DateField(label=_("From"), widget=DayInput, error_messages=DAY_ERRORS)


class SeatForm(forms.Form):
    """Who speaks for a body."""

    use_required_attribute = False
    name_kk = forms.CharField(
        label=_("Full name, in Kazakh"), max_length=200, error_messages={"required": BOTH}
    )
    name_ru = forms.CharField(
        label=_("Full name, in Russian"), max_length=200, error_messages={"required": BOTH}
    )
    position_kk = forms.CharField(label=_("Position, in Kazakh"), max_length=300, required=False)
    position_ru = forms.CharField(label=_("Position, in Russian"), max_length=300, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    since = forms.DateField(label=_("From"), widget=DayInput, error_messages=DAY_ERRORS)
    user_id = forms.ChoiceField(
        label=_("Signs in as"),
        help_text=_("Answers invitations and requests of this body on a page of their own"),
        required=False,
    )

    def __init__(self, day: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"since": day})
        named = [(str(user.pk), user.full_name or user.username) for user in people.staff()]
        self.fields["user_id"].choices = [("", "—"), *named]  # type: ignore[attr-defined]  # a choice

    def seat(self) -> Seat:
        given = self.cleaned_data
        return Seat(
            name=_said(given, "name"),
            position=_said(given, "position"),
            email=given["email"],
            phone=given["phone"],
            user_id=int(given["user_id"]) if given["user_id"] else None,
        )


class EndForm(forms.Form):
    """A last day."""

    use_required_attribute = False
    until = forms.DateField(label=_("Last day"), widget=DayInput, error_messages=DAY_ERRORS)


def kept(body: Body) -> dict[str, str]:
    """What a form shows of a body that is already there."""
    return {name: getattr(body, name) for name in BodyForm.base_fields}


def _said(given: dict[str, str], name: str) -> Words:
    """A name or a place written in one language only is written so in the other as well."""
    kk, ru = given[f"{name}_kk"], given[f"{name}_ru"]
    return Words(kk=kk or ru, ru=ru or kk)
