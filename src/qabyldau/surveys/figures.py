"""What a round found: how many answered, the mean score, and how sure the share of the content is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

# 95 % of such intervals hold the true share.
Z = 1.959964
CONTENT = 40


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its interval, as fractions."""

    value: float
    low: float
    high: float


def share(good: int, asked: int, population: int) -> Share | None:
    """Wilson's interval, narrower where much of the population was asked; None: nobody answered."""
    if not asked:
        return None
    rest = (population - asked) / (population - 1) if population > 1 else 0.0
    z = Z * sqrt(max(rest, 0.0))
    value = good / asked
    middle = (value + z * z / (2 * asked)) / (1 + z * z / asked)
    half = z / (1 + z * z / asked) * sqrt(value * (1 - value) / asked + z * z / (4 * asked * asked))
    return Share(value, max(0.0, min(value, middle - half)), min(1.0, max(value, middle + half)))


@dataclass(frozen=True, slots=True)
class Found:
    """Of one round. `mean` in tenths; None: no scores yet."""

    population: int
    asked: int
    answered: int
    refused: int
    unreached: int
    mean: float | None
    content: Share | None

    @property
    def rate(self) -> float:
        """Which part of those asked answered."""
        return self.answered / self.asked


def mean(scores: Sequence[int]) -> float | None:
    return sum(scores) / len(scores) if scores else None
