"""Who must have a second factor, and who has one."""

from collections.abc import Iterable

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from qabyldau.people.actor import Actor
from qabyldau.people.roles import Role

REQUIRED_OF = frozenset({Role.ADMIN})


def is_required(actors: Iterable[Actor]) -> bool:
    return any(actor.has(*REQUIRED_OF) for actor in actors)


def is_owed(user: AbstractBaseUser | AnonymousUser, actors: Iterable[Actor]) -> bool:
    """Required of this person, and not set up yet."""
    return is_required(actors) and not get_adapter().is_mfa_enabled(user, [Authenticator.Type.TOTP])
