"""The last touches of the OpenAPI description: problem documents, and the input of each act."""

from typing import Any

from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema

from qabyldau.acts import ACTS
from qabyldau.api import examples
from qabyldau.api.problems import KINDS, MEDIA_TYPE

FIRST_ERROR = 400
PERFORM = "perform_act"
REPLAYED = {"description": "true: the key was known, nothing new was done", "schema": {"type": "string"}}
HEADERS = {
    "register_appeal": {
        "Location": {"description": "address of the appeal", "schema": {"type": "string"}},
        "Idempotency-Replayed": REPLAYED,
    },
    "read_appeal": {"ETag": {"description": "its version, for If-Match", "schema": {"type": "string"}}},
    "perform_act": {"ETag": {"description": "its version now", "schema": {"type": "string"}}},
}


def finished(schema: OpenAPISchema) -> OpenAPISchema:
    """Ninja's description with what ninja cannot know."""
    for path in schema["paths"].values():
        for operation in path.values():
            _say_problems(operation)
            _say_headers(operation)
            if operation["operationId"] == PERFORM:
                _say_inputs(operation, schema["components"]["schemas"])
    return schema


def _say_problems(operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        if status >= FIRST_ERROR:
            said = response["content"].pop("application/json")
            response["content"] = {MEDIA_TYPE: {**said, "example": _example(status)}}


def _example(status: int) -> dict[str, object]:
    """The worked example of that status, or its kind as it stands."""
    worked = {409: examples.PROBLEM, 422: examples.WRONG_FIELD}
    if status in worked:
        return worked[status]
    kind = next(one for one in KINDS.values() if one.status == status)
    return {
        "type": f"urn:qabyldau:problem:{kind.code}",
        "title": str(kind.title),
        "status": status,
        "detail": str(kind.detail),
        "instance": "/api/v1/appeals",
        "code": kind.code,
    }


def _say_headers(operation: dict[str, Any]) -> None:
    for status, response in operation["responses"].items():
        if status < FIRST_ERROR and operation["operationId"] in HEADERS:
            response["headers"] = HEADERS[operation["operationId"]]


def _say_inputs(operation: dict[str, Any], components: dict[str, Any]) -> None:
    """The body is the input of the act in the address; an act without input may come without a body."""
    for act in ACTS.values():
        shape = act.input.model_json_schema(ref_template=REF_TEMPLATE)
        components.update(shape.pop("$defs", {}))
        components[act.input.__name__] = shape
    names = sorted({act.input.__name__ for act in ACTS.values()})
    content = operation["requestBody"]["content"]["application/json"]
    content["schema"] = {"anyOf": [{"$ref": REF_TEMPLATE.format(model=name)} for name in names]}
    operation["requestBody"]["required"] = False
