"""Where a person's data may lie, and where never: seeded canaries are looked for in every table and log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from qabyldau.gateways.console import ConsoleMailer, LogSms
from qabyldau.jobs import tick
from qabyldau.outbox import actions as outbox
from qabyldau.outbox.actions import Carriers
from qabyldau.people.actor import Actor
from qabyldau.people.kinds import Reveal
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.statement import Contact
from tests.flow.conftest import MONDAY, moment, statement

NAME, IIN, PHONE, PHRASE = "Канареева Үлгі", "051216300036", "+77009998877", "канарейка поёт у колодца"
NAMED = {"people.Applicant", "registry.Appeal", "outbox.Message"}
# A numbered letter names whom it is to.
ALLOWED = {NAME: NAMED | {"papers.Paper"}, PHONE: NAMED, PHRASE: NAMED}


@pytest.fixture
def lived(office: Office, clerk: Actor, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Appeal:
    """An appeal that was registered, told, shown, flagged late and withdrawn, with every log kept."""
    caplog.set_level("DEBUG")
    contact = Contact(phone=PHONE, email="canary@example.org")
    said = statement(NAME, number=IIN, substance=PHRASE, contact=contact)
    appeal = registry.register(office, said, by=clerk, at=MONDAY).appeal
    carriers = Carriers(mailer=ConsoleMailer(tmp_path), sms=LogSms(tmp_path))
    while outbox.carry_one(carriers, at=MONDAY):
        continue
    tick.tick(moment(3, 18))
    registry.reveal(appeal.pk, reason=Reveal.IDENTITY_CHECK, asked=Asked(by=clerk, at=MONDAY))
    registry.withdraw(appeal.pk, asked=Asked(by=clerk, at=MONDAY))
    return appeal


def kept() -> Iterator[tuple[str, str]]:
    """Every value of every row of ours, with the table it stands in."""
    for model in apps.get_models():
        if model.__module__.startswith("qabyldau."):
            fields = [
                field.attname
                for field in model._meta.concrete_fields
                if not isinstance(field, models.UUIDField)
            ]
            for row in model._default_manager.values_list(*fields):
                yield model._meta.label, " ".join(map(str, row))


def test_an_identification_number_lies_nowhere_in_clear(lived: Appeal) -> None:
    assert lived.applicant.sealed_number
    assert [table for table, values in kept() if IIN in values] == []


@pytest.mark.parametrize("canary", ALLOWED)
def test_a_person_is_named_only_where_a_person_must_be(lived: Appeal, canary: str) -> None:
    where = {table for table, values in kept() if canary in values}

    assert lived.state == "registered"
    assert where
    assert where <= ALLOWED[canary]


@pytest.mark.parametrize("canary", [NAME, IIN, PHONE, PHRASE, "canary@example.org"])
def test_the_log_names_nobody(lived: Appeal, caplog: pytest.LogCaptureFixture, canary: str) -> None:
    assert lived.pk
    ours = [
        record.getMessage() for record in caplog.get_records("setup") if record.name.startswith("qabyldau")
    ]
    assert ours
    assert not [line for line in ours if canary in line]
