"""Whatever is sent, the API answers as its description says, and never breaks."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 30
SIGNALS = (request_started, request_finished)
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.fixture
def bearer(token: Callable[..., str]) -> dict[str, str]:
    """Somebody with every role that acts, so that what is sent gets past the door and the rights."""
    return {"Authorization": f"Bearer {token(Role.DEPARTMENT, Role.CLERK, Role.HEAD_OF_OFFICE)}"}


@pytest.fixture(autouse=True)
def kept_connection() -> Iterator[None]:
    """As Django's own test client does: a request must not end the connection that the test is in."""
    for signal in SIGNALS:
        signal.disconnect(close_old_connections)
    yield
    for signal in SIGNALS:
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_any_input_gets_a_described_answer(
    case: schemathesis.Case[Any], on_decision: Appeal, bearer: dict[str, str]
) -> None:
    if "number" in case.path_parameters:
        case.path_parameters["number"] = on_decision.number

    answer = case.call_and_validate(headers=bearer, checks=CHECKS)

    assert answer.status_code < 500
