"""Reads: offices, officials with authority, and the actor behind a sign-in or a token."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from qabyldau.people.actor import Actor, Kind
from qabyldau.people.identifiers import cleaned
from qabyldau.people.models import Applicant, Attempt, Office, Official, RoleGrant, User
from qabyldau.people.roles import RANKS, Right, Role
from qabyldau.people.sealing import blind_index, opened
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Words

RECEIVING = frozenset({Role.OFFICIAL, Role.AKIM, Role.DEPUTY, Role.HEAD_OF_OFFICE})


def office(code: str) -> Office:
    return Office.objects.get(code=code)


def officials(office_id: int, on: date) -> QuerySet[Official]:
    """Those who have the authority to receive on that day, by rank."""
    there = Official.objects.filter(office_id=office_id, since__lte=on)
    return there.filter(Q(until=None) | Q(until__gte=on)).order_by("rank", "pk")


def official(office_id: int, official_id: int) -> Official:
    return Official.objects.get(pk=official_id, office_id=office_id)


def emails_of(office: Office, role: Role, on: date) -> list[str]:
    """Where those who hold a role that day read e-mail; of nobody's known, that of the office."""
    holders = _valid_grants(on).filter(office=office, role=role).exclude(user__email="")
    found = sorted(set(holders.values_list("user__email", flat=True)))
    return found or [one for one in [office.email] if one]


def is_deputy(official: Official, on: date) -> bool:
    """Whether somebody of the first two groups stands below its head: who signs in as the head does not."""
    heads = {RANKS[role]: role for role in (Role.AKIM, Role.HEAD_OF_OFFICE)}
    if official.rank not in heads:
        return False
    leads = _valid_grants(on).filter(office_id=official.office_id, role=heads[Rank(official.rank)])
    return official.user_id is None or not leads.filter(user_id=official.user_id).exists()


def rank_of(actor: Actor) -> Rank:
    """The group in which this person decides: that of their post, or that of their role."""
    if actor.official_id:
        return Rank(official(actor.office_id, actor.official_id).rank)
    return min((RANKS[role] for role in actor.roles if role in RANKS), default=Rank.AUTHORISED_EMPLOYEES)


def applicants_with(office_id: int, typed: str) -> QuerySet[Applicant]:
    """Whoever has this ИИН or БИН in that office."""
    return Applicant.objects.filter(office_id=office_id, number_index=blind_index(cleaned(typed)))


def hold_still(applicant_id: int) -> None:
    """Whoever does something else about this person waits until this transaction ends."""
    Applicant.objects.select_for_update().only("pk").get(pk=applicant_id)


def actor_of(user: User, office_id: int, on: date, language: str = "ru") -> Actor | None:
    """What this person is in that office on that day; None: nothing."""
    grants = list(_valid_grants(on).filter(user=user, office_id=office_id))
    return _actor(user, grants, language) if grants else None


def actors_of(user: User, on: date, language: str = "ru") -> dict[int, Actor]:
    """What this person is on that day, by office: one statement for whoever receives nobody."""
    there: dict[int, list[RoleGrant]] = {}
    for grant in _valid_grants(on).filter(user=user).order_by("office_id", "pk"):
        there.setdefault(grant.office_id, []).append(grant)
    return {office_id: _actor(user, grants, language) for office_id, grants in there.items()}


