"""What the department does with the units beside the receptions themselves."""

from dataclasses import dataclass

from qabyldau.regulation.edition import Norm


@dataclass(frozen=True, slots=True)
class UninterruptedCalls(Norm):
    """Call-centres take requests without interruption, in emergencies, quarantine and disasters too."""
