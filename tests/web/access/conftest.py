"""An office with somebody in every role, an appeal that reached its hour, and another office beside."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from qabyldau.calls import actions as calls
from qabyldau.outbox.models import Message
from qabyldau.papers.kinds import PaperKind
from qabyldau.papers.models import Paper, Wording
from qabyldau.people import actions as people
from qabyldau.people import founding
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official, User
from qabyldau.people.queries import actor_of
from qabyldau.people.roles import Role
from qabyldau.reception.models import Visit
from qabyldau.registry import files
from qabyldau.registry.models import Appeal
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.review.queries import live_appointment
from qabyldau.schedule.models import ReceptionDay, Version
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import MONDAY, moment
from tests.web.access.situations_of_consideration import considered
from tests.web.access.situations_of_control import controlled
from tests.web.access.situations_of_minutes import minuted
from tests.web.access.situations_of_participation import invited
from tests.web.access.situations_of_reporting import reported
from tests.web.access.situations_of_surveys import surveyed

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OURS = tuple(
    f"{one.label}_"
    for one in apps.get_app_configs()
    if one.name.startswith("qabyldau.") and one.label != "journal"
)
# A new session is noted in its person's row by whatever page it opens first.
SIGNS_IN = "people_user"
WRITTEN = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
SINCE = date(2025, 1, 1)
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
People = dict[Role, User]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Monday, the 2nd of March 2026, noon in the office."""
    with time_machine.travel(moment(3, 2, 12), tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:  # noqa: ANN401  pytest's own fixtures
    settings.MEDIA_ROOT = tmp_path


def staffed(office: Office, suffix: str = "") -> People:
    """Somebody in every role."""
    found = {}
    for role in Role:
        name = f"{role}{suffix}"
        user = User.objects.filter(username=name).first() or founding.employ(
            name, full_name=name, password_hash=make_password("")
        )
        people.grant(user, office.pk, role, since=SINCE, position_kk="маман", position_ru="специалист")
        found[role] = user
    return found


@pytest.fixture
def everybody(office: Office, akim: Official) -> People:
    """Twelve people of the office; the one in the role `official` is the one who receives."""
    found = staffed(office)
    Official.objects.filter(pk=akim.pk).update(user=found[Role.OFFICIAL], rank=Rank.HEADS_OF_DEPARTMENTS)
    TOTP.activate(found[Role.ADMIN], "JBSWY3DPEHPK3PXP")
    return found


@pytest.fixture
def actors(office: Office, everybody: People) -> dict[Role, Actor]:
    found = {role: actor_of(user, office.pk, MONDAY.date()) for role, user in everybody.items()}
    return {role: actor for role, actor in found.items() if actor}


@pytest.fixture
def elsewhere(office: Office) -> Office:
    """Another office, which must see nothing of the first."""
    return Office.objects.create(
        code="oral",
        prefix="ORL",
        name_kk="Орал қаласы әкімінің аппараты",
        name_ru="Аппарат акима города Уральска",
        address_kk="Орал",
        address_ru="Уральск",
        phone="+7 700 000 00 01",
        edition_code=office.edition_code,
    )


def browser(user: User | None) -> Client:
    """A browser of this person; None: of somebody who did not sign in."""
    client = Client()
    if user:
        client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def places(appointed: Appeal, day: ReceptionDay, everybody: People) -> dict[str, object]:
    """What the addresses name: rows of the office that exist."""
    file = files.attach(appointed, (files.Upload("справка.png", PNG),), MONDAY)[0]
    grant = everybody[Role.PRESS].grants.get()
    letter = Message.objects.order_by("pk").first()
    return {
        "appeal_id": appointed.pk,
        "number": appointed.number,
        "file_id": file.pk,
        "day_id": day.pk,
        "official_id": day.official_id,
        "grant_id": grant.pk,
        "message_id": letter.pk if letter else 0,
        "mismatch_id": 0,
        "absence_id": 0,
        "restriction_id": 0,
        "year": day.on.year,
        "month_number": day.on.month,
        "version_id": Version.objects.get().pk,
        "room_id": 0,
        "meeting_id": 0,
        "asking_id": 0,
        "signature_id": 0,
        "dictated_id": 0,
        "user_id": grant.user_id,
        "channel": "post",
        "language": "kk",
        "form": "pdf",
        "name": "matter",
        "value": "large",
        "act": "withdraw",
        "path": "x",
        "visit_id": visited(appointed, day).pk,
        **called(everybody),
        **surveyed(appointed.office, everybody),
        **papers(everybody),
        **considered(appointed, day, everybody),
        **invited(day, everybody),
        **reported(day, everybody),
        **minuted(appointed, day),
        **controlled(appointed, everybody),
    }


def visited(appeal: Appeal, day: ReceptionDay) -> Visit:
    """Somebody who came too early to be received, and went home: the day itself is still to come."""
    appointment = live_appointment(appeal)
    assert appointment
    return Visit.objects.create(
        office=appeal.office,
        day=day,
        on=day.on,
        appeal=appeal,
        appointment=appointment,
        ticket=1,
        stage="cancelled",
        mode="in_person",
        document="ID",
        arrived_at=MONDAY,
    )


def called(everybody: People) -> dict[str, object]:
    """A pile of printed forms; no emergency is in force."""
    office = Office.objects.get(code="zko")
    operator = actor_of(everybody[Role.OPERATOR], office.pk, MONDAY.date())
    assert operator
    pile = calls.reserve(office, 2, device=None, by=operator, at=MONDAY)
    return {"block_id": pile.pk, "emergency_id": 0}


def papers(everybody: People) -> dict[str, object]:
    """The list of the day as a paper, and a text that waits for approval."""
    paper = Paper.objects.filter(kind=PaperKind.RECEPTION_LIST).latest("pk")
    text = Wording.objects.create(
        office=paper.office,
        name="left",
        language="kk",
        version=1,
        by_user=everybody[Role.DEPARTMENT],
        written_at=MONDAY,
    )
    return {
        "paper_id": paper.pk,
        "spoken": "kk",
        "template": "left",
        "version_id": text.pk,
        "kind": "refusal",
        "code": paper.code,
    }


def routes() -> dict[str, tuple[str, ...]]:
    """Every address of the product by its name, with the names in it."""
    return dict(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, space: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", tuple(entry.pattern.converters)
        else:
            yield from _walk(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside leaves no trace."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def untouched() -> Iterator[None]:
    """Inside, nothing is written to a table of ours but the journal; fails with the tables that were."""
    seen: set[str] = set()

    def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:  # noqa: ANN401  Django's own shape
        written = WRITTEN.findall(sql)
        seen.update(table for table in written if table.startswith(OURS) and table != SIGNS_IN)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        yield
    assert not seen


def fingerprint() -> str:
    """Changes with any row of ours but the journal's."""
    whole = sha256()
    for model in apps.get_models():
        if model._meta.db_table.startswith(OURS):
            whole.update(repr(list(model._default_manager.order_by("pk").values_list())).encode())
    return whole.hexdigest()


def today() -> date:
    return timezone.localdate()


Make = Callable[..., Any]
