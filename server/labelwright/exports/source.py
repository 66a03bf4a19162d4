"""What formats write from: the tasks of one project, read in batches from one snapshot of the database.

`tasks()` passes JSON through undecoded. `items()` is the model that every format but JSON shares: one item per annotation that was not skipped,
newest first, its regions grouped by control.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

import msgspec

from labelwright.labelconfig import Config

SHAPE_KEYS = ("original_width", "original_height")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    download_all_tasks: bool = False
    download_resources: bool = True
    interpolate_key_frames: bool = False
    # Cells that a spreadsheet would run get a leading apostrophe; off, because it changes the data.
    neutralize_formulas: bool = False
    ids: tuple[int, ...] = ()


class Draft(msgspec.Struct, gc=False):
    id: int
    user: str
    created_username: str
    created_ago: str
    result: msgspec.Raw
    lead_time: float | None
    was_postponed: bool
    import_id: int | None
    created_at: datetime
    updated_at: datetime
    task: int
    annotation: int | None


class Annotation(msgspec.Struct, gc=False):
    id: int
    completed_by: int | None
    result: msgspec.Raw | Any
    was_cancelled: bool
    ground_truth: bool
    created_at: datetime
    updated_at: datetime
    draft_created_at: datetime | None
    lead_time: float | None
    prediction: msgspec.Raw
    result_count: int
    unique_id: str | None
    import_id: int | None
    last_action: str | None
    bulk_created: bool
    task: int
    project: int
    updated_by: int | None
    parent_prediction: int | None
    parent_annotation: int | None
    last_created_by: int | None


class Task(msgspec.Struct, gc=False):
    """In the order of Label Studio's file."""

    id: int
    annotations: list[Annotation]
    # Left out for tasks that came from no file.
    file_upload: str | msgspec.UnsetType
    drafts: list[Draft]
    predictions: list[int]
    data: msgspec.Raw
    meta: msgspec.Raw
    created_at: datetime
    updated_at: datetime
    allow_skip: bool
    inner_id: int
    total_annotations: int
    cancelled_annotations: int
    total_predictions: int
    comment_count: int
    unresolved_comment_count: int
    last_comment_updated_at: datetime | None
    project: int
    updated_by: int | None
    comment_authors: list[int]


class Annotated(msgspec.Struct, gc=False):
    """What most formats need of a task: reading all of it would take them thrice the time."""

    id: int
    data: msgspec.Raw
    annotations: list[Annotation]


class Item(msgspec.Struct):
    """One annotation of one task. `annotation` is None for a task without any; `output` maps a control to its values, each with its `type`."""

    task: int
    data: dict[str, Any]
    annotation: Annotation | None
    output: dict[str, list[dict[str, Any]]]


class Source:
    """`batches` and `annotated` read anew from the start at each call."""

    def __init__(
        self,
        config: Config,
        batches: Callable[[], Iterator[Sequence[Task]]],
        annotated: Callable[[], Iterator[Sequence[Annotated]]],
        columns: Callable[[], tuple[set[str], set[str]]],
    ) -> None:
        self.config, self._batches, self._annotated, self._columns = config, batches, annotated, columns

    def batches(self) -> Iterator[Sequence[Task]]:
        return self._batches()

    def tasks(self) -> Iterator[Task]:
        for batch in self._batches():
            yield from batch

    def items(self) -> Iterator[Item]:
        for task in chain.from_iterable(self._annotated()):
            data = self.config.with_key(msgspec.json.decode(task.data))
            if not task.annotations:
                yield Item(task.id, data, None, {})
            kept = [annotation for annotation in task.annotations if not annotation.was_cancelled]
            for annotation in sorted(kept, key=lambda one: (one.created_at, one.id), reverse=True):
                yield Item(task.id, data, annotation, self._output(annotation))

    def columns(self) -> tuple[set[str], set[str]]:
        """Data keys, and controls with at least one region, of everything that `items` will give."""
        keys, controls = self._columns()
        return set(self.config.with_key(dict.fromkeys(keys))), {name for name in controls if self._kept(name)}

    def _kept(self, name: str) -> bool:
        return self.config.control(name) is not None

    def _output(self, annotation: Annotation) -> dict[str, list[dict[str, Any]]]:
        result = annotation.result
        regions = msgspec.json.decode(result) if isinstance(result, msgspec.Raw) else result
        output: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for region in regions if isinstance(regions, list) else ():
            name = region.get("from_name") if isinstance(region, dict) else None
            control = self.config.control(name) if isinstance(name, str) else None
            if control is None or not isinstance(region.get("value"), dict):
                continue
            value = {**region["value"], "type": control.tag}
            value.update((key, region[key]) for key in SHAPE_KEYS if key in region)
            output[region["from_name"]].append(value)
        return dict(output)
