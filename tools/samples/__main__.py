"""`python -m tools.samples [pictures] [audio] [video] [series] [documents] [icons] [tasks]`; without a name, all of them."""

from __future__ import annotations

import importlib
import sys

from .place import SAMPLES

STEPS = {
    "pictures": ".pictures.gallery:draw_all",
    "audio": ".audio:record_all",
    "video": ".video:film_all",
    "series": ".series:write_all",
    "documents": ".documents:write_all",
    "icons": ".icons:draw_all",
    "tasks": ".tasks:write_all",
}


def main(names: list[str]) -> None:
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        sys.exit(f"Unknown step {', '.join(unknown)}; the steps are {', '.join(STEPS)}.")
    SAMPLES.mkdir(parents=True, exist_ok=True)
    for name in names or STEPS:
        module, function = STEPS[name].split(":")
        print(name)
        getattr(importlib.import_module(module, __package__), function)()


if __name__ == "__main__":
    main(sys.argv[1:])
