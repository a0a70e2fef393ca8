"""Files and functions stay small enough to be read."""

import ast
from pathlib import Path

from tests.architecture.house import HOUSE, parsed

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
DATA = {"lexicon"}
"""Folders of tables rather than code."""


def sources() -> list[Path]:
    return [path for path in parsed() if not DATA & set(path.parts)]


def test_no_file_is_too_long_to_read() -> None:
    long = {
        str(p.relative_to(HOUSE)): n
        for p in sources()
        if (n := len(p.read_text().splitlines())) > LONGEST_FILE
    }

    assert long == {}


def test_no_function_is_too_long_to_read() -> None:
    long = [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"
        for path in sources()
        for node in parsed()[path]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]

    assert long == []
