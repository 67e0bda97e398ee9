"""By which way a letter goes: the one preferred, every one left, by hand, and as changed later."""

import pytest

from qabyldau.acts import perform
from qabyldau.journal import queries as journal
from qabyldau.outbox.kinds import Channel
from qabyldau.outbox.models import Message
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry import contacts
from qabyldau.registry.errors import StaleError
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact
from qabyldau.regulation.words import Language
from qabyldau.review import actions as review
from tests.flow.conftest import MONDAY, look, statement

PHONE, EMAIL, ADDRESS = "+77000000001", "ulgi@example.org", "Орал, Үлгі көшесі, 1"
WAYS = [
    # preferred, phone, e-mail; ways of a short letter; ways of one with reasons
    (None, PHONE, EMAIL, {"email", "sms"}, {"email", "sms"}),
    (None, PHONE, "", {"sms"}, {"sms", "paper"}),
    (None, "", "", {"paper", "portal"}, {"paper", "portal"}),
    (Channel.EMAIL, PHONE, EMAIL, {"email"}, {"email"}),
    (Channel.SMS, PHONE, EMAIL, {"sms"}, {"sms", "email"}),
    (Channel.SMS, PHONE, "", {"sms"}, {"sms", "paper"}),
    (Channel.PAPER, PHONE, EMAIL, {"paper"}, {"paper"}),
    (Channel.PORTAL, PHONE, EMAIL, {"portal"}, {"portal"}),
    # the preferred address was never left
    (Channel.EMAIL, PHONE, "", {"sms"}, {"sms", "paper"}),
]


def registered_with(office: Office, clerk: Actor, contact: Contact) -> Appeal:
    return registry.register(office, statement(contact=contact), by=clerk, at=MONDAY).appeal


def ways(appeal: Appeal, notice: str) -> set[str]:
    told = Message.objects.filter(about=appeal.key, notice=notice)
    return set(told.values_list("channel", flat=True))


@pytest.mark.parametrize(("preferred", "phone", "email", "short", "_reasoned"), WAYS)
def test_a_letter_goes_by_the_way_preferred_or_by_every_way_left(
    office: Office,
    clerk: Actor,
    preferred: Channel | None,
    phone: str,
    email: str,
    short: set[str],
    _reasoned: set[str],
) -> None:
    appeal = registered_with(office, clerk, Contact(phone, email, ADDRESS, preferred))
    registry.withdraw(appeal.pk, asked=Asked(by=clerk, at=MONDAY))

    assert ways(appeal, "withdrawal") == short


@pytest.mark.parametrize(("preferred", "phone", "email", "_short", "reasoned"), WAYS)
def test_reasons_are_not_cut_to_the_length_of_an_sms(
    office: Office,
    clerk: Actor,
    department: Actor,
    preferred: Channel | None,
    phone: str,
    email: str,
    _short: set[str],
    reasoned: set[str],
) -> None:
    appeal = registered_with(office, clerk, Contact(phone, email, ADDRESS, preferred))
    look(appeal, department, states_the_matter=False, within_competence=None, heard_before=None)
    review.leave(appeal.pk, asked=Asked(by=department, at=MONDAY))

    assert ways(appeal, "left") == reasoned


def test_the_talon_does_not_lie_in_the_box_that_it_opens(office: Office, clerk: Actor) -> None:
    nobody = registered_with(office, clerk, Contact(address=ADDRESS))

    assert ways(nobody, "registered") == {"paper"}


def test_only_the_talon_rings_at_night(registered: Appeal, clerk: Actor) -> None:
    registry.withdraw(registered.pk, asked=Asked(by=clerk, at=MONDAY))

    found = Message.objects.filter(about=registered.key, channel=Channel.SMS)
    assert dict(found.values_list("notice", "urgent")) == {"registered": True, "withdrawal": False}


CHANGED: dict[str, object] = {
    "phone": "+77000000009",
    "email": "",
    "address": "",
    "preferred": "sms",
    "language": "kk",
}


def test_later_letters_go_as_changed(registered: Appeal, clerk: Actor) -> None:
    perform("change_contact", registered, CHANGED, Asked(by=clerk, at=MONDAY))
    registry.withdraw(registered.pk, asked=Asked(by=clerk, at=MONDAY))

    letter = Message.objects.get(about=registered.key, notice="withdrawal")
    assert (letter.channel, letter.address, letter.language) == ("sms", "+77000000009", "kk")


def test_the_journal_says_what_was_changed_and_never_to_what(registered: Appeal, clerk: Actor) -> None:
    perform("change_contact", registered, CHANGED, Asked(by=clerk, at=MONDAY))

    entry = journal.about(registered.office_id, registered.key).last()
    assert entry is not None
    assert (entry.action, entry.actor) == ("change_contact", clerk.label)
    assert entry.facts == {"changed": ["email", "language", "phone", "preferred"]}


def test_the_head_corrects_no_phones(registered: Appeal, head: Actor) -> None:
    with pytest.raises(PermissionDeniedError):
        perform("change_contact", registered, CHANGED, Asked(by=head, at=MONDAY))


@pytest.mark.parametrize(
    "wrong", [{"phone": "8700"}, {"email": "ulgi"}, {"preferred": "pigeon"}, {"fax": "1"}]
)
def test_what_is_no_address_is_refused(registered: Appeal, clerk: Actor, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        perform("change_contact", registered, {**CHANGED, **wrong}, Asked(by=clerk, at=MONDAY))


def test_the_applicant_chooses_the_way_of_their_own_appeal(registered: Appeal) -> None:
    own = Actor.applicant(registered.office_id, registered.pk)
    asked = Asked(by=own, at=MONDAY, version=registered.version)
    contacts.choose_way(registered.pk, preferred=Channel.PORTAL, language=Language.KK, asked=asked)

    registered.refresh_from_db()
    assert (registered.preferred, registered.language) == ("portal", "kk")
    with pytest.raises(StaleError):
        contacts.choose_way(registered.pk, preferred=None, language=Language.RU, asked=asked)


def test_nobody_chooses_for_another(registered: Appeal) -> None:
    stranger = Asked(by=Actor.applicant(registered.office_id, registered.pk + 1), at=MONDAY)

    with pytest.raises(PermissionDeniedError):
        contacts.choose_way(registered.pk, preferred=None, language=Language.RU, asked=stranger)
