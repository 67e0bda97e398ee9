"""Ask an official to receive today: those of the groups that may, with authority today."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people import queries as people
from qabyldau.registry.moves import local_day
from qabyldau.regulation.norms.schedule import SameDayReception
from qabyldau.web.staff.acts.form import ActForm
from qabyldau.web.staff.page import language


class AskTodayForm(ActForm):
    """The official answers on a page of their own."""

    official_id = forms.ChoiceField(
        label=_("Whom to ask"),
        help_text=_("Heads of departments and authorised employees receive on the day of the request."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom to ask")},
    )

    def shape(self) -> None:
        appeal, said = self.case.appeal, language()
        ranks = appeal.edition.get(SameDayReception).ranks
        day = local_day(appeal.office, self.case.at)
        there = people.officials(appeal.office_id, day).filter(rank__in=ranks)
        self.offer(
            "official_id", [(str(one.pk), f"{one.name[said]} — {one.position[said]}") for one in there]
        )
        if not there:
            self.fields["official_id"].help_text = gettext("Nobody of these groups has authority today.")


FORMS = {"ask_today": AskTodayForm}
