"""The question by which way letters shall go, wherever it is asked."""

from collections.abc import Mapping

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from qabyldau.outbox.kinds import Channel

PREFERRED: dict[str, Promise] = {
    "": pgettext_lazy("way", "By every way I leave"),
    Channel.EMAIL: pgettext_lazy("way", "By e-mail only"),
    Channel.SMS: pgettext_lazy("way", "By SMS; what does not fit, whole by e-mail or on paper"),
    Channel.PORTAL: pgettext_lazy("way", "Only on this site: I will look on the page of my appeal"),
    Channel.PAPER: pgettext_lazy("way", "On paper by post"),
}
NEEDS = {Channel.EMAIL: "email", Channel.SMS: "phone", Channel.PAPER: "address"}


class PreferredField(forms.ChoiceField):
    """One way, or every way that was left."""

    def __init__(self, ways: tuple[str, ...] = tuple(PREFERRED)) -> None:
        super().__init__(
            label=_("By which way shall letters go?"),
            choices=[(way, PREFERRED[way]) for way in ways],
            required=False,
            widget=forms.RadioSelect,
        )


def check_preferred(form: forms.Form, answers: Mapping[str, object]) -> None:
    """The preferred way needs its address."""
    needed = NEEDS.get(Channel(str(answers["preferred"]))) if answers.get("preferred") else None
    if needed is None or needed not in form.fields or needed in form.errors or answers.get(needed):
        return
    words = {
        "email": gettext("For letters by e-mail we need an e-mail"),
        "phone": gettext("For letters by SMS we need a mobile phone"),
        "address": gettext("For letters on paper we need a postal address"),
    }
    form.add_error(needed, words[needed])
