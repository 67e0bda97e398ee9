"""Who has the authority to receive, from which day to which."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qabyldau.acts import keeping
from qabyldau.acts.keeping import KeepingError
from qabyldau.people import queries as people
from qabyldau.people.founding import Post
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.staff.admin.people import AGAINST, DAY_ERRORS, EndForm
from qabyldau.web.staff.page import (
    UNPROCESSABLE,
    StaffRequest,
    language,
    now,
    office_of,
    show,
    today,
)

NAME_BOTH = _("Fill it in in both languages: it stands in the letters")


class OfficialForm(forms.Form):
    """A new official; names and positions in both languages, because letters go out in both."""

    use_required_attribute = False
    name_kk = forms.CharField(
        label=_("Name, in Kazakh"), max_length=200, error_messages={"required": NAME_BOTH}
    )
    name_ru = forms.CharField(
        label=_("Name, in Russian"), max_length=200, error_messages={"required": NAME_BOTH}
    )
    position_kk = forms.CharField(
        label=_("Position, in Kazakh"), max_length=200, error_messages={"required": NAME_BOTH}
    )
    position_ru = forms.CharField(
        label=_("Position, in Russian"), max_length=200, error_messages={"required": NAME_BOTH}
    )
    rank = forms.ChoiceField(
        label=_("Group of officials"), error_messages={"required": _("Choose the group of officials")}
    )
    since = forms.DateField(label=_("Has the authority from"), widget=DayInput, error_messages=DAY_ERRORS)
    user_id = forms.ChoiceField(
        label=_("Signs in as"), help_text=_("Empty: does not work in this system"), required=False
    )

    def __init__(self, day: date, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"since": day})
        ranks = [(str(rank.value), rank.words[language()]) for rank in Rank]
        named = [(str(user.pk), user.full_name or user.username) for user in people.staff()]
        self.fields["rank"].choices = [("", "—"), *ranks]  # type: ignore[attr-defined]  # a choice
        self.fields["user_id"].choices = [("", "—"), *named]  # type: ignore[attr-defined]  # a choice

    def post(self) -> Post:
        given = self.cleaned_data
        return Post(
            name=Words(kk=given["name_kk"], ru=given["name_ru"]),
            position=Words(kk=given["position_kk"], ru=given["position_ru"]),
            rank=Rank(int(given["rank"])),
            since=given["since"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def officials(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    form = OfficialForm(day, request.POST or None)
    if form.is_valid():
        user_id = form.cleaned_data["user_id"]
        keeping.authorise(
            office.pk, form.post(), user_id=int(user_id) if user_id else None, by=request.actor, at=now()
        )
        messages.success(request, gettext("The official is entered."))
        return redirect("staff:officials")
    rows = [(one, Rank(one.rank).words, one.authorised_on(day)) for one in people.all_officials(office.pk)]
    context = {"form": form, "rows": rows}
    return show(request, "officials.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end_authority(request: StaffRequest, official_id: int) -> HttpResponse:
    """From the day after, nobody is appointed to this official."""
    official = get_object_or_404(people.all_officials(request.actor.office_id), pk=official_id)
    form = EndForm(request.POST or None, initial={"until": official.until or today(office_of(request))})
    if form.is_valid() and _ended(request, official_id, form):
        messages.success(request, gettext("The last day of the authority is recorded."))
        return redirect("staff:officials")
    context = {"form": form, "official": official}
    return show(request, "end_authority.html", context, status=UNPROCESSABLE if form.errors else 200)


def _ended(request: StaffRequest, official_id: int, form: EndForm) -> bool:
    try:
        keeping.end_authority(official_id, until=form.cleaned_data["until"], by=request.actor, at=now())
    except KeepingError as against:
        form.add_error("until", AGAINST[against.code])
        return False
    return True
