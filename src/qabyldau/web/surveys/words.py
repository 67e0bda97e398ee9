"""Names of what surveys speak of."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from qabyldau.surveys.kinds import Population, QuestionKind, Stage, Tried, Way

POPULATIONS: dict[str, Promise] = {
    Population.DECLINED: _("Who was consulted and declined to book"),
    Population.RECEIVED: _("Who was received"),
}
WAYS: dict[str, Promise] = {
    Way.CALLS: pgettext_lazy("survey", "Operators call"),
    Way.LINKS: pgettext_lazy("survey", "A link goes out that opens once"),
}
KINDS: dict[str, Promise] = {
    QuestionKind.SCORE: pgettext_lazy("question", "Score from 1 to 5"),
    QuestionKind.YES_NO: pgettext_lazy("question", "Yes or no"),
    QuestionKind.TEXT: pgettext_lazy("question", "In their own words"),
}
STAGES: dict[str, Promise] = {
    Stage.OPEN: pgettext_lazy("survey", "not asked yet"),
    Stage.ANSWERED: pgettext_lazy("survey", "answered"),
    Stage.REFUSED: pgettext_lazy("survey", "did not wish to"),
    Stage.UNREACHED: pgettext_lazy("survey", "not reached"),
}
TRIED: dict[str, Promise] = {
    Tried.NO_ANSWER: pgettext_lazy("call", "No answer"),
    Tried.LATER: pgettext_lazy("call", "Call back later"),
    Tried.REFUSED: pgettext_lazy("call", "Does not wish to answer"),
    Tried.WRONG_NUMBER: pgettext_lazy("call", "Wrong number"),
}
ANSWERS: dict[str, Promise] = {
    "yes": pgettext_lazy("answer", "Yes"),
    "no": pgettext_lazy("answer", "No"),
}
