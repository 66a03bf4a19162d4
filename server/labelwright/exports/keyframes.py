"""Key frames of a rectangle in a video, filled up to one entry per frame."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_BETWEEN = ("x", "y", "width", "height", "rotation", "time")


def with_every_frame(result: Any) -> Any:
    """The result with every VideoRectangle sequence interpolated; everything else as it is."""
    return [_filled(region) for region in result] if isinstance(result, list) else result


def _filled(region: Any) -> Any:
    value = region.get("value") if isinstance(region, dict) else None
    if (
        not isinstance(value, dict)
        or region.get("type") != "videorectangle"
        or not isinstance(value.get("sequence"), list)
    ):
        return region
    key_frames = sorted((frame for frame in value["sequence"] if "frame" in frame), key=lambda frame: frame["frame"])
    return {**region, "value": {**value, "sequence": list(_frames(key_frames, value.get("framesCount")))}}


def _frames(key_frames: list[dict[str, Any]], count: Any) -> Iterator[dict[str, Any]]:
    for this, following in pairwise(key_frames):
        yield this
        if this.get("enabled", True):
            yield from _between(this, following)
    if key_frames:
        last = key_frames[-1]
        yield last
        if last.get("enabled", True) and isinstance(count, int):
            yield from ({**last, "frame": frame, "auto": True} for frame in range(last["frame"] + 1, count + 1))


def _between(this: dict[str, Any], following: dict[str, Any]) -> Iterator[dict[str, Any]]:
    distance = following["frame"] - this["frame"]
    moved = [key for key in _BETWEEN if key in this and key in following]
    for step in range(1, distance):
        share = step / distance
        places = {key: this[key] + (following[key] - this[key]) * share for key in moved}
        yield {**this, **places, "frame": this["frame"] + step, "auto": True}
