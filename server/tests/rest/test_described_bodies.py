"""What our OpenAPI document says about request bodies: every write that reads one describes it, and its example is one that fits."""

import json
from typing import Any

import jsonschema
import pytest

from harness.process import ROOT

DESCRIPTION = json.loads((ROOT / "web/packages/api/openapi.json").read_text("utf-8"))
COMPONENTS: dict[str, Any] = DESCRIPTION["components"]["schemas"]
WRITES = ("post", "put", "patch")
# The address says it all.
NOTHING_TO_SAY = {
    "post /api/annotations/{annotation_id}/convert-to-draft",
    "post /api/current-user/reset-token",
    "post /api/invite/reset-token",
    "post /api/jobs/{job_id}/cancel",
    "post /api/jobs/{job_id}/retry",
    "post /api/projects/{project_id}/summary/reset",
    "post /api/token",
    "post /api/webhooks/{webhook_id}/deliveries/{delivery_id}/retry",
    "post /api/webhooks/{webhook_id}/test",
}
# They refuse everything, so there is nothing that they would read.
REFUSES = ("patch /api/current-user/product-tour", "post /api/organizations")
NOT_YET = ("/api/ml", "/api/storages/", "/exports")


def operations() -> dict[str, dict[str, Any]]:
    return {
        f"{method} {path}": operation
        for path, item in DESCRIPTION["paths"].items()
        for method, operation in item.items()
    }


def bodies() -> dict[str, dict[str, Any]]:
    return {name: operation["requestBody"] for name, operation in operations().items() if "requestBody" in operation}


def test_every_write_that_reads_a_body_describes_it() -> None:
    silent = {
        name
        for name in operations().keys() - bodies().keys()
        if name.startswith(WRITES) and name not in REFUSES and not any(part in name for part in NOT_YET)
    }
    assert silent == NOTHING_TO_SAY


def test_what_is_described_is_an_object_or_a_list_with_types() -> None:
    for name, body in bodies().items():
        assert body["content"], name
        for kind, content in body["content"].items():
            schema = resolved(content["schema"])
            parts = [resolved(part) for part in schema.get("anyOf", [schema])]
            assert {part["type"] for part in parts} <= {"object", "array"}, f"{name} {kind}"
            for part in parts:
                assert part["type"] == "array" or part["properties"], f"{name} {kind}"


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = COMPONENTS[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    return found


def named() -> set[str]:
    """The components that bodies consist of at their top."""
    return {
        part["$ref"].rsplit("/", 1)[1]
        for body in bodies().values()
        for content in body["content"].values()
        for schema in content["schema"].get("anyOf", [content["schema"]])
        for part in (schema, schema.get("items", {}))
        if "$ref" in part
    }


@pytest.mark.parametrize("name", sorted(named()))
def test_a_body_has_an_example_that_fits(name: str) -> None:
    [example] = COMPONENTS[name]["examples"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]}
    jsonschema.Draft202012Validator(schema).validate(example)


def test_a_field_without_which_a_body_is_refused_is_required() -> None:
    assert COMPONENTS["WebhookIn"]["required"] == ["url"]
    assert COMPONENTS["TaskIn"]["required"] == ["data"]
    assert COMPONENTS["RefreshIn"]["required"] == ["refresh"]


def test_an_import_may_be_json_a_form_or_files() -> None:
    content = bodies()["post /api/projects/{project_id}/import"]["content"]
    assert set(content) == {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}
    file = content["multipart/form-data"]["schema"]["properties"]["file"]
    assert file == {"type": "string", "contentMediaType": "application/octet-stream"}
