"""Row 8: nothing that runs what it reads: no pickle, no eval, no unsafe YAML, no shell, no XML parser with entities."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import labelwright

ROOT = Path(labelwright.__file__).parent
FILES = sorted(file for file in ROOT.rglob("*.py") if "_web" not in file.parts)

MODULES = {
    "pickle",
    "_pickle",
    "cPickle",
    "dill",
    "cloudpickle",
    "joblib",
    "marshal",
    "shelve",
    "jsonpickle",
    "torch",
    "yaml",
    "code",
    "codeop",
}
# expat is the one parser, set up in one place, where document types are refused.
XML = {"xml.etree", "xml.etree.ElementTree", "xml.dom", "xml.dom.minidom", "xml.sax", "lxml", "lxml.etree"}
CALLS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "os.system",
    "os.popen",
    "pickle.loads",
    "numpy.load",
    "np.load",
    "yaml.load",
}


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def problems(tree: ast.AST) -> Iterator[str]:
    yield from (
        f"imports {name}" for name in imports(tree) if name in MODULES | XML or name.partition(".")[0] in MODULES
    )
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if ast.unparse(node.func) in CALLS:
                yield f"calls {ast.unparse(node.func)} in line {node.lineno}"
            for keyword in node.keywords:
                on = isinstance(keyword.value, ast.Constant) and keyword.value.value is True
                if on and keyword.arg in ("shell", "allow_pickle"):
                    yield f"says {keyword.arg}=True in line {node.lineno}"


def test_no_module_of_the_server_runs_what_it_reads() -> None:
    assert len(FILES) > 100
    found = [
        f"{file.relative_to(ROOT)} {problem}"
        for file in FILES
        for problem in problems(ast.parse(file.read_text("utf-8")))
    ]
    # The operator's own shell is Python by intention.
    assert [one for one in found if not one.startswith("cli/commands/shell.py imports code")] == []


@pytest.mark.parametrize(
    "code",
    ["import pickle", "from pickle import loads", "import torch.serialization", "eval(x)", "subprocess.run(x, shell=True)",
     "np.load(f, allow_pickle=True)", "from xml.etree import ElementTree", "import xml.sax", "def f():\n    import marshal"],
)  # fmt: skip
def test_the_search_finds_what_it_looks_for(code: str) -> None:
    assert list(problems(ast.parse(code)))
