"""Who may open which page: one row for every address, and what has no row is closed to everybody."""

from collections.abc import Mapping
from enum import StrEnum

from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right


class Door(StrEnum):
    """A page that asks for no right. Only what is PUBLIC may be kept by a browser or a proxy."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SIGNED_IN = "signed_in"
    BEARER = "bearer"


Access = Door | frozenset[Right]

READ = frozenset({Right.READ_APPEALS, Right.READ_OWN_RECEPTIONS})


def _any_of(*rights: Right) -> frozenset[Right]:
    return frozenset(rights)


PUBLIC_SITE: dict[str, Access] = {
    "public:home": Door.PUBLIC,
    "public:receivers": Door.PUBLIC,
    "public:schedule": Door.PUBLIC,
    "public:act": Door.PUBLIC,
    "public:accessibility": Door.PUBLIC,
    "public:privacy": Door.PUBLIC,
    "public:help": Door.PUBLIC,
    "public:view": Door.PUBLIC,
    "public:request": Door.PERSONAL,
    "public:request_begin": Door.PERSONAL,
    "public:request_step": Door.PERSONAL,
    "public:request_check": Door.PERSONAL,
    "public:request_done": Door.PERSONAL,
    "public:request_paper": Door.PERSONAL,
    "public:request_finish": Door.PERSONAL,
    "public:track": Door.PERSONAL,
    "public:track_appeal": Door.PERSONAL,
    "public:track_withdraw": Door.PERSONAL,
    "public:track_leave": Door.PERSONAL,
}
SIGN_IN: dict[str, Access] = {
    "account_login": Door.PERSONAL,
    "mfa_authenticate": Door.PERSONAL,
    "account_logout": Door.SIGNED_IN,
    "account_reauthenticate": Door.SIGNED_IN,
    "mfa_reauthenticate": Door.SIGNED_IN,
    "account_change_password": Door.SIGNED_IN,
    "account_office": Door.SIGNED_IN,
    "mfa_index": Door.SIGNED_IN,
    "mfa_activate_totp": Door.SIGNED_IN,
    "mfa_deactivate_totp": Door.SIGNED_IN,
    "mfa_view_recovery_codes": Door.SIGNED_IN,
    "mfa_generate_recovery_codes": Door.SIGNED_IN,
}
WORKPLACE: dict[str, Access] = {}
API: dict[str, Access] = {
    "healthz": Door.PUBLIC,
    "api:openapi-json": Door.PUBLIC,
    "api:list_appeals": Door.BEARER,
    "api:register_appeal": Door.BEARER,
    "api:read_appeal": Door.BEARER,
    "api:list_acts": Door.BEARER,
    "api:perform_act": Door.BEARER,
    "api:api-root": Door.PUBLIC,
    "api-missing": Door.PUBLIC,
    "api-missing-v1": Door.PUBLIC,
    "api-missing-below": Door.PUBLIC,
}
TABLE: Mapping[str, Access] = {**PUBLIC_SITE, **SIGN_IN, **WORKPLACE, **API}

# What a person who still owes the second factor may do: set it up, or go away.
SETTING_UP = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
    }
)


def admits(access: frozenset[Right], actor: Actor) -> bool:
    return any(actor.may(right) for right in access)
