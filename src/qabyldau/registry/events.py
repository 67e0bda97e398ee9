"""Facts that rooms upstairs may want to hear of."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AppealRegistered:
    """An appeal has its number; announced before the transaction ends."""

    appeal_id: int
    office_id: int
    office_code: str
    number: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AppealWithdrawn:
    """The applicant took the appeal back."""

    appeal_id: int
    at: datetime
