"""For random tasks, filters and orderings the list is what a plain Python reading of them says, on both databases."""

import json
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from datamanager import reference
from harness.live import Client, LiveServer
from labelwright.datamanager import index_queries, indexable, value_queries
from labelwright.datamanager.query import scope_of
from labelwright.kit import clock
from labelwright.projects import service as projects

CONFIG = """<View><Text name="text" value="$text"/>
<Labels name="ner" toName="text"><Label value="PER"/><Label value="ORG"/></Labels>
<Choices name="topic" toName="text"><Choice value="news"/><Choice value="PER"/></Choices>
<Taxonomy name="tree" toName="text"><Choice value="a"><Choice value="b"/></Choice></Taxonomy>
<TextArea name="note" toName="text"/><Number name="size" toName="text"/><Rating name="stars" toName="text"/></View>"""

TEXT = st.text("aAbBz %_\\'中文éÉжЖ", max_size=4)
LABELS = st.sampled_from(["PER", "ORG", "news", "b"])
NUMBERS = st.sampled_from([-1, 0, 1, 2, 2.5, 10])
DATA = st.fixed_dictionaries(
    {"text": TEXT},
    optional={
        "title": st.none() | TEXT,
        "n": NUMBERS | st.sampled_from([" 2 ", "+1.", ".5", "-", "1.2.3", "two", "", "1e2", "--1", True, None]),
        "ok": st.booleans() | st.sampled_from(["true", None, 1]),
    },
)


def result(control: str, kind: str, value: Any) -> dict[str, Any]:
    return {"from_name": control, "to_name": "text", "type": kind, "value": value}


RESULT = st.one_of(
    st.builds(
        lambda label, text: result("ner", "labels", {"start": 0, "end": 1, "text": text, "labels": [label]}),
        st.sampled_from(["PER", "ORG"]), TEXT,
    ),
    st.builds(lambda choice: result("topic", "choices", {"choices": [choice]}), st.sampled_from(["news", "PER"])),
    st.just(result("tree", "taxonomy", {"taxonomy": [["a", "b"], ["a"]]})),
    st.builds(lambda texts: result("note", "textarea", {"text": texts}), st.lists(TEXT, min_size=1, max_size=2)),
    st.builds(lambda number: result("size", "number", {"number": number}), NUMBERS),
    st.builds(lambda rating: result("stars", "rating", {"rating": rating}), st.integers(1, 5)),
)  # fmt: skip
RESULTS = st.lists(RESULT, max_size=3).map(
    lambda items: [{**item, "id": f"r{place}"} for place, item in enumerate(items)]
)
ANNOTATION = st.fixed_dictionaries(
    {"result": RESULTS, "ground_truth": st.booleans(), "was_cancelled": st.booleans()},
    optional={"lead_time": NUMBERS.map(abs)},
)
PREDICTION = st.fixed_dictionaries(
    {"result": RESULTS, "model_version": st.sampled_from(["v1", "v2"])},
    optional={"score": st.sampled_from([0, 0.25, 0.5, 1])},
)
TASKS = st.lists(
    st.fixed_dictionaries(
        {
            "data": DATA,
            "annotations": st.lists(ANNOTATION, max_size=3),
            "predictions": st.lists(PREDICTION, max_size=2),
        }
    ),
    min_size=1,
    max_size=8,
)

RANGE = st.tuples(NUMBERS, NUMBERS).map(lambda ends: {"min": min(ends), "max": max(ends)})


def _filter(name: str, kind: str, operators: list[str], value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {
            "filter": st.just(f"filter:{name}"),
            "type": st.just(kind),
            "operator": st.sampled_from(operators),
            "value": value,
        }
    )


def numbers(name: str) -> st.SearchStrategy[Any]:
    compare = ["equal", "not_equal", "less", "greater", "less_or_equal", "greater_or_equal"]
    return st.one_of(
        _filter(name, "Number", compare, NUMBERS),
        _filter(name, "Number", ["in", "not_in"], RANGE),
        _filter(name, "Number", ["in_list", "not_in_list"], st.lists(NUMBERS, max_size=2)),
        _filter(name, "Number", ["empty"], st.booleans()),
    )


def texts(name: str, *, ordered: bool = True) -> st.SearchStrategy[Any]:
    compare = ["less", "greater", "less_or_equal", "greater_or_equal"] if ordered else []
    return st.one_of(
        _filter(name, "String", ["contains", "not_contains", "equal", "not_equal", *compare], TEXT),
        _filter(name, "String", ["in_list", "not_in_list"], st.lists(TEXT, max_size=2)),
        _filter(name, "String", ["regex"], st.sampled_from(["^a", "[Bb]$", "a.*z", "中", "\\\\", "^$"])),
        _filter(name, "String", ["empty"], st.booleans()),
    )


def one_of(name: str, kind: str, operators: list[str], values: list[Any]) -> st.SearchStrategy[Any]:
    return _filter(name, kind, operators, st.sampled_from(values))


def group(items: st.SearchStrategy[Any], target: str | None = None) -> st.SearchStrategy[Any]:
    fixed: dict[str, Any] = {
        "conjunction": st.sampled_from(["and", "or"]),
        "items": st.lists(items, min_size=1, max_size=3),
    }
    counts = {"at_least": st.integers(0, 3), "at_most": st.integers(0, 2)} if target else {}
    return st.fixed_dictionaries({**fixed, **({"target": st.just(target)} if target else {})}, optional=counts)


