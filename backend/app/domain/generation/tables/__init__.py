"""Words about work that are kept as data: a line of a table is an entry, `#` begins a remark."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The entries of a table: what stands before the `=`, and what stands behind it, between commas."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_row(line) for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _row(line: str) -> tuple[str, tuple[str, ...]]:
    head, _, rest = line.partition("=")
    return head.strip(), tuple(part.strip() for part in rest.split(",") if part.strip())