def attempts(key: str, *, at: datetime, window: timedelta) -> int:
    """How many tries `actions.count_attempt` has counted in the window of that moment."""
    slot = int(at.timestamp() // window.total_seconds())
    row = Attempt.objects.filter(key=key, window=slot).first()
    return row.count if row else 0


# Every request of the API begins with it: offices, each with one grant and its holder, in plain words.
BEARER = """
SELECT office.*, grants.role AS role, grants.position_kk AS position_kk, grants.position_ru AS position_ru,
       holder.id AS holder_id, holder.username AS username, holder.full_name AS full_name,
       holder.language AS language
FROM people_token token
JOIN people_user holder ON holder.id = token.user_id
JOIN people_rolegrant grants ON grants.user_id = holder.id
JOIN people_office office ON office.id = grants.office_id
WHERE token.digest = %s AND token.expires_at > %s AND holder.is_active
  AND grants.since <= %s AND (grants.until IS NULL OR grants.until >= %s)
ORDER BY office.id, grants.id
"""


def bearer(secret: str, at: datetime) -> tuple[Actor, Office] | None:
    """Whom a bearer token speaks for, and in which office: one statement for whoever receives nobody.

    None: unknown, expired, blocked or without a role.
    """
    moment = connection.ops.adapt_datetimefield_value(at)
    today = connection.ops.adapt_datefield_value(timezone.localtime(at).date())
    found: list[Any] = list(Office.objects.raw(BEARER, [token_digest(secret), moment, today, today]))
    mine = [one for one in found if one.pk == found[0].pk]
    return (_bearer(mine), mine[0]) if mine else None


def _bearer(grants: list[Any]) -> Actor:
    """Of the rows of one office: it stands there as often as its person has a role in it."""
    first = grants[0]
    roles = frozenset(Role(grant.role) for grant in grants)
    return Actor(
        kind=Kind.STAFF,
        office_id=first.pk,
        user_id=first.holder_id,
        name=first.full_name or first.username,
        position=first.position_kk if first.language == "kk" else first.position_ru,
        roles=roles,
        official_id=_official_id(first.holder_id, first.pk, roles),
    )


def token_digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _valid_grants(on: date) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on)


def _actor(user: User, grants: list[RoleGrant], language: str) -> Actor:
    office_id = grants[0].office_id
    roles = frozenset(Role(grant.role) for grant in grants)
    return Actor(
        kind=Kind.STAFF,
        office_id=office_id,
        user_id=user.pk,
        name=user.full_name or user.username,
        position=grants[0].position_kk if language == "kk" else grants[0].position_ru,
        roles=roles,
        official_id=_official_id(user.pk, office_id, roles),
    )


def _official_id(user_id: int, office_id: int, roles: frozenset[Role]) -> int | None:
    """The authority to receive behind a role that receives; nobody else is asked for one."""
    if not roles & RECEIVING:
        return None
    return Official.objects.filter(user_id=user_id, office_id=office_id).values_list("pk", flat=True).first()


def position(office_id: int, user_id: int, on: date) -> Words:
    """What this person is called in the office on that day; empty where nobody wrote it down."""
    rows = _valid_grants(on).filter(user_id=user_id, office_id=office_id).exclude(position_ru="")
    grant = rows.order_by("pk").first()
    return Words(kk=grant.position_kk, ru=grant.position_ru) if grant else Words(kk="", ru="")


def number_of(applicant: Applicant) -> str:
    """The whole number, opened: callers journal why (see `registry.actions.reveal`)."""
    return opened(applicant.sealed_number, row=f"applicant|{applicant.uid}|number")


def all_offices() -> QuerySet[Office]:
    return Office.objects.order_by("pk")


def office_by_id(office_id: int) -> Office:
    return Office.objects.get(pk=office_id)


def all_officials(office_id: int) -> QuerySet[Official]:
    """Those who receive, received or will receive, by rank."""
    return Official.objects.filter(office_id=office_id).select_related("user").order_by("rank", "pk")


def grants(office_id: int) -> QuerySet[RoleGrant]:
    """Every role ever given in an office, by person."""
    given = RoleGrant.objects.filter(office_id=office_id).select_related("user")
    return given.order_by("user__full_name", "user_id", "since", "pk")


def staff() -> QuerySet[User]:
    return User.objects.filter(is_active=True).order_by("full_name", "username")


def holders(office_id: int, right: Right, on: date) -> list[Actor]:
    """Everybody who has this right in an office on that day, by name."""
    users: dict[int, User] = {}
    by_user: dict[int, list[RoleGrant]] = {}
    for grant in _valid_grants(on).filter(office_id=office_id, user__is_active=True).select_related("user"):
        users[grant.user_id] = grant.user
        by_user.setdefault(grant.user_id, []).append(grant)
    found = [_actor(users[pk], grants, users[pk].language) for pk, grants in by_user.items()]
    return sorted((one for one in found if one.may(right)), key=lambda one: (one.name, one.user_id or 0))


def users() -> QuerySet[User]:
    """Everybody who has an account, in any office."""
    return User.objects.order_by("pk")


def users_of(office_id: int) -> QuerySet[User]:
    """Everybody who has or had a role in the office."""
    return User.objects.filter(grants__office_id=office_id).distinct().order_by("full_name", "username")
