"""The walls that import-linter keeps, and those that it cannot see."""

import ast

from tests.architecture.house import HOUSE, parsed


def test_a_relative_import_is_nowhere() -> None:
    relative = [
        str(path.relative_to(HOUSE))
        for path, nodes in parsed().items()
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def test_the_domain_reads_no_clock_and_no_dice() -> None:
    """The same input gives the same bytes: time and chance come from outside. Ids alone are drawn."""
    suspects = {"now", "today", "utcnow", "random", "randint", "choice", "shuffle"}
    found = [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.func.attr}"
        for path, nodes in parsed().items()
        if path.is_relative_to(HOUSE / "domain")
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in suspects
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "random", "time"}
    ]

    assert found == []
