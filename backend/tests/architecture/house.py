import ast
from functools import cache
from pathlib import Path

import app

HOUSE = Path(app.__file__).parent


@cache
def parsed() -> dict[Path, tuple[ast.AST, ...]]:
    """Every node of every file, read once for all who look."""
    return {path: tuple(ast.walk(ast.parse(path.read_text()))) for path in HOUSE.rglob("*.py")}
