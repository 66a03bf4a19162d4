"""The wheel alone is a working installation: built here, installed into an empty environment, used."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from harness.live import Client
from harness.process import ROOT, ServerProcess

EMAIL, PASSWORD = "ada@example.org", "correct horse battery"

PARSE_EXAMPLES = """
import sys
from pathlib import Path
import labelwright
from labelwright.labelconfig import problems

package = Path(labelwright.__file__).parent
examples = sorted((package / "_examples").rglob("*.xml"))
for path in examples:
    errors = [problem for problem in problems(path.read_text("utf-8")) if problem.severity == "error"]
    assert not errors, (path, errors)
print(package, len(examples))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    assert (ROOT / "web" / "app" / "dist" / "index.html").is_file(), "build the web app first: make .make/web"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, text=True)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment with nothing but the wheel and the packages it names."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder, with_pip=False)
    site = next(folder.glob("lib/python*/site-packages"))
    for name in runtime_packages():
        link(site, name)
    install = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--quiet"]
    subprocess.run([*install, "--no-index", "--no-deps", str(wheel)], check=True)
    check = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "check"]
    subprocess.run(check, check=True, stdout=subprocess.DEVNULL)
    return folder / "bin"


def runtime_packages() -> list[str]:
    """The names pinned for an installation."""
    lines = (ROOT / "requirements" / "runtime.txt").read_text("utf-8").splitlines()
    return [re.split(r"[=<>;\[ ]", line)[0] for line in lines]


def link(site: Path, name: str) -> None:
    """Make a package of this environment visible in another, without the network: its files, linked."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution(name).files or []
    except PackageNotFoundError:  # one for another platform
        return
    for file in files:
        source, target = Path(str(file.locate())), site / file
        if ".." not in file.parts and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(source, target) if same_disk(source, site) else target.symlink_to(source)


def same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def test_it_carries_the_contract_the_examples_and_the_pages_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    for needed in ("_spec/tags/", "_examples/", "_web/index.html", "_web/assets/", "py.typed", "migrations/versions/"):
        assert any(name.startswith(f"labelwright/{needed}") for name in names), needed
    assert not [name for name in names if "/tests/" in name or name.endswith((".ts", ".tsx"))]


def test_it_starts_and_shows_its_pages_to_somebody_who_logs_in(installed: Path, tmp_path: Path) -> None:
    account = ("--username", EMAIL, "--password", PASSWORD)
    command = (str(installed / "labelwright"),)
    with ServerProcess(tmp_path / "server", *account, command=command, env={"PYTHONPATH": ""}).start() as server:
        with Client(server.url) as browser:
            browser.log_in(EMAIL, PASSWORD)
            page = browser.get("/projects")
            assert page.status_code == 200
            scripts = re.findall(r'src="\.?/?([^"]+\.js)"', page.text)
            assert scripts
            for script in scripts:
                assert "javascript" in browser.get(f"/{script}").headers["content-type"]
        assert "Traceback" not in server.log


def test_every_example_in_it_parses_without_a_problem(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "python", "-c", PARSE_EXAMPLES], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    package, count = done.stdout.split()
    assert Path(package).is_relative_to(installed.parent), "the checkout was imported in place of the wheel"
    assert int(count) > 0
