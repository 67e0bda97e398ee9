"""On what grounds an appeal is turned away or left, and what a refusal must say."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from qabyldau.regulation.edition import Edition, Norm
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.regulation.unlawful import UnlawfulError


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the officer found. None: nobody has looked yet."""

    states_the_matter: bool | None = None
    within_competence: bool | None = None
    heard_before: bool | None = None
    authored: bool | None = None
    tells_of_crime: bool | None = None
    repeated: bool = False

    @property
    def news_unasked(self) -> bool:
        """It repeats an earlier appeal, and nobody has said whether it brings anything new."""
        return self.repeated and self.heard_before is None


@dataclass(frozen=True, slots=True)
class Ground(Norm):
    """A ground on which booking is refused; `code` is the short name it is stored under."""

    code: ClassVar[str] = "ground"

    def holds(self, _: Assessment) -> bool:
        """Whether the findings bear it out; the bare ground looks at nothing and never holds."""
        return False


@dataclass(frozen=True, slots=True)
class OutsideCompetence(Ground):
    """The matter belongs to neither local bodies nor territorial units of central ones."""

    code: ClassVar[str] = "outside_competence"

    def holds(self, found: Assessment) -> bool:
        return found.within_competence is False


@dataclass(frozen=True, slots=True)
class HeardBefore(Ground):
    """The person was received, or has an answer, on the same matter."""

    code: ClassVar[str] = "heard_before"

    def holds(self, found: Assessment) -> bool:
        return found.heard_before is True


@dataclass(frozen=True, slots=True)
class NoMatterStated(Norm):
    """An appeal that does not say what it is about is left unconsidered, and the applicant told."""

    def holds(self, found: Assessment) -> bool:
        return found.states_the_matter is False


@dataclass(frozen=True, slots=True)
class Withdrawal(Norm):
    """An applicant may take the appeal back at any time before it is decided."""


@dataclass(frozen=True, slots=True)
class RepeatWithoutNews(Norm):
    """A repeated appeal without new arguments, once checked and answered, need not be considered anew."""


@dataclass(frozen=True, slots=True)
class NoAuthor(Norm):
    """Nobody considers an anonymous appeal, but news of a crime or a threat is passed on at once."""

    def holds(self, *, authored: bool, tells_of_crime_or_threat: bool) -> bool:
        return not authored and not tells_of_crime_or_threat


@dataclass(frozen=True, slots=True)
class Complaint(Norm):
    """An applicant who disagrees may complain to the body that decided, for the body above it to judge."""


@dataclass(frozen=True, slots=True)
class AcceptanceIsDue(Norm):
    """No appeal may be refused acceptance or registration."""


def grounds(found: Assessment, edition: Edition) -> Iterator[Ground]:
    """Every ground of this edition that holds; none means the appeal goes on."""
    for row in edition.clauses:
        for norm in row.norms:
            if isinstance(norm, Ground) and norm.holds(found):
                yield norm


def left(found: Assessment, edition: Edition) -> NoMatterStated:
    """The norm under which an appeal is left without consideration, which the findings must bear out."""
    rule = edition.get(NoMatterStated)
    if found.states_the_matter is None:
        raise UnlawfulError("not_assessed", edition.cite(NoMatterStated))
    if not rule.holds(found):
        raise UnlawfulError("matter_is_stated", edition.cite(NoMatterStated))
    return rule


def anonymous(found: Assessment, edition: Edition) -> NoAuthor:
    """The norm under which an appeal without an author is left: not one that tells of a crime or a threat."""
    basis = edition.cite(NoAuthor)
    if found.authored is None or (found.authored is False and found.tells_of_crime is None):
        raise UnlawfulError("author_not_assessed", basis)
    if found.authored:
        raise UnlawfulError("author_is_known", basis)
    rule = edition.get(NoAuthor)
    if not rule.holds(authored=False, tells_of_crime_or_threat=bool(found.tells_of_crime)):
        raise UnlawfulError("crime_is_passed_on", basis)
    return rule


def refused(code: str, motive: str, found: Assessment, edition: Edition) -> Ground:
    """The ground of a refusal, which must hold and be reasoned."""
    if not motive.strip():
        raise UnlawfulError("refusal_without_motive", edition.cite(AnswerDeadline))
    return ground(code, found, edition)


def ground(code: str, found: Assessment, edition: Edition) -> Ground:
    """The ground of this code, which the findings must bear out."""
    if code == HeardBefore.code and found.news_unasked:
        raise UnlawfulError("news_not_asked_about", edition.cite(HeardBefore))
    for one in grounds(found, edition):
        if one.code == code:
            return one
    raise UnlawfulError("ground_not_found", edition.cite(Ground), ground=code)
