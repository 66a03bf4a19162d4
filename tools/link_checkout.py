"""Make this checkout's `labelwright` importable and callable in the environment that runs this.

What an editable installation would do, without a build: that would copy the spec, the examples and a web app which
may not be built yet, and go stale. In a checkout the server reads them where they are.
"""

import sys
import sysconfig
from pathlib import Path

SERVER = Path(__file__).resolve().parent.parent / "server"
PROGRAM = """#!{python}
from labelwright.cli.main import run

run()
"""


def main() -> None:
    Path(sysconfig.get_path("purelib"), "labelwright-checkout.pth").write_text(f"{SERVER}\n")
    program = Path(sys.executable).with_name("labelwright")
    program.write_text(PROGRAM.format(python=sys.executable))
    program.chmod(0o755)


if __name__ == "__main__":
    main()
