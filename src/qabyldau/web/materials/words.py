"""Names of what the pages of materials speak of."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from qabyldau.materials.kinds import AnswerKind, RequestState

STATES: dict[str, Promise] = {
    RequestState.OPEN: pgettext_lazy("request for materials", "Waits for an answer"),
    RequestState.ANSWERED: pgettext_lazy("request for materials", "Answered"),
    RequestState.UNABLE: pgettext_lazy("request for materials", "Cannot be answered"),
    RequestState.WITHDRAWN: pgettext_lazy("request for materials", "Withdrawn"),
}
KINDS: dict[str, Promise] = {
    AnswerKind.ANSWER: pgettext_lazy("answer", "The materials are given"),
    AnswerKind.UNABLE: pgettext_lazy("answer", "It cannot be answered, because"),
}
