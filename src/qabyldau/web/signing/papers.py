"""Names of what is signed."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from qabyldau.signatures.kinds import Paper

PAPERS: dict[str, Promise] = {
    Paper.STATEMENT: pgettext_lazy("signed", "The appeal, by the applicant"),
    Paper.DECISION: pgettext_lazy("signed", "The decision"),
    Paper.PROTOCOL: pgettext_lazy("signed", "The protocol"),
    Paper.OTHER: pgettext_lazy("signed", "Another text"),
}
