"""Seeds changed at random, read as the child reads them: `python -m tests.hostile.fuzzing KIND SECONDS SEED`.

Says how many it read. Anything but a refusal ends it, with the number of the change that did it.
"""

import random
import signal
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

from app.infrastructure.extraction.child import kinds
from app.infrastructure.extraction.child.answers import Refused
from app.infrastructure.extraction.child.archive import Archive
from app.infrastructure.extraction.child.plain import read_plain
from app.infrastructure.extraction.child.reading import read
from app.infrastructure.extraction.child.rich_text import read_rich_text
from tests.builders.hostile_archives import archives, open_documents, packed, texts
from tests.builders.hostile_pdfs import acting, broken, unseen
from tests.builders.odd_files import odd_files

LONGEST = 5.0
_MOST = 200_000
_TOKENS = (
    b"\0", b"\xff", b"\xff\xff\xff\xff", b"-1", b"99999999999", b"<<", b">>", b"[", b"/Filter/FlateDecode",
    b"0 R", b"endobj", b"stream\n", b"\\", b"{", b"}", b"\\bin9", b"\\u-1", b"\\'zz", b"<w:p>", b"</w:p>",
    b"&#0;", b"<!DOCTYPE a>", b"<w:vanish/>", b"PK\x01\x02", b"\xef\xbb\xbf", b"\xfe\xff", b"\xd8\x00",
)  # fmt: skip


def changed(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(out) + 1)
        length = chance.choice((1, 2, 8, 64))
        token = chance.choice(_TOKENS)
        way = chance.randrange(6)
        if way == 0 and at < len(out):
            out[at] = chance.randrange(256)
        elif way == 1:
            out[at:at] = token
        elif way == 2:
            del out[at : at + length]
        elif way == 3:
            out[at:at] = out[at : at + length] * chance.choice((2, 9, 200))
        elif way == 4:
            out[at : at + len(token)] = token
        else:
            out = out[:at] if chance.random() < 0.2 else out
    return bytes(out[:_MOST])


def repacked(data: bytes, chance: random.Random) -> bytes:
    """What is changed is one part; the archive around it is whole."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([n for n in parts if n.endswith((".xml", ".rels"))])
    return packed({**parts, name: changed(parts[name], chance)})


def _seeds(*wanted: str) -> list[bytes]:
    """Without those whose harm is the work they make: the child's limits are for them."""
    every = (*odd_files(), *acting("http://127.0.0.1:9"), *broken(), *unseen(), *texts(), *open_documents())
    heads = tuple(head.encode() for head in wanted)
    return [data for _, data in every if data.startswith(heads) and len(data) < _MOST]


def _whole(seeds: list[bytes]) -> list[bytes]:
    return [seed for seed in seeds if zipfile.is_zipfile(BytesIO(seed)) and _opens(seed)]


def _opens(seed: bytes) -> bool:
    try:
        archive = Archive(seed)
        return all(map(archive.read, archive.names)) and any(n.endswith(".xml") for n in archive.names)
    except Refused:
        return False


Way = tuple[Callable[[], list[bytes]], Callable[[bytes, random.Random], bytes], Callable[[bytes], object]]
KINDS: dict[str, Way] = {
    "pdf": (lambda: _seeds("%PDF"), changed, read),
    "office": (lambda: _whole(_seeds("PK")), repacked, read),
    "archive": (lambda: [data for _, data in archives() if len(data) < _MOST], changed, Archive),
    "rtf": (lambda: _seeds("{\\rtf"), changed, read_rich_text),
    "text": (lambda: _seeds("Zo", "\ufeff", "Ada"), changed, read_plain),
    "kind": (lambda: _seeds(""), changed, kinds.kind_of),
}


def main(kind: str, seconds: float, seed: int) -> None:
    make, change, reader = KINDS[kind]
    seeds, until, count = make(), time.monotonic() + seconds, 0
    while time.monotonic() < until:
        chance = random.Random(f"{kind} {seed} {count}")
        data = change(chance.choice(seeds), chance)
        began = time.monotonic()
        signal.alarm(2 * int(LONGEST))  # Ends the process where it hangs in a library.
        try:
            reader(data)
        except (Refused, MemoryError, RecursionError):
            pass
        except BaseException as error:
            raise SystemExit(f"{kind} {seed} {count}: {type(error).__name__}: {error}") from error
        if time.monotonic() - began > LONGEST:
            raise SystemExit(f"{kind} {seed} {count}: it took {time.monotonic() - began:.1f} s")
        count += 1
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
