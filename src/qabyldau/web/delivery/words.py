"""Where a message stands, what has happened to it and why, as people say it."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from qabyldau.outbox.kinds import QUIET, Channel, Stand, Step
from qabyldau.ports.delivery import Fault
from qabyldau.web.components import Shape

CHANNELS: dict[str, Promise] = {
    Channel.EMAIL: pgettext_lazy("channel", "E-mail"),
    Channel.SMS: pgettext_lazy("channel", "SMS"),
    Channel.PAPER: pgettext_lazy("channel", "Paper"),
    Channel.PORTAL: pgettext_lazy("channel", "Page of the appeal"),
}
STANDS: dict[str, Promise] = {
    Stand.WAITING: pgettext_lazy("stand", "waits to be sent"),
    Stand.QUIET: pgettext_lazy("stand", "waits for the end of the quiet hours"),
    Stand.RETRIED: pgettext_lazy("stand", "did not go, is tried again"),
    Stand.ON_PAPER: pgettext_lazy("stand", "waits to be handed over"),
    Stand.SENT: pgettext_lazy("stand", "sent"),
    Stand.DELIVERED: pgettext_lazy("stand", "delivered"),
    Stand.READ: pgettext_lazy("stand", "read"),
    Stand.BOUNCED: pgettext_lazy("stand", "did not arrive"),
    Stand.GIVEN_UP: pgettext_lazy("stand", "could not be sent"),
    Stand.SETTLED: pgettext_lazy("stand", "settled by a person"),
}
SHAPES: dict[str, Shape] = {
    Stand.RETRIED: Shape.SOON,
    Stand.ON_PAPER: Shape.SOON,
    Stand.BOUNCED: Shape.LATE,
    Stand.GIVEN_UP: Shape.LATE,
    Stand.DELIVERED: Shape.FINE,
    Stand.READ: Shape.FINE,
    Stand.SENT: Shape.FINE,
    Stand.SETTLED: Shape.FINE,
}
STEPS: dict[str, Promise] = {
    Step.HELD: pgettext_lazy("way", "Kept back in the quiet hours"),
    Step.FAILED: pgettext_lazy("way", "Did not go"),
    Step.SENT: pgettext_lazy("way", "Sent"),
    Step.DELIVERED: pgettext_lazy("way", "Delivered"),
    Step.READ: pgettext_lazy("way", "Read"),
    Step.BOUNCED: pgettext_lazy("way", "Did not arrive"),
    Step.GIVEN_UP: pgettext_lazy("way", "Given up: a person takes over"),
    Step.LATE: pgettext_lazy("way", "A report came after the final one and was only noted"),
    Step.RESENT: pgettext_lazy("way", "Sent anew"),
    Step.HANDED_OVER: pgettext_lazy("way", "Handed over or told by a person"),
}
FAULTS: dict[str, Promise] = {
    QUIET: pgettext_lazy("fault", "quiet hours"),
    Fault.NO_CONNECTION: pgettext_lazy("fault", "no connection with the provider"),
    Fault.NO_ANSWER: pgettext_lazy("fault", "the provider did not answer"),
    Fault.NONSENSE: pgettext_lazy("fault", "the provider answered something unintelligible"),
    Fault.BUSY: pgettext_lazy("fault", "the provider asks to come later"),
    Fault.BROKEN: pgettext_lazy("fault", "the provider is out of order"),
    Fault.NOT_SECURE: pgettext_lazy("fault", "there is no safe connection with the provider"),
    Fault.SIGN_IN: pgettext_lazy("fault", "the provider does not let us in: login or password"),
    Fault.NO_MONEY: pgettext_lazy("fault", "the account with the provider is empty"),
    Fault.BLOCKED: pgettext_lazy("fault", "the provider has blocked us"),
    Fault.NO_SUCH_ADDRESS: pgettext_lazy("fault", "there is no such number or address"),
    Fault.UNREACHABLE: pgettext_lazy("fault", "the phone or mailbox could not be reached"),
    Fault.FULL: pgettext_lazy("fault", "the mailbox is full"),
    Fault.REJECTED: pgettext_lazy("fault", "the message was rejected"),
    Fault.EXPIRED: pgettext_lazy("fault", "the phone was off until the message was out of date"),
    Fault.NO_REPORT: pgettext_lazy("fault", "three days without a word on whether it arrived"),
    Fault.LOST: pgettext_lazy("fault", "the provider does not know the message it took"),
    Fault.NOT_READ: pgettext_lazy("fault", "nobody opened the page of the appeal for three days"),
    Fault.DIED: pgettext_lazy("fault", "the software could not handle this message"),
}


def fault(code: str) -> str:
    """In words; a code of an earlier version as it is."""
    return str(FAULTS.get(code, code))
