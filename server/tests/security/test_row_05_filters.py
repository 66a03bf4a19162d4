"""Row 5: what a request filters, sorts and picks by is our own list of columns; nothing of it is ever SQL or a walk through relations."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from harness.live import Client, LiveServer
from labelwright.datamanager import page_queries, query
from labelwright.datamanager.columns import COLUMNS
from labelwright.datamanager.operators import OPERATORS
from labelwright.errors import Invalid
from labelwright.projects import service as projects

CONFIG = '<View><Text name="t" value="$text"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
TEXTS = ["one", "two", "three%", "four_'\"", "five\\"]
# What would give away that a text became SQL, or what the server looks like inside.
LEAKS = re.compile(
    r"sqlite|psycopg|sqlalchemy|syntax error|near \\\"|SELECT tasks|FROM tasks|Traceback|\.py\b|operator does not exist|site-packages|/tmp/",
    re.IGNORECASE,
)


@pytest.fixture
def project(owner: Client) -> int:
    number = int(owner.project(CONFIG)["id"])
    owner.import_tasks(number, [{"text": text, "n": index} for index, text in enumerate(TEXTS)])
    return number


def ask(client: Client, project: int, asked: Any) -> httpx.Response:
    text = asked if isinstance(asked, str) else json.dumps(asked)
    return client.get("/api/tasks/", params={"project": project, "query": text})


def where(name: str, operator: str = "equal", value: Any = "x", kind: str = "String") -> dict[str, Any]:
    item = {"filter": name, "operator": operator, "type": kind, "value": value}
    return {"filters": {"conjunction": "and", "items": [item]}}


def texts(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [task["data"]["text"] for task in answer.json()["tasks"]]


def assert_refused(answer: httpx.Response) -> None:
    assert answer.status_code == 400, answer.text
    assert not LEAKS.search(answer.text), answer.text


WALKS = [
    "updated_by__password", "updated_by__password__startswith", "annotations__completed_by__password", "project__organization__token",
    "project__created_by__token_encrypted", "annotators__auth_token__key", "file_upload__user__email", "users.password", "data", "result",
    "tasks.id", "id__lt", "__class__", "project_id", "updated_by_id", "data__text", "", "id;--", "id) OR (1=1", "id\x00", "(SELECT 1)",
    "updated_by__active_organization__token",
]  # fmt: skip


@pytest.mark.parametrize("name", WALKS)
def test_a_name_that_is_no_column_is_refused(owner: Client, project: int, name: str) -> None:
    for operator in ("contains", "regex"):
        assert_refused(ask(owner, project, where(f"filter:tasks:{name}", operator, "pbkdf2")))
    for direction in ("", "-"):
        assert_refused(ask(owner, project, {"ordering": [f"{direction}tasks:{name}"]}))


@pytest.mark.parametrize(
    "name", ["tasks:id", "filter:users:password", "filter:annotations:id", "id", "filter:tasks", "filter:tasks;id"]
)
def test_a_filter_on_anything_but_tasks_is_refused(owner: Client, project: int, name: str) -> None:
    assert_refused(ask(owner, project, where(name)))


@pytest.mark.parametrize(
    "operator", ["startswith", "= 1 OR 1=1 --", "icontains", "__import__", "", "regexp", "raw", "in_"]
)
def test_an_operator_that_is_not_ours_is_refused(owner: Client, project: int, operator: str) -> None:
    assert_refused(ask(owner, project, where("filter:tasks:id", operator, 1)))


INJECTIONS = [
    "' OR '1'='1", "'; DROP TABLE tasks; --", '" OR ""="', "') OR 1=1 --", "x' UNION SELECT password FROM users --", "\\' OR 1=1 --",
    "%' OR '%'='", "1; SELECT pg_sleep(9)", "$$", "{}", "%(x)s", ":x", "?", "%s", "\\", "\x01",
]  # fmt: skip


@pytest.mark.parametrize("value", INJECTIONS)
def test_a_value_is_only_ever_a_value(owner: Client, project: int, value: str) -> None:
    for name in (
        "filter:tasks:data.text",
        "filter:tasks:file_upload",
        "filter:tasks:annotations_results",
        "filter:tasks:meta",
    ):
        for operator in ("equal", "contains"):
            answer = ask(owner, project, where(name, operator, value))
            kept = [text for text in TEXTS if value.lower() in text.lower()] if name.endswith("data.text") else []
            assert texts(answer) == (kept if operator == "contains" else [])
    for name in ("filter:tasks:id", "filter:tasks:created_at", "filter:tasks:draft_exists", "filter:tasks:annotators"):
        assert_refused(ask(owner, project, where(name, "equal", value)))
    assert len(texts(ask(owner, project, {}))) == len(TEXTS)


KEYS = [
    "a'b", 'a"b', "a' OR '1'='1", "text' ->> 'x", "text') OR 1=1 --", "$.text", "text.x", "[0]", "#", "$", "*", "..", "@", "%", "?",
    "a:b", "x')||(SELECT password FROM users)||('", "__class__", "\\", "\\' OR 1=1 --", "%(param_1)s", ":param_1", "%s", "__[POSTCOMPILE_param_1]",
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_a_data_field_of_any_name_is_only_a_name(owner: Client, project: int, key: str) -> None:
    """A key that the path language cannot spell may be refused; all others find what has that key, and only that."""
    owner.import_tasks(project, [{"text": "keyed", key: "found"}])
    answer = ask(owner, project, where(f"filter:tasks:data.{key}", "equal", "found"))
    if '"' in key:
        assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert texts(answer) == ["keyed"]
    else:
        assert_refused(answer)
    for direction in ("", "-"):
        ordered = ask(owner, project, {"ordering": [f"{direction}tasks:data.{key}"]})
        assert ordered.status_code in (200, 400)
        assert not LEAKS.search(ordered.text) or ordered.status_code == 200
    assert (
        texts(ask(owner, project, where(f"filter:tasks:data.{key}", "equal", "one"))) == [] if '"' not in key else True
    )


def test_wildcards_are_letters(owner: Client, project: int) -> None:
    assert texts(ask(owner, project, where("filter:tasks:data.text", "contains", "%"))) == ["three%"]
    assert texts(ask(owner, project, where("filter:tasks:data.text", "contains", "_"))) == ["four_'\""]
    assert texts(ask(owner, project, where("filter:tasks:data.text", "contains", "\\"))) == ["five\\"]


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "1", "null", '"x"', "{\"filters\": 5}", '{"filters": {"conjunction": "xor", "items": []}}', '{"ordering": "id"}',
     '{"ordering": [5]}', '{"selectedItems": {"all": "x"}}', '{"selectedItems": {"all": false, "included": ["1 OR 1=1"]}}',
     '{"filters": {"conjunction": "and", "items": [{"filter": 5, "operator": 5, "type": 5, "value": 5}]}}', "[" * 5000],
)  # fmt: skip
def test_nonsense_is_refused_without_a_word_about_the_inside(owner: Client, project: int, text: str) -> None:
    answer = ask(owner, project, text)
    assert answer.status_code == 400, answer.text
    assert not LEAKS.search(answer.text), answer.text


def test_no_column_with_any_operator_and_value_fails_inside(server: LiveServer, project: int) -> None:
    """Every pair of column and operator, with values of all kinds: an answer or a clear no, never a fault."""
    values: list[Any] = [
        "x'\"",
        2**70,
        -1,
        1e308,
        True,
        None,
        [],
        ["a", 1, None],
        {},
        {"min": "a", "max": 1},
        {"min": 0, "max": 9},
        "\x00",
    ]
    for name in [*COLUMNS, "data.text", "data.n"]:
        for operator in OPERATORS:
            for value in values:
                asked = where(f"filter:tasks:{name}", operator, value, "Number" if name == "data.n" else "String")
                try:
                    with server.db.read() as tx:
                        found = query.compiled(tx, projects.get(tx, project), query.read(asked))
                        page_queries.totals(tx, project, found)
                except Invalid:
                    continue
                except Exception as error:
                    pytest.fail(f"{name} {operator} {value!r}: {error}")


@pytest.mark.parametrize(
    "ordering",
    [
        "password",
        "created_by__password",
        "id;DROP TABLE projects",
        "organization_id__token",
        "label_config",
        "task_data_password",
        "'",
    ],
)
def test_projects_are_not_sorted_by_what_is_not_listed(owner: Client, ordering: str) -> None:
    for sign in ("", "-"):
        assert_refused(owner.get("/api/projects/", params={"ordering": sign + ordering}))


@pytest.mark.parametrize("ids", ["1) OR (1=1", "1;DROP TABLE projects", "1,'2", "0x1", "1e3", "١;"])
def test_ids_of_a_list_are_numbers(owner: Client, ids: str) -> None:
    assert_refused(owner.get("/api/projects/", params={"ids": ids}))


def test_a_search_for_titles_knows_no_wildcards(owner: Client) -> None:
    owner.project(title="100% sure")
    owner.project(title="1000 sure")
    found = owner.call("GET", "/api/projects/", params={"title": "100%"})["results"]
    assert [one["title"] for one in found] == ["100% sure"]


# A pattern that takes for ever


HOSTILE = ["^(a|a|a|a)*$", "^(a|aa)+$", r"^(\w+\s?)*$", r"(a*)*\1b", "(.*a){30}", "^(([a-z])+.)+[A-Z]([a-z])+$"]


@pytest.mark.parametrize("pattern", HOSTILE)
def test_a_hostile_pattern_ends_and_holds_nobody_up(
    server: LiveServer, owner: Client, stranger: Client, project: int, pattern: str
) -> None:
    owner.import_tasks(project, [{"text": "a" * 5000 + "!"}])
    with ThreadPoolExecutor(1) as pool:
        looking = pool.submit(ask, owner, project, where("filter:tasks:data.text", "regex", pattern))
        assert stranger.get("/api/current-user/whoami").status_code == 200
        answer = looking.result(timeout=25)
    assert answer.status_code == 200 or "takes too long" in answer.text


def test_a_pattern_as_long_as_a_book_is_refused(owner: Client, project: int) -> None:
    assert_refused(ask(owner, project, where("filter:tasks:data.text", "regex", "a" * 5000)))


def test_a_long_row_of_digits_is_looked_at_once(owner: Client, project: int) -> None:
    """Reading a field as a number must not take the square of its length."""
    owner.import_tasks(project, [{"text": "x", "n": "1" * 300_000 + "x"}])
    answer = ask(owner, project, where("filter:tasks:data.n", "greater", 2, "Number"))
    assert sorted(texts(answer)) == ["five\\", "four_'\""]
