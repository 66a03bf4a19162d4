"""Whatever JSON a task and its results hold, an export gives back exactly that, and imports again to the same."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.live import LiveServer

# No NUL and no lone surrogates: no database keeps them in text.
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
OBJECT = st.dictionaries(TEXT, JSON, min_size=1, max_size=4)
ANNOTATION = st.fixed_dictionaries(
    {"result": st.lists(OBJECT, max_size=3), "ground_truth": st.booleans(), "was_cancelled": st.booleans()},
    optional={"lead_time": st.floats(0, 1e6)},
)
TASK = st.fixed_dictionaries(
    {"data": OBJECT, "annotations": st.lists(ANNOTATION, max_size=2)},
    optional={"meta": OBJECT, "allow_skip": st.booleans()},
)


def lasting(tasks: list[Any]) -> list[Any]:
    """What an import keeps."""
    return [
        {
            "data": task["data"],
            "meta": task.get("meta", {}),
            "allow_skip": task.get("allow_skip", True),
            "annotations": [
                {
                    "result": one["result"],
                    "ground_truth": one["ground_truth"],
                    "was_cancelled": one["was_cancelled"],
                    "lead_time": one.get("lead_time"),
                }
                for one in task["annotations"]
            ],
        }
        for task in tasks
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tasks=st.lists(TASK, min_size=1, max_size=4))
def test_import_and_export_are_inverse(server: LiveServer, tasks: list[Any]) -> None:
    owner = server.by_token(server.organization())
    everything = {"download_all_tasks": "true"}
    first, second = (int(owner.project()["id"]) for _ in range(2))
    owner.import_tasks(first, tasks)
    exported = owner.call("GET", f"/api/projects/{first}/export", params=everything)
    assert lasting(exported) == lasting(tasks)
    owner.import_tasks(second, [{**task, "predictions": []} for task in exported])
    again = owner.call("GET", f"/api/projects/{second}/export", params=everything)
    assert lasting(again) == lasting(tasks)
