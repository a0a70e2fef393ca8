"""Run by an interpreter that has them: how long others take, in ms, warm. Reads and writes JSON."""

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version

ROUNDS = 5


def main() -> None:
    said = json.load(sys.stdin)
    peers = {
        f"Typst {version('typst')}": _typst(said["typst"]),
        f"WeasyPrint {version('weasyprint')}": _weasyprint(said["html"]),
    }
    json.dump({name: _timed(peer) for name, peer in peers.items()}, sys.stdout)


def _typst(source: str) -> Callable[[], object]:
    import typst

    return lambda: typst.compile(source.encode())


def _weasyprint(html: str) -> Callable[[], object]:
    from weasyprint import HTML

    return lambda: HTML(string=html).write_pdf()


def _timed(render: Callable[[], object]) -> list[float]:
    render()
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        render()
        took.append(1000 * (time.perf_counter() - began))
    return took


main()
