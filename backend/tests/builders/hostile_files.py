"""All files that mean harm, under a name that says which harm."""

from collections.abc import Iterator

from tests.builders import hostile_archives, hostile_pdfs


def hostile_files(canary: str) -> Iterator[tuple[str, bytes]]:
    """`canary` is the address that those which want something fetched name."""
    yield from hostile_pdfs.acting(canary)
    yield from hostile_pdfs.broken()
    yield from hostile_pdfs.floods()
    yield from hostile_pdfs.unseen()
    yield from hostile_pdfs.polyglots(hostile_archives.word())
    yield from hostile_archives.archives()
    yield from hostile_archives.markup(canary)
    yield from hostile_archives.open_documents()
    yield from hostile_archives.texts()
