"""The day of the reception: identity, video, languages, those invited and those who help."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qabyldau.regulation.edition import Norm
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.words import Language, Words


class Mode(StrEnum):
    """How a reception is held."""

    IN_PERSON = "in_person"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Shown:
    """What was shown at the desk. `authority_until` None: the paper names no last day."""

    identity: bool
    represents_another: bool = False
    authority: bool = False
    authority_until: date | None = None


@dataclass(frozen=True, slots=True)
class IdentityShown(Norm):
    """Before the reception: an identity document, and for others the papers that give authority."""

    def lacking(self, shown: Shown, on: date) -> str | None:
        """The code of what keeps the person from going in; None: nothing does."""
        if not shown.identity:
            return "identity_not_shown"
        if shown.represents_another and not shown.authority:
            return "authority_not_shown"
        if shown.represents_another and shown.authority_until is not None and shown.authority_until < on:
            return "authority_expired"
        return None


class Citizenship(StrEnum):
    """Whether the rules of secrecy apply to the reception."""

    CITIZEN = "citizen"
    FOREIGNER = "foreigner"
    STATELESS = "stateless"


@dataclass(frozen=True, slots=True)
class SecrecyRegime(Norm):
    """Foreigners and stateless persons are received by the rules of the secrecy regime."""

    def lacking(self, citizenship: Citizenship, *, approved: bool) -> str | None:
        """The code of what keeps the reception from starting; None: nothing does."""
        return None if citizenship is Citizenship.CITIZEN or approved else "regime_not_approved"


@dataclass(frozen=True, slots=True)
class Interpreter(Norm):
    """Where needed, foreigners and stateless persons are received with an interpreter."""


@dataclass(frozen=True, slots=True)
class VideoByConsent(Norm):
    """With the applicant's consent, officials of these groups may receive by video."""

    ranks: frozenset[Rank]

    def objection(self, rank: Rank, *, consented: bool, restricted: bool = False) -> str | None:
        """The code of what stands against it; None: nothing does. Under a restriction every rank may."""
        if rank not in self.ranks and not restricted:
            return "video_by_whom"
        return None if consented else "video_without_consent"


@dataclass(frozen=True, slots=True)
class Restriction:
    """A declared restriction, both days included; None: not lifted yet."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class VideoOnly(Norm):
    """Under restrictive measures every reception is by video."""

    def objection(self, mode: Mode, day: date, restrictions: Iterable[Restriction]) -> str | None:
        """The code of what stands against it; None: nothing does."""
        restricted = any(one.covers(day) for one in restrictions)
        return "only_video_now" if restricted and mode is not Mode.VIDEO else None


@dataclass(frozen=True, slots=True)
class Consultants(Norm):
    """Lawyers, psychologists and social workers may help on the day; volunteers on reception days only."""

    kinds: tuple[Words, ...]

    def objection(self, *, volunteer: bool, reception_day: bool) -> str | None:
        """The code of what stands against it; None: nothing does."""
        return "volunteer_without_reception" if volunteer and not reception_day else None


@dataclass(frozen=True, slots=True)
class InvitedBody:
    """A body as the act names it; by its code the office's register of bodies knows it."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True)
class InvitedBodies(Norm):
    """Representatives of these bodies take part in the akim's reception, and in nobody else's."""

    bodies: tuple[InvitedBody, ...]

    def required(self, *, akims: bool) -> tuple[InvitedBody, ...]:
        return self.bodies if akims else ()

    def missing(self, confirmed: Iterable[str]) -> tuple[InvitedBody, ...]:
        """Those of whom nobody has confirmed, by their codes."""
        present = frozenset(confirmed)
        return tuple(body for body in self.bodies if body.code not in present)


@dataclass(frozen=True, slots=True)
class CentralRequest(Norm):
    """A matter beyond the territorial units goes to the head of the central body, to take part by video."""


@dataclass(frozen=True, slots=True)
class Languages(Norm):
    """The reception is held in the language the applicant wishes, of those offered."""

    offered: tuple[Language, ...]

    def offers(self, language: Language) -> bool:
        return language in self.offered


@dataclass(frozen=True, slots=True)
class CallIn(Norm):
    """During the reception workers may call in employees, or agree another time and place."""
