"""An official cannot receive: who told it and when; then one page with the ways, and one confirmation."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qabyldau.people import queries as people
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import actions as replanning
from qabyldau.replanning import queries
from qabyldau.replanning.kinds import Cause
from qabyldau.replanning.options import affected, options
from qabyldau.schedule import queries as schedule
from qabyldau.web.public.request.forms import DayInput
from qabyldau.web.replanning.words import CAUSES, OPTIONS
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, language, now, office_of, show
from qabyldau.web.staff.words import choices
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.replanning.models import Absence

WRONG_DAY = _("The day should look like 31.12.2026")
# What a browser gives for a day and an hour.
TYPED = "%Y-%m-%dT%H:%M"
# The best ways stand open, so that a day fits one screen.
SHOWN = 3


class AbsenceForm(forms.Form):
    """What was said, by whom and when: the clause asks for it."""

    use_required_attribute = False
    official_id = forms.ChoiceField(
        label=_("Who cannot receive"), error_messages={"required": _("Choose who cannot receive")}
    )
    since = forms.DateField(
        label=_("First day"),
        widget=DayInput,
        error_messages={"required": _("Name the first day"), "invalid": WRONG_DAY},
    )
    until = forms.DateField(
        label=_("Last day"),
        widget=DayInput,
        error_messages={"required": _("Name the last day"), "invalid": WRONG_DAY},
    )
    cause = forms.ChoiceField(
        label=_("Why"),
        choices=choices(CAUSES),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the reason")},
    )
    remark = forms.CharField(label=_("Remark"), max_length=300, required=False)
    told_by = forms.CharField(
        label=_("Who told it"), max_length=200, error_messages={"required": _("Write who told it")}
    )
    told_at = forms.DateTimeField(
        label=_("When it was told"),
        help_text=_("Two working days before the reception, or on its day; otherwise it is flagged"),
        input_formats=[TYPED],
        widget=forms.DateTimeInput(format=TYPED, attrs={"type": "datetime-local", "data-size": "twenty"}),
        error_messages={"required": _("Say when it was told"), "invalid": _("Say when it was told")},
    )

    def __init__(self, request: StaffRequest, office: Office, data: QueryDict | None = None) -> None:
        moment, said = now().astimezone(ZoneInfo(office.zone)), language()
        there = people.officials(office.pk, moment.date())
        if not request.actor.may(Right.REPLAN):
            there = there.filter(pk=request.actor.official_id or 0)
        named = [(str(one.pk), f"{one.name[said]} — {one.position[said]}") for one in there]
        first = {
            "told_by": request.actor.name,
            "told_at": moment.replace(second=0, microsecond=0, tzinfo=None),
        }
        asked = {name: request.GET.get(name, "") for name in ("official_id", "since", "until")}
        super().__init__(data, initial={**first, **asked})
        self.zone = ZoneInfo(office.zone)
        start = [("", gettext("Choose"))] if len(named) != 1 else []
        self.fields["official_id"].choices = [*start, *named]  # type: ignore[attr-defined]  # a choice

    def clean_told_at(self) -> datetime:
        typed: datetime = self.cleaned_data["told_at"]
        return typed.replace(tzinfo=self.zone)

    def told(self) -> replanning.Told:
        given = self.cleaned_data
        return replanning.Told(
            official_id=int(given["official_id"]),
            since=given["since"],
            until=given["until"],
            cause=Cause(given["cause"]),
            told_by=given["told_by"],
            told_at=given["told_at"],
            remark=given["remark"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    form = AbsenceForm(request, office, request.POST or None)
    if form.is_valid() and (row := _told(request, office, form)):
        touched = list(row.days.all())
        if len(touched) == 1 and request.actor.may(Right.REPLAN):
            return redirect("staff:replanning_day", touched[0].day_id)
        messages.success(request, gettext("It is recorded. No hour of those days is given to anybody now."))
        return redirect("staff:replanning")
    context: dict[str, object] = {"form": form}
    return show(request, "replanning/absence.html", context, status=UNPROCESSABLE if form.errors else 200)


def _told(request: StaffRequest, office: Office, form: AbsenceForm) -> Absence | None:
    """None: it cannot be so, and the form says why."""
    try:
        return replanning.tell_absence(office, form.told(), by=request.actor, at=now())
    except UnlawfulError as unlawful:
        clause = f" ({unlawful.citation.words[language()]})" if unlawful.citation else ""
        form.add_error("until", law_message(unlawful) + clause)
        return None


@require_safe
def day(request: StaffRequest, day_id: int) -> HttpResponse:
    """Who is affected, what may be done, what follows from each: one screen, nothing changed by looking."""
    found = get_object_or_404(schedule.days(request.actor.office_id).select_related("office"), pk=day_id)
    absent = queries.absent_day(found.pk)
    if absent is None:
        messages.warning(request, gettext("Nobody has said that the official cannot receive on this day."))
        return redirect("staff:days_day", day_id)
    concerned = affected(found)
    context = {
        "day": found,
        "absent": absent,
        "cause": CAUSES[absent.absence.cause],
        "citation": Citation.from_row(absent.citation),
        "concerned": concerned,
        "ways": [(one, OPTIONS[one.kind]) for one in options(concerned, now())],
        "shown": SHOWN,
    }
    return show(request, "replanning/day.html", context)


@require_POST
def confirm(request: StaffRequest, day_id: int) -> HttpResponse:
    """All hours, all letters, the posted schedule: at once, as shown."""
    get_object_or_404(schedule.days(request.actor.office_id), pk=day_id)
    key, seen = request.POST.get("key", ""), request.POST.get("seen", "")
    try:
        done = replanning.replan_day(day_id, key=key, seen=seen, asked=Asked(by=request.actor, at=now()))
    except UnlawfulError as unlawful:
        messages.error(request, law_message(unlawful))
        return redirect("staff:replanning_day", day_id)
    words = gettext("Done: %(moved)s have their new hours, %(left)s wait in their order. Everybody is told.")
    messages.success(request, words % {"moved": len(done.moved), "left": len(done.left)})
    return redirect("staff:replanning")


@require_POST
def withdraw(request: StaffRequest, absence_id: int) -> HttpResponse:
    """The official can receive after all."""
    get_object_or_404(queries.absences(request.actor.office_id), pk=absence_id)
    replanning.withdraw_absence(absence_id, by=request.actor, at=now())
    messages.success(request, gettext("The notice is taken back: hours not yet replanned are open again."))
    return redirect("staff:replanning")
