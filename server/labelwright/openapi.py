"""The API's description: made from the routes at build time, served as a file (making it takes a second of blocking the loop)."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from litestar import Litestar
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.routes import HTTPRoute
from litestar.types.internal_types import PathParameterDefinition

from labelwright.http.described import FILES, FORM, JSON, Body
from labelwright.openapi_examples import EXAMPLES
from labelwright.version import COMPATIBLE_WITH, __version__

_ERROR = {
    "type": "object",
    "description": "Every error has this shape; `validation_errors` maps a field to its messages.",
    "required": ["id", "status_code", "version", "detail", "exc_info"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "status_code": {"type": "integer"},
        "version": {"type": "string", "examples": [COMPATIBLE_WITH]},
        "detail": {"type": "string"},
        "exc_info": {"type": "null"},
        "validation_errors": {"type": "object", "additionalProperties": True},
    },
}
_SECURITY: dict[str, Any] = {
    "Token": {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`Token <key>`"},
    "Bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "Session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
}


def config() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Labelwright",
        version=__version__,
        description="Label Studio's REST API, and what Labelwright adds.",
        path="/_schema",
        use_handler_docstrings=True,
        operation_id_creator=_operation_id,
    )


def _operation_id(
    handler: HTTPRouteHandler, method: str | HttpMethod, path: list[str | PathParameterDefinition]
) -> str:
    """The handler's name; its further methods and addresses, and the same thing outside `/api`, are told apart."""
    name = handler.handler_name
    if path[1:2] == ["dm"]:
        name = f"dm_{name}"
    if len(handler.http_methods) > 1:
        name += f"_{HttpMethod(method).value.lower()}"
    if path[:1] != ["api"]:
        name += "_outside_api"
    elif sum(address.startswith("/api/") for address in handler.paths) > 1:
        name += "_of_" + "_".join(part.replace("-", "_") for part in path[1:] if isinstance(part, str))
    return name


def polished(app: Litestar) -> dict[str, Any]:
    """The framework's document with our errors, our ways to authenticate, the features as tags, and what each route reads."""
    document: dict[str, Any] = app.openapi_schema.to_schema()
    parts = document.setdefault("components", {})
    parts.setdefault("schemas", {})["Error"] = _ERROR
    parts["securitySchemes"] = _SECURITY
    document["security"] = [{name: []} for name in _SECURITY]
    for path, operations in document["paths"].items():
        for operation in operations.values():
            if isinstance(operation, dict):
                operation["tags"] = [_tag(path)]
                operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
                _own_errors(operation["responses"])
    _describe_bodies(document, app)
    return document


def _describe_bodies(document: dict[str, Any], app: Litestar) -> None:
    """The framework knows those of `data` arguments only, and no defaults, descriptions and examples."""
    read = [
        (document["paths"][route.path_format][method.lower()], body)
        for route in app.routes
        if isinstance(route, HTTPRoute) and route.path_format in document["paths"]
        for handler in route.route_handlers
        if (body := _body_of(handler)) is not None
        for method in handler.http_methods - {"OPTIONS"}
    ]
    kinds = {body.kind for _, body in read if body.kind is not None}
    by_kind = dict(zip(kinds, _schemas(document, list(kinds)), strict=True))
    for operation, body in read:
        operation["requestBody"] = _described(body, by_kind.get(body.kind))


def _body_of(handler: HTTPRouteHandler) -> Body | None:
    if field := handler.parsed_data_field:
        return Body(field.annotation)
    body: Body | None = handler.opt.get("body")
    return body


def _schemas(document: dict[str, Any], kinds: list[Any]) -> tuple[dict[str, Any], ...]:
    made, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    for name, schema in components.items():
        if name in EXAMPLES:
            schema["examples"] = [EXAMPLES[name]]
        document["components"]["schemas"][name] = schema
    return made


def _described(body: Body, schema: dict[str, Any] | None) -> dict[str, Any]:
    content: dict[str, Any] = {}
    if schema is not None:
        content[JSON] = {"schema": schema}
    if body.fields:
        content[FORM] = {"schema": _form(body.fields, ())}
    if body.files:
        content[FILES] = {"schema": _form(body.fields, body.files)}
    return {"content": content, "required": body.required}


def _form(fields: tuple[str, ...], files: tuple[str, ...]) -> dict[str, Any]:
    binary = {"type": "string", "contentMediaType": "application/octet-stream"}
    return {
        "type": "object",
        "properties": {**{name: {"type": "string"} for name in fields}, **dict.fromkeys(files, binary)},
    }


def _own_errors(responses: dict[str, Any]) -> None:
    failed = {
        "description": "An error",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }
    for status in [status for status in responses if status >= "400"]:
        responses[status] = failed
    responses["default"] = failed


def _tag(path: str) -> str:
    parts = [part for part in path.split("/") if part and part != "api"]
    return parts[0] if parts else "service"


def file() -> Path:
    """The document inside an installed package, else in the checkout."""
    packaged = Path(__file__).parent / "_openapi.json"
    return packaged if packaged.is_file() else Path(__file__).parents[2] / "web" / "packages" / "api" / "openapi.json"


@cache
def served() -> bytes:
    return file().read_bytes()
