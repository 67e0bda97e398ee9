"""Writes about people: who applies, who has which role, who may use the API."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from qabyldau import rows
from qabyldau.likeness.names import name_key
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.models import Applicant, Attempt, Office, Official, RoleGrant, Token, User
from qabyldau.people.queries import token_digest
from qabyldau.people.roles import Role
from qabyldau.people.sealing import blind_index, seal
from qabyldau.regulation.norms.intake import OfficeHours

TOKEN_LIFE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Person:
    """An applicant as stated. `number` is the ИИН, БИН or the number of `document`; may be empty."""

    kind: ApplicantKind
    name: str
    number: str = ""
    document: str = ""
    born_on: date | None = None


def known(office_id: int, person: Person) -> int:
    """Id of the applicant with that number in that office, made if new: one statement, safe against races.

    Somebody already known keeps the name first given: who types a number does not rename its owner.
    """
    uid = uuid.uuid4()
    index = blind_index(person.number and f"{person.document}{person.number}")
    row = Applicant(
        uid=uid,
        office_id=office_id,
        kind=person.kind,
        name=person.name,
        folded_name=person.name.casefold(),
        name_key=name_key(person.name)[:200],
        number_index=index or f"none-{uid}",
        document=person.document,
        born_on=person.born_on,
    )
    row.sealed_number = seal(person.number, row=f"applicant|{uid}|number")
    rows.insert_or_find(row, unique=("office", "number_index"))
    return row.pk


def grant(
    user: User, office_id: int, role: Role, *, since: date, position_kk: str, position_ru: str
) -> RoleGrant:
    return RoleGrant.objects.create(
        user=user,
        office_id=office_id,
        role=role,
        since=since,
        position_kk=position_kk,
        position_ru=position_ru,
    )


def new_token(username: str, *, at: datetime, life: timedelta = TOKEN_LIFE) -> str:
    """A bearer token for the API, shown once; only its hash is kept."""
    secret = secrets.token_urlsafe(32)
    user = User.objects.get(username=username)
    Token.objects.create(user=user, digest=token_digest(secret), created_at=at, expires_at=at + life)
    return secret


@transaction.atomic
def count_attempt(key: str, *, at: datetime, window: timedelta) -> int:
    """How many tries this key has had in the current window, this one included."""
    slot = int(at.timestamp() // window.total_seconds())
    table = Attempt._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {table} (key, "window", count) VALUES (%s, %s, 1) '  # noqa: S608
            f'ON CONFLICT (key, "window") DO UPDATE SET count = {table}.count + 1 RETURNING count',
            [key, slot],
        )
        return int(cursor.fetchone()[0])


def forget_attempts(prefix: str, *, before: datetime, window: timedelta) -> None:
    """Tries whose window is long over guard nothing any more."""
    slot = int(before.timestamp() // window.total_seconds())
    Attempt.objects.filter(key__startswith=prefix, window__lt=slot).delete()


def end_grant(grant: RoleGrant, until: date) -> RoleGrant:
    """The last day of a role; what was done under it stays."""
    grant.until = until
    grant.save(update_fields=["until"])
    return grant


def set_hours(office: Office, hours: OfficeHours) -> Office:
    """From now on the office works so; what was registered before keeps its day."""
    office.opens, office.closes = hours.opens, hours.closes
    if hours.lunch_from and hours.lunch_to:
        office.lunch_from, office.lunch_until = hours.lunch_from, hours.lunch_to
    office.save(update_fields=["opens", "closes", "lunch_from", "lunch_until"])
    return office


def end_authority(official: Official, until: date) -> Official:
    """The last day on which this official may receive."""
    official.until = until
    official.save(update_fields=["until"])
    return official


def note_texts(office_id: int, digest: str) -> None:
    """Which wordings of papers the office has: whoever keeps them at hand sees that they are others now."""
    Office.objects.filter(pk=office_id).update(texts=digest)
