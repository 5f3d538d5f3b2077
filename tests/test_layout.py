"""The project keeps its shape: which part may import which, and how long things may grow."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted([*ROOT.glob("search/**/*.py"), *ROOT.glob("web/**/*.py"), ROOT / "wsgi.py"])
TESTS = sorted(ROOT.glob("tests/**/*.py"))

VALUES = {"article", "errors", "schema", "text", "lemmas", "compiled", "record", "snippet", "asked"}
VALUES |= {"spelling"}
FREE = {"__init__", "__main__"}  # the public names, and the command
# what each part of search/ may import from the rest of it
MAY_IMPORT = {
    "snippet": VALUES | {"query"},  # it marks what a query matched
    "wire": VALUES,
    "ingest": VALUES | {"wire", "index"},  # ingest() is given an index; it opens none
    "query": VALUES,
    "index": VALUES | {"query", "kernels", "cache"},
    "kernels": {"errors", "cache"},
    "lemmas": {"cache"},
    "compiled": VALUES | {"kernels"},
    "cli": VALUES | {"ingest", "index", "query"},
}
# libraries that one place alone may know
ONLY_IN = {
    "whoosh": "search/index/embedded",
    "numba": "search/kernels",
    "opensearchpy": "search/index/cluster",
    "bs4": "search/ingest",
    "lxml": "search/ingest",
    "trafilatura": "search/ingest",
    "feedparser": "search/ingest",
    "warcio": "search/ingest",
    "urllib3": "search/ingest/online",
    "flask": "web",
    "gunicorn": "search/cli/server.py",
}
# a Flask application is what the server is given to serve
ALSO_IN = {"flask": "search/cli/server.py"}
MAY_IMPORT_WEB = {"search/cli/server.py", "wsgi.py"}
LEFTOVERS = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Each module that a file imports, in full: "search.query.nodes", "whoosh.fields"."""
    package = ("" if path.name == "wsgi.py" else name(path.parent)).split("/")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def part(module: str) -> str:
    """The part of search/ that a module is in: "search.query.nodes" is in "query"."""
    return module.split(".")[1] if module.startswith("search.") else ""


@pytest.mark.parametrize("path", sorted(ROOT.glob("search/**/*.py")), ids=name)
def test_imports_point_one_way(path: Path) -> None:
    here = part(name(path).removesuffix(".py").replace("/", "."))
    if here in FREE:
        return
    allowed = MAY_IMPORT.get(here, VALUES) | {here, ""}
    assert {part(module) for module in imports(path)} <= allowed


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_nobody_imports_the_pages(path: Path) -> None:
    if not name(path).startswith("web/") and name(path) not in MAY_IMPORT_WEB:
        assert not [module for module in imports(path) if module.split(".")[0] == "web"]


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_a_library_is_known_in_one_place(path: Path) -> None:
    for module in imports(path):
        library = module.split(".")[0]
        places = [place for place in (ONLY_IN.get(library), ALSO_IN.get(library)) if place]
        assert not places or name(path).startswith(tuple(places)), module


def test_the_article_imports_nothing_of_ours() -> None:
    assert not [module for module in imports(ROOT / "search/article.py") if part(module)]


@pytest.mark.parametrize("path", PROGRAM + TESTS, ids=name)
def test_a_file_is_named_for_what_it_holds(path: Path) -> None:
    assert path.stem not in LEFTOVERS


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_a_file_stays_readable(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST_FILE


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    given = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
    return [argument.arg for argument in given if argument.arg not in {"self", "cls"}]


@pytest.mark.parametrize("path", PROGRAM, ids=name)
def test_a_function_stays_readable(path: Path) -> None:
    for function in functions(path):
        assert length(function) <= LONGEST_FUNCTION, function.name
        if part(f"search.{path.parent.name}.") != "kernels":  # these take arrays one by one
            assert len(parameters(function)) <= MOST_PARAMETERS, function.name


def test_most_functions_are_short() -> None:
    lengths = sorted(length(function) for path in PROGRAM for function in functions(path))
    assert statistics.median(lengths) <= 8
    assert lengths[len(lengths) * 9 // 10] <= 20
