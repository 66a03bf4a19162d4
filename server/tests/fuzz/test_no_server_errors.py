"""Every operation of our OpenAPI, with whatever values: an answer comes, and it is never an error of the server's.

The description says which operations, parameters and fields there are; what they are given fits it, nearly fits it, or is nonsense. Runs are
repeatable; `make fuzz` goes further than the everyday run, from a seed of the day.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from harness.databases import Kind, fresh_database
from harness.live import Account, Client, LiveServer, live_server
from harness.process import ROOT

EXAMPLES = int(os.environ.get("LABELWRIGHT_TEST_FUZZ", "2"))
SEED = int(os.environ.get("LABELWRIGHT_TEST_FUZZ_SEED", "1"))
CONFIG = """<View><Text name="text" value="$text"/><Choices name="c" toName="text">
<Choice value="A"/><Choice value="B"/></Choices></View>"""
RESULT = [{"id": "r1", "from_name": "c", "to_name": "text", "type": "choices", "value": {"choices": ["A"]}}]
METHODS = {"get", "post", "put", "patch", "delete"}
DESCRIPTION = json.loads((ROOT / "web/packages/api/openapi.json").read_text("utf-8"))
COMPONENTS: dict[str, Any] = DESCRIPTION["components"]["schemas"]
# What is announced and not there yet says so.
NOT_YET = 501

NASTY_TEXT = [
    "",
    " ",
    "0",
    "-1",
    "null",
    "{",
    "[1,",
    "\x00",
    "ü\u202e🙂",
    "a" * 5000,
    "1e999",
    "2026-02-30",
    "__class__",
    "tasks:data.x__y",
    "%00",
]
TEXTS = st.sampled_from(NASTY_TEXT) | st.text(max_size=12)
NUMBERS = st.sampled_from([1, 2, 3, 0, -1, 2**31, 2**63, 10**30]) | st.integers()
JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
# What the free-form fields of this API hold when they make sense.
TYPICAL: dict[str, list[Any]] = {
    "result": [RESULT, [{**RESULT[0], "value": None}], [None], "A"],
    "label_config": [CONFIG, "<View>", "<View/>"],
    "filters": [
        {
            "conjunction": "and",
            "items": [{"filter": "filter:tasks:id", "operator": "less", "type": "Number", "value": 5}],
        }
    ],
    "ordering": [["tasks:id"], ["tasks:-data.text"], [None]],
    "selectedItems": [
        {"all": True, "excluded": []},
        {"all": False, "included": [1, 2]},
        {"all": False, "included": [None]},
    ],
    "data": [{"text": "x"}, {"title": "x", "filters": {"conjunction": "or", "items": [None]}}],
    "project": [1],
    "task": [1],
    "query": ['{"filters":{"conjunction":"and","items":[{}]}}', "[]"],
}
LOOSE_FIELDS = [
    *sorted(TYPICAL),
    *("draft_id", "file_upload_ids", "ground_truth", "id", "ids", "model_version", "score", "title", "unique_id"),
]


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    parameters: list[dict[str, Any]] = field(hash=False, compare=False)
    body: dict[str, Any] | None = field(hash=False, compare=False)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def operations() -> Iterator[Operation]:
    for path, item in DESCRIPTION["paths"].items():
        for method in METHODS & item.keys():
            described = item[method]
            content = described.get("requestBody", {}).get("content", {}).get("application/json")
            yield Operation(method.upper(), path, described.get("parameters", []), content and content["schema"])


def fitting(schema: dict[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """Values that a schema describes, more or less."""
    if "$ref" in schema:
        return fitting(COMPONENTS[schema["$ref"].rsplit("/", 1)[1]])
    if name in TYPICAL:
        return st.sampled_from(TYPICAL[name])
    if several := schema.get("oneOf", schema.get("anyOf")):
        return st.one_of([fitting(each) for each in several])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if isinstance(schema.get("type"), list):
        return st.one_of([fitting({**schema, "type": each}, name) for each in schema["type"]])
    match schema.get("type"):
        case "object" if "properties" in schema:
            return st.fixed_dictionaries(
                {}, optional={key: near(value, key) for key, value in schema["properties"].items()}
            )
        case "array":
            return st.lists(near(schema.get("items", {})), max_size=3)
        case "integer":
            return NUMBERS
        case "number":
            return NUMBERS | st.floats(allow_nan=False, allow_infinity=False)
        case "boolean":
            return st.booleans()
        case "string":
            return TEXTS
        case "null":
            return st.none()
        case _:
            return JUNK


def near(schema: dict[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """Mostly what fits, sometimes anything."""
    return fitting(schema, name) | fitting(schema, name) | JUNK


def bodies(operation: Operation) -> st.SearchStrategy[Any]:
    loose = st.dictionaries(st.sampled_from(LOOSE_FIELDS), st.none(), max_size=5).flatmap(
        lambda keys: st.fixed_dictionaries({key: near({}, key) for key in keys})
    )
    described = [near(operation.body)] if operation.body else []
    return st.one_of(*described, loose, st.lists(loose, max_size=2), JUNK)


def addresses(operation: Operation) -> st.SearchStrategy[str]:
    """The path with ids that mostly exist: those of the first objects of a fresh database are 1 and 2."""
    parts = {one["name"]: one["schema"].get("type") for one in operation.parameters if one["in"] == "path"}
    number = st.sampled_from([1, 1, 1, 2, 3, 0, 2**31, 2**63, 10**30])
    text = st.sampled_from(
        ["1", "s3", "delete_tasks", "predictions_to_annotations", "svg", "moods.csv", "..", "ü", "a" * 300]
    )
    return st.fixed_dictionaries({name: number if kind == "integer" else text for name, kind in parts.items()}).map(
        lambda values: operation.path.format(**values)
    )


def queries(operation: Operation) -> st.SearchStrategy[dict[str, Any]]:
    declared = {one["name"]: one["schema"] for one in operation.parameters if one["in"] == "query"}
    values = {name: (fitting(schema, name) | TEXTS).map(as_text) for name, schema in declared.items()}
    others = ["project", "task", "view", "id", "page", "page_size", "query", "fields", "ordering", "ids", "exportType"]
    values |= {name: (fitting({}, name) | TEXTS).map(as_text) for name in others if name not in values}
    return st.fixed_dictionaries({}, optional=values)


def as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@dataclass
class People:
    """An organisation with work in it. What was tried may have taken away a token or the organisation: then there is a new one."""

    server: LiveServer
    owner: Account
    annotator: Account

    @classmethod
    def of(cls, server: LiveServer) -> "People":
        owner = furnished(server)
        return cls(server, owner, server.member(owner))

    def ask(self, who: str, method: str, path: str, **options: Any) -> httpx.Response:
        tokens = {"owner": self.owner.token, "annotator": self.annotator.token}
        answer = self._send(tokens.get(who), method, path, **options)
        if who in tokens and answer.status_code == 401:
            renewed = People.of(self.server)
            self.owner, self.annotator = renewed.owner, renewed.annotator
        return answer

    def _send(self, token: str | None, method: str, path: str, **options: Any) -> httpx.Response:
        with Client(self.server.url) as client:
            if token:
                client.headers["Authorization"] = f"Token {token}"
            return client.request(method, path, **options)


def furnished(server: LiveServer) -> Account:
    """The owner of an organisation that has one of most things."""
    account = server.organization()
    with Client(server.url, headers={"Authorization": f"Token {account.token}"}) as owner:
        project = owner.project(CONFIG)["id"]
        tasks = owner.import_tasks(project, [{"text": "one"}, {"text": "two"}, {"text": "three"}])
        annotation = owner.call("POST", f"/api/tasks/{tasks[0]}/annotations/", json={"result": RESULT})["id"]
        owner.call("POST", f"/api/tasks/{tasks[1]}/drafts", json={"result": RESULT, "lead_time": 1.0})
        owner.call("POST", "/api/predictions/", json={"task": tasks[0], "result": RESULT, "model_version": "m1"})
        owner.call("POST", "/api/comments/", json={"annotation": annotation, "text": "Sure?"})
        owner.call("POST", "/api/dm/views/", json={"project": project, "data": {"title": "All"}})
        files = {"file": ("moods.csv", "text\nfour\n", "text/csv")}
        owner.call("POST", f"/api/projects/{project}/import", files=files)
    return account


@pytest.fixture(scope="module")
def server(
    database_kind: Kind, tmp_path_factory: pytest.TempPathFactory, shared_directory: Path
) -> Iterator[LiveServer]:
    """One that lets itself be asked with wrong tokens as often as we like."""
    directory = tmp_path_factory.mktemp("server")
    with (
        fresh_database(database_kind, directory, shared_directory) as database,
        live_server(database, directory / "data", login_attempts=10**9) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def people(server: LiveServer) -> People:
    return People.of(server)


def destroys(operation: Operation) -> bool:
    """Such operations come last: until then there is something to work on."""
    return operation.method == "DELETE" or operation.path.startswith(("/api/current-user", "/api/token", "/api/jwt"))


@pytest.mark.parametrize("operation", sorted(operations(), key=lambda each: (destroys(each), str(each))), ids=str)
def test_whatever_is_sent_the_server_does_not_fail(people: People, operation: Operation) -> None:
    @seed(SEED)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        who=st.sampled_from(["owner", "owner", "owner", "annotator", "nobody"]),
        path=addresses(operation),
        query=queries(operation),
        body=bodies(operation),
    )
    def attempt(who: str, path: str, query: dict[str, str], body: Any) -> None:
        options: dict[str, Any] = {"params": query}
        if operation.method != "GET":
            options |= {"content": json.dumps(body), "headers": {"Content-Type": "application/json"}}
        answer = people.ask(who, operation.method, path, **options)
        said = f"{who}: {operation.method} {path} {query} {body}: {answer.status_code} {answer.text[:1000]}"
        assert answer.status_code < 500 or answer.status_code == NOT_YET, said
        if answer.status_code >= 400 and path.startswith("/api/"):
            assert isinstance(answer.json(), dict), said

    attempt()
