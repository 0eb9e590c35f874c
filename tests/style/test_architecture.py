"""The rules of the house that import contracts cannot say."""

import ast
import re

from django.apps import apps
from django.contrib.auth import get_user_model

from .sources import PACKAGE, TREE, at, called, modules, nodes

# Where a point or a cent is computed.
EXACT = ("values", "ledger", "events", "features", "flows")

LEDGER_TABLES = {"Account", "Entry", "Hold", "Lot", "LotUse"}
WRITES = {
    *("acreate", "bulk_create", "bulk_update", "create", "delete", "get_or_create"),
    *("save", "update", "update_or_create", "raw"),
}
SQL_WRITE = re.compile(
    r"\b(insert\s+into|update|delete\s+from|truncate(\s+table)?|copy)\s+\"?saleor_loyalty_"
    r"(account|entry|hold|lot|lotuse)\b",
    re.IGNORECASE,
)


def test_only_the_adapter_knows_saleor():
    found = [
        at(file, node)
        for file in modules()
        if file.relative_to(PACKAGE).parts[0] != "adapter"
        for node in nodes(file)
        if "saleor" in _imported_packages(node)
    ]
    assert not found, f"these import saleor; only saleor_loyalty/adapter may: {found}"


def test_nothing_is_computed_in_floats():
    found = [
        at(file, node)
        for file in modules(*EXACT)
        for node in nodes(file)
        if _is_float(node) or (_divides(node) and not _knows_fractions(file))
    ]
    assert not found, f"floats; use int, values.rate, Fraction or Decimal: {found}"


def test_the_clock_is_read_above_the_flows_only():
    # A version 7 UUID has the time in it; nothing is decided by that.
    below = [file for file in modules(*EXACT) if file != PACKAGE / "values" / "identity.py"]
    clock = re.compile(r"(timezone|datetime|date|time)\.(now|utcnow|today|time|time_ns)$|^now$")
    found = [at(file, node) for file in below for node in nodes(file) if clock.search(called(node))]
    assert not found, f"these read the clock; take `now` as an argument: {found}"


def test_only_the_door_changes_a_balance():
    """Everybody may make an empty account, through ledger/accounts.py."""
    outside = [file for file in modules() if PACKAGE / "ledger" not in file.parents]
    found = [
        at(file, node)
        for file in outside
        for node in nodes(file)
        if _writes_ledger_table(node) or _is_sql_write(node)
    ]
    assert not found, f"these write the ledger's tables; call ledger.post: {found}"


def test_what_is_wrong_with_a_document_is_said_in_every_language():
    """mypy asks for texts that N_ has marked; `make check` that they are translated."""
    found = [
        at(file, node)
        for file in modules()
        if any("pydantic" in _imported_packages(node) for node in nodes(file))
        for node in nodes(file)
        if called(node) in ("ValueError", "PydanticCustomError", "Marked")
    ]
    assert not found, f"raise FaultError(N_(...)) instead: {found}"


def test_no_drawers_for_odds_and_ends():
    drawers = {"common", "helpers", "misc", "util", "utils"}
    files = [*modules(), *modules(root=TREE / "sandbox"), *modules(root=TREE / "tests")]
    found = [str(file.relative_to(TREE)) for file in files if drawers & {file.stem, *file.parts}]
    assert not found, f"name what it is about: {found}"


def test_nothing_is_left_to_do():
    notes = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplemented")
    found = [
        str(file.relative_to(TREE))
        for file in [*modules(), *modules(root=TREE / "sandbox")]
        if notes.search(file.read_text())
    ]
    assert not found, f"do it now, or make an issue of it: {found}"


def test_tables_constraints_and_indexes_carry_our_name():
    names = [
        name
        for model in apps.get_app_config("saleor_loyalty").get_models()
        for name in (
            model._meta.db_table,
            *(constraint.name for constraint in model._meta.constraints),
            *(index.name for index in model._meta.indexes),
        )
    ]
    foreign = [name for name in names if not name.startswith("saleor_loyalty_")]
    assert names
    assert not foreign


def test_the_user_is_the_only_table_of_the_host_we_point_to():
    ours = set(apps.get_app_config("saleor_loyalty").get_models())
    pointed_to = {
        field.related_model
        for model in ours
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete
    }
    assert pointed_to - ours == {get_user_model()}


def _imported_packages(node):
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and not node.level:
        return {str(node.module).split(".")[0]}
    return set()


def _is_float(node):
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    return isinstance(node, ast.Name) and node.id == "float"


def _divides(node):
    # Paths are joined by the same sign.
    is_division = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    return is_division and "__file__" not in ast.unparse(node)


def _knows_fractions(file):
    return any("fractions" in _imported_packages(node) for node in nodes(file))


def _writes_ledger_table(node):
    name = called(node)
    manager = re.match(r"(\w+)\.objects\b", name)
    return bool(manager) and manager[1] in LEDGER_TABLES and name.rpartition(".")[2] in WRITES


def _is_sql_write(node):
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(SQL_WRITE.search(node.value))
    )
