"""What holding one thing says of others: a CPA is an accounting certification, Django is Python."""

from functools import cache

from app.domain.generation.tables import rows
from app.domain.shared.skills import canonical


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {
        canonical(name): tuple(canonical(each) for each in implied) for name, implied in rows("implications")
    }


@cache
def implied_by(name: str) -> tuple[str, ...]:
    """Everything, however far away, each once; what is no name of the lexicon is a kind of credential."""
    found: dict[str, None] = {}
    waiting = list(_table().get(name, ()))
    while waiting:
        if (one := waiting.pop(0)) not in found and one != name:
            found[one] = None
            waiting += _table().get(one, ())
    return tuple(found)


@cache
def implying(name: str) -> tuple[str, ...]:
    """The names whose holder has this one too, in the order of the table."""
    return tuple(each for each in _table() if name in implied_by(each))
