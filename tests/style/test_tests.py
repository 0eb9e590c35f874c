"""What a test must be to count as one."""

import ast

import pytest

from .sources import TREE, at, called, functions, modules, nodes

FILES = [file for file in modules(root=TREE / "tests") if file.parent.name != "style"]

# Besides `assert`: names of calls that fail a test by themselves.
SAY_SO = ("assert", "check", "expect", "raises", "refuse", "warns", "run_state_machine", "verify")


def _asserts(function):
    return any(
        isinstance(node, ast.Assert)
        or called(node).rpartition(".")[2].lstrip("_").startswith(SAY_SO)
        for node in ast.walk(function)
    )


def test_every_test_asserts_something():
    empty = [
        at(file, function)
        for file in FILES
        for function in functions(file)
        if function.name.startswith("test_") and not _asserts(function)
    ]
    assert not empty


@pytest.mark.parametrize("word", ["skip", "skipif", "xfail", "importorskip"])
def test_no_test_is_passed_over(word):
    found = [
        at(file, node)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.Attribute) and node.attr == word
    ]
    assert not found


def test_nothing_is_waited_for_by_guessing():
    found = [
        at(file, node) for file in FILES for node in nodes(file) if called(node).endswith("sleep")
    ]
    assert not found, f"wait for what must happen, with a deadline: {found}"


def test_our_own_code_is_never_replaced_by_a_stand_in():
    found = [
        at(file, node)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("unittest.mock")
    ]
    assert not found
