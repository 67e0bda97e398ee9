"""Step four: whom the applicant would like to see, how, and whether they are received out of turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people import queries as people
from qabyldau.registry.statement import Wish
from qabyldau.regulation.norms.queue import Precedence, Standing
from qabyldau.regulation.norms.reception import Mode, VideoByConsent
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.web.labels import MODES
from qabyldau.web.public.chrome import language, today
from qabyldau.web.public.request.forms import LineInput, StepForm

if TYPE_CHECKING:
    from qabyldau.people.models import Official

NOBODY = ""


class WishForm(StepForm):
    """A wish binds nobody: the office decides who receives, when and how."""

    official = forms.ChoiceField(
        label=_("Whom would you like to see?"), required=False, initial=NOBODY, widget=forms.RadioSelect
    )
    mode = forms.ChoiceField(
        label=_("How would you like to be received?"),
        choices=list(MODES.items()),
        initial=Mode.IN_PERSON,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you would like to be received")},
    )
    video_consent = forms.BooleanField(label=_("I agree to be received by video"), required=False)
    standing = forms.ChoiceField(
        label=_("Do you belong to those who are received out of turn?"), required=False, widget=forms.Select
    )
    standing_proof = forms.CharField(
        label=_("Document that shows it"),
        help_text=_("Its name and number; bring the original to the reception"),
        max_length=200,
        required=False,
        widget=LineInput("forty", sometimes=True),
    )

    def shape(self) -> None:
        self.officials = list(people.officials(self.office.pk, today(self.office)))
        said = language()
        named = [(str(one.pk), f"{one.name[said]} — {one.position[said]}") for one in self.officials]
        self._offer("official", [(NOBODY, gettext("Whoever is competent in my question")), *named])
        ahead = self.law.get(Precedence).ahead if self.law.has(Precedence) else frozenset()
        standings = [(one.value, str(one.words[said]).capitalize()) for one in Standing if one in ahead]
        self._offer("standing", [("", gettext("No")), *standings])
        self.video_citation = self.law.cite(VideoByConsent)
        self.precedence_citation = self.law.cite(Precedence) if standings else None

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("mode") == Mode.VIDEO:
            self._clean_video(answers)
        if answers.get("standing") and not answers.get("standing_proof"):
            self.add_error("standing_proof", gettext("Name the document that shows it"))
        return answers

    def _clean_video(self, answers: dict[str, Any]) -> None:
        norm, said = self.law.get(VideoByConsent), language()
        official = self._chosen(answers.get("official", NOBODY))
        consented = bool(answers.get("video_consent"))
        code = norm.objection(Rank(official.rank) if official else min(norm.ranks), consented=consented)
        clause = {"clause": self.law.cite(VideoByConsent).words[said]}
        if code == "video_by_whom":
            words = gettext(
                "This official does not receive by video: only the akim and deputies do (%(clause)s)"
            )
            self.add_error("mode", words % clause)
        if code == "video_without_consent":
            words = gettext(
                "A reception by video needs your consent: tick the box or choose “In person” (%(clause)s)"
            )
            self.add_error("video_consent", words % clause)

    def _chosen(self, typed: str) -> Official | None:
        return next((one for one in self.officials if str(one.pk) == typed), None)


def wish(answers: dict[str, Any]) -> Wish:
    return Wish(
        official_id=int(answers["official"]) if answers["official"] else None,
        mode=Mode(answers["mode"]),
        video_consent=answers["video_consent"],
        standing=Standing(answers["standing"]) if answers["standing"] else None,
        standing_proof=answers["standing_proof"],
    )
