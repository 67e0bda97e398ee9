"""Names of the acts as a closed set, taken from the catalogue: a new act is offered without a line here."""

from enum import StrEnum
from typing import TYPE_CHECKING

from qabyldau.acts import ACTS

if TYPE_CHECKING:
    ActName = str
else:
    ActName = StrEnum("ActName", {name.upper(): name for name in ACTS})
