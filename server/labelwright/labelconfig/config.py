"""One config, parsed once: what the rest of the server asks."""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from labelwright.labelconfig import describe, taskdata
from labelwright.labelconfig.check import check
from labelwright.labelconfig.describe import Control, ObjectTag
from labelwright.labelconfig.problems import ConfigError, Problem
from labelwright.labelconfig.scan import scan
from labelwright.labelconfig.tree import Element, Tree, parse
from labelwright.labelconfig.validate import refusals
from labelwright.spec import spec


class Config:
    """A well-formed config. Get one with `Config.of`, which remembers the last ones; it never changes."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    @staticmethod
    def of(text: str) -> "Config":
        """The config of a text. Raises ConfigError when it is not well-formed XML."""
        return _config(text)

    @property
    def text(self) -> str:
        return self.tree.text

    @cached_property
    def elements(self) -> Sequence[Element]:
        return self.tree.elements

    @cached_property
    def objects(self) -> dict[str, ObjectTag]:
        return describe.read_objects(self.elements)

    @cached_property
    def controls(self) -> dict[str, Control]:
        return describe.read_controls(self.elements)

    @cached_property
    def problems(self) -> list[Problem]:
        return check(self.elements)

    @cached_property
    def is_default(self) -> bool:
        """Nothing but an empty View: predictions are not validated against it."""
        return not self.tree.root.children

    @cached_property
    def parsed(self) -> dict[str, Any]:
        """`parsed_label_config` of the API."""
        return describe.parsed_label_config(self.controls, self.objects)

    @cached_property
    def data_types(self) -> dict[str, str]:
        """Key of the task data → tag that shows it."""
        return describe.data_types(self.elements)

    @property
    def has_controls(self) -> bool:
        """`config_has_control_tags` of the API."""
        return bool(self.controls)

    @cached_property
    def suits_bulk_annotation(self) -> bool:
        """`config_suitable_for_bulk_annotation` of the API."""
        return describe.suits_bulk_annotation(self.elements)

    def control_weights(self, known: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return describe.control_weights(self.controls, known)

    def control(self, from_name: str) -> Control | None:
        """The control of that name, or the one in a Repeater whose copies are named so."""
        found = self.controls.get(from_name)
        if found is None:
            found = next((control for pattern, control in self._control_patterns if pattern.fullmatch(from_name)), None)
        return found

    def object(self, to_name: str) -> ObjectTag | None:
        """The object of that name, or the one in a Repeater whose copies are named so."""
        found = self.objects.get(to_name)
        if found is None:
            found = next((tag for pattern, tag in self._object_patterns if pattern.fullmatch(to_name)), None)
        return found

    def object_tag(self, to_name: str) -> str | None:
        """Tag of the object of that name; objects without data of the task count too, as the editor shows them."""
        found = self.object(to_name)
        return found.tag if found is not None else self._object_tags.get(to_name)

    @cached_property
    def _object_tags(self) -> dict[str, str]:
        tags = {}
        for element in self.elements:
            name, tag = element.get("name"), spec().tag(element.tag)
            if name and tag is not None and tag.kind == "object":
                tags[name] = tag.tag
        return tags

    @cached_property
    def _control_patterns(self) -> list[tuple[Any, Control]]:
        return [
            (describe.name_pattern(control.name, (control.flag,)), control)
            for control in self.controls.values()
            if control.flag is not None
        ]

    @cached_property
    def _object_patterns(self) -> list[tuple[Any, ObjectTag]]:
        return [
            (describe.name_pattern(tag.name, (tag.flag,)), tag) for tag in self.objects.values() if tag.flag is not None
        ]

    def siblings(self, control: Control) -> list[Control]:
        """The other controls of the same object."""
        return [
            other
            for other in self.controls.values()
            if other is not control and set(other.to_name) & set(control.to_name)
        ]

    def result_types(self, control: Control) -> set[str]:
        """Types that results of a control may have: plain Labels label what a bare shape tag beside them drew."""
        produces = control.spec.produces if control.spec else None
        types = {control.result_type, *(produces.also_type if produces else ())}
        if control.tag == "Labels":
            types |= {
                f"{other.result_type}labels" for other in self.siblings(control) if other.spec and other.key is None
            }
        return types

    @cached_property
    def _task_rules(self) -> tuple[taskdata.Rule, ...]:
        return taskdata.compile_rules(self.data_types)

    def validate_task_data(self, data: Mapping[str, Any]) -> list[str]:
        """Label Studio's messages about the data of one task; none when it fits."""
        return taskdata.validate(self._task_rules, data)

    def with_key(self, data: dict[str, Any]) -> dict[str, Any]:
        """The data with `$undefined$` replaced by the first data key of this config."""
        return taskdata.with_key(data, list(self.data_types))

    @cached_property
    def comment_task(self) -> dict[str, Any] | None:
        """The task in the config's first JSON comment as `{data, annotations?, predictions?}`; None without one."""
        text = next((comment.strip() for comment in self.tree.comments if comment.lstrip().startswith("{")), None)
        if text is None:
            return None
        try:
            # Not strict: such comments have line breaks inside their strings.
            task = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return None
        if not isinstance(task, dict):
            return None
        return task if isinstance(task.get("data"), dict) else {"data": task}


@lru_cache(maxsize=256)
def _config(text: str) -> Config:
    return Config(parse(text))


def validate(text: object) -> None:
    """Raise ConfigError with Label Studio's message when it would refuse the config."""
    if not isinstance(text, str):
        raise ConfigError("can only parse strings")
    for refusal in refusals(Config.of(text).elements):
        raise ConfigError(refusal.text)


def problems(text: str) -> list[Problem]:
    """Everything that is wrong with a config, broken XML too."""
    try:
        return Config.of(text).problems
    except ConfigError as error:
        return scan(text, error.detail)
