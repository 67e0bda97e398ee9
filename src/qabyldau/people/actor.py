"""Who does an act: a required argument of every act, and what the journal names."""

from dataclasses import dataclass
from enum import StrEnum

from qabyldau.people.roles import RIGHTS, Right, Role


class Kind(StrEnum):
    STAFF = "staff"
    APPLICANT = "applicant"
    SYSTEM = "system"


class PermissionDeniedError(Exception):
    """This person has no right to this act; `right` says which one is missing."""

    def __init__(self, right: Right) -> None:
        super().__init__(f"not allowed: {right}")
        self.right = right


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in one office on one day. `office_id` is the tenant: nothing of another office is seen."""

    kind: Kind
    office_id: int
    name: str
    user_id: int | None = None
    position: str = ""
    roles: frozenset[Role] = frozenset()
    official_id: int | None = None
    appeal_id: int | None = None

    @classmethod
    def system(cls, name: str, office_id: int) -> "Actor":
        """The software itself: automatic acts never carry a person's name."""
        return cls(kind=Kind.SYSTEM, office_id=office_id, name=name)

    @classmethod
    def applicant(cls, office_id: int, appeal_id: int | None = None) -> "Actor":
        """A person on the public site; `appeal_id` once number and code were given."""
        return cls(kind=Kind.APPLICANT, office_id=office_id, name="applicant", appeal_id=appeal_id)

    def has(self, *roles: Role) -> bool:
        return bool(self.roles.intersection(roles))

    def may(self, right: Right) -> bool:
        return bool(self.roles & RIGHTS[right])

    @property
    def label(self) -> str:
        """What the journal keeps: never a citizen's name."""
        return f"{self.kind}:{self.user_id or self.appeal_id or self.name}"


def require(by: Actor, right: Right, office_id: int) -> None:
    """The first line of every act."""
    if by.office_id != office_id or not by.may(right):
        raise PermissionDeniedError(right)
