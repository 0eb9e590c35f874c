"""The project's own source as syntax trees, for rules that a linter does not know."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
PACKAGE = TREE / "saleor_loyalty"


def modules(*folders: str, root: Path = PACKAGE) -> list[Path]:
    """The Python files below these folders of the package (none named: all), migrations apart."""
    places = [root / folder for folder in folders] or [root]
    files = {file for place in places for file in _python_files(place)}
    return sorted(file for file in files if "migrations" not in file.parts)


def committed_files() -> list[Path]:
    """What git knows, or would take with the next `git add`, and is still there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=TREE, check=True, capture_output=True, text=True)
    files = (TREE / name for name in listed.stdout.split("\0") if name)
    return sorted(file for file in files if file.is_file())


def nodes(file: Path) -> Iterator[ast.AST]:
    yield from ast.walk(_tree(file))


def functions(file: Path) -> Iterator[ast.FunctionDef]:
    for node in nodes(file):
        if isinstance(node, ast.FunctionDef):
            yield node


def at(file: Path, node: ast.AST) -> str:
    """Where to look, as an editor understands it."""
    return f"{file.relative_to(TREE)}:{getattr(node, 'lineno', 1)}"


def called(node: ast.AST) -> str:
    """The dotted name that a call calls, "" for anything else."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _python_files(place: Path) -> list[Path]:
    return [place] if place.suffix == ".py" else list(place.rglob("*.py"))


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text())