OF_RESULTS = st.one_of(
    one_of("results:control", "String", ["equal", "not_equal"], ["ner", "topic", "note"]),
    one_of("results:type", "String", ["equal", "contains"], ["labels", "rating"]),
    _filter("results:label", "List", ["contains", "not_contains"], st.lists(LABELS, min_size=1, max_size=2)),
    _filter("results:label", "List", ["empty"], st.booleans()),
    texts("results:text", ordered=False),
    numbers("results:number"),
)
OF_ANNOTATIONS = st.one_of(
    numbers("annotations:lead_time"),
    numbers("annotations:result_count"),
    one_of("annotations:was_cancelled", "Boolean", ["equal"], [True, False]),
    one_of("annotations:ground_truth", "Boolean", ["equal"], [True, False]),
    OF_RESULTS,
    group(OF_RESULTS, "results"),
)
OF_PREDICTIONS = st.one_of(
    numbers("predictions:score"),
    numbers("predictions:result_count"),
    one_of("predictions:model_version", "List", ["contains", "not_contains"], [["v1"], ["v2", "v3"]]),
    OF_RESULTS,
    group(OF_RESULTS, "results"),
)
OF_TASKS = st.one_of(
    texts("tasks:data.text"),
    texts("tasks:data.title"),
    numbers("tasks:data.n"),
    one_of("tasks:data.ok", "Boolean", ["equal", "not_equal"], [True, False]),
    numbers("tasks:inner_id"),
    numbers("tasks:avg_lead_time"),
    numbers("tasks:predictions_score"),
    one_of("tasks:total_annotations", "Number", ["equal", "greater"], [0, 1, 2]),
    one_of("tasks:predictions_model_versions", "List", ["contains", "not_contains"], [["v1"], ["v2", "v3"]]),
    numbers("annotations:lead_time"),
    numbers("predictions:score"),
    group(OF_ANNOTATIONS, "annotations"),
    group(OF_PREDICTIONS, "predictions"),
)
FILTERS = group(st.one_of(OF_TASKS, OF_TASKS, group(OF_TASKS)))
KEYS = [
    "id",
    "data.text",
    "data.title",
    "total_annotations",
    "cancelled_annotations",
    "avg_lead_time",
    "predictions_score",
    "is_labeled",
]
ORDERING = st.lists(st.sampled_from([f"{minus}tasks:{key}" for key in KEYS for minus in ("", "-")]), max_size=3)
QUERIES = st.lists(
    st.fixed_dictionaries({"ordering": ORDERING}, optional={"filters": FILTERS}), min_size=12, max_size=12
)


def listed(owner: Client, project: int, query: dict[str, Any], **params: Any) -> list[dict[str, Any]]:
    asked = {"project": project, "query": json.dumps(query), "page_size": 1000, **params}
    found: list[dict[str, Any]] = owner.call("GET", "/api/tasks/", params=asked)["tasks"]
    return found


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # Every example is a project of its own: shrinking one would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(tasks=TASKS, queries=QUERIES, indexed=st.sampled_from(["never", "before", "after"]))
def test_a_list_is_what_its_filters_and_its_ordering_say(
    server: LiveServer, tasks: list[Any], queries: list[Any], indexed: str
) -> None:
    owner = server.by_token(server.organization())
    project = owner.project(CONFIG)["id"]
    if indexed == "before":
        # Triggers put everything in.
        keep_values(server, project)
    owner.import_tasks(project, tasks)
    if indexed == "after":
        keep_values(server, project)
    everything = listed(owner, project, {}, fields="all")
    for query in queries:
        expected = reference.found(everything, query)
        assert [task["id"] for task in listed(owner, project, query)] == expected, query
        assert walked(owner, project, query) == expected, query
        assert paged(owner, project, query, len(expected)) == expected, query


def keep_values(server: LiveServer, project: int) -> None:
    """Indexes, as their jobs make them."""
    of_data = [("data.text", "String"), ("data.title", "String"), ("data.n", "Number"), ("data.ok", "Boolean")]
    native = [("data.text", "Native"), ("data.title", "Native")] if server.db.is_sqlite else []
    words = [("data.text", "contains"), ("data.title", "contains"), ("data.n", "contains")]
    of_tasks = [("inner_id", "Number"), ("total_annotations", "Number")]
    of_work = [("predictions_score", "Number"), ("avg_lead_time", "Time"), ("annotators", "List")]
    rows = []
    with server.db.write() as tx:
        scope = scope_of(tx, projects.get(tx, project))
        for column, kind in [*of_data, *native, *words, *of_tasks, *of_work]:
            values = {"project_id": project, "column_id": column, "kind": kind, "created_at": clock.now()}
            expression = indexable.written(tx, scope, column, kind)
            row = index_queries.by_id(tx, index_queries.add(tx, {**values, "expression": expression}))
            assert row
            value_queries.create(tx, row, indexable.decides(column))
            while value_queries.fill(tx, row, 3) == 3:
                pass
            if server.db.is_sqlite:
                value_queries.sort(tx, row)
            index_queries.set_ready(tx, row.id, clock.now(), 0.1, None)
            rows.append(row)
    if not server.db.is_sqlite:
        with server.db.outside_transactions() as connection:
            for row in rows:
                value_queries.settle(connection, row)


def walked(owner: Client, project: int, query: dict[str, Any]) -> list[int]:
    """Page by page, each behind the last task of the one before."""
    ids: list[int] = []
    while page := listed(owner, project, query, page_size=3, totals=False, **({"after": ids[-1]} if ids else {})):
        ids += [task["id"] for task in page]
    return ids


def paged(owner: Client, project: int, query: dict[str, Any], count: int) -> list[int]:
    pages = [listed(owner, project, query, page_size=3, page=number) for number in range(1, (count + 2) // 3 + 1)]
    return [task["id"] for page in pages for task in page]
