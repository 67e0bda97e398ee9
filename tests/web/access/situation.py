"""An appeal, what an act is given there, and when."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from qabyldau.registry.models import Appeal
from tests.flow.conftest import MONDAY


@dataclass(frozen=True, slots=True)
class Situation:
    """An appeal, what the act is given, and when."""

    appeal: Appeal
    given: dict[str, object] = field(default_factory=dict)
    at: datetime = MONDAY


Build = Callable[[pytest.FixtureRequest], Situation]
