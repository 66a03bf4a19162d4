"""Where things are written, and the truth about the media that the tasks are made from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLES = CHECKOUT / "examples"
SAMPLES = EXAMPLES / "samples"
TRUTH = Path(__file__).with_name("truth.json")


def read_truth() -> dict[str, Any]:
    return dict(json.loads(TRUTH.read_text("utf-8"))) if TRUTH.exists() else {}


def add_truth(facts: dict[str, Any]) -> None:
    """Adds what is known about each file, one file a line, so that a change shows which file it is about."""
    truth = read_truth() | facts
    lines = [f"{json.dumps(name)}: {json.dumps(truth[name], ensure_ascii=False)}" for name in sorted(truth)]
    TRUTH.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
