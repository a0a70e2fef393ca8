"""XML of a foreign file: walked, never built, without document types and without end."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from app.infrastructure.extraction.child.answers import Refusal, Refused

MOST_ELEMENTS = 400_000
DEEPEST = 250
Start = Callable[[str, Mapping[str, str]], None]


def walk(
    xml: bytes,
    start: Start = lambda _name, _attributes: None,
    end: Callable[[str], None] = lambda _name: None,
    say: Callable[[str], None] | None = None,
) -> None:
    """Names come as `namespace local`. Raises Refused."""
    count, depth = 0, 0

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > MOST_ELEMENTS or depth > DEEPEST:
            raise Refused(Refusal.TOO_DEEP)
        start(name, attributes)

    def ended(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = started, ended
    if say:
        parser.CharacterDataHandler = say
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise Refused(Refusal.BROKEN) from None


def local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(*_: object) -> None:
    """No office file has a document type; one that has wants entities expanded or files fetched."""
    raise Refused(Refusal.DOCTYPE)
