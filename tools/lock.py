"""Pin the Python dependencies: requirements/{runtime,dev,sdk}.txt from pyproject.toml.

One resolution for all three: the widest set first, the smaller ones held to its versions, so that what is tested is
what is shipped. The files carry no index addresses; pip takes the packages from wherever it is set up to.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = str(Path(sys.executable).with_name("uv"))
COMPILE = [UV, "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11"]
PLAIN = ["--no-header", "--no-annotate"]


def pin(name: str, *options: str) -> None:
    target = f"requirements/{name}.txt"
    command = [*COMPILE, *PLAIN, "pyproject.toml", "--extra", "postgres", *options, "-o", target]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    print(f"{target}: {len((ROOT / target).read_text().splitlines())} packages")


if __name__ == "__main__":
    pin("sdk", "--group", "dev", "--group", "sdk")
    pin("dev", "--group", "dev", "-c", "requirements/sdk.txt")
    pin("runtime", "-c", "requirements/sdk.txt")
