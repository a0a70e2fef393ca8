"""The folder of test material, and the files that are written about it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

import typer

from app.presentation.cli.failing import Refused
from app.presentation.cli.files import parsed_json, read_text
from app.presentation.cli.postings import rows_of

Prediction = dict[str, Any]
Row = Mapping[str, Any]
T = TypeVar("T")
R = TypeVar("R")
_MOST_BYTES = 500_000_000
_FEW = 200
"""Pieces of work that one process is done with before a second one has started."""
_BATCH = 50


def rows(file: Path, *needed: str) -> Iterator[Row]:
    return rows_of(read_text(file, most=_MOST_BYTES), file, *needed)


def write(file: Path, predictions: Sequence[Prediction], began: float) -> None:
    file.write_text(json.dumps(predictions, ensure_ascii=False), encoding="utf-8")
    typer.echo(f"{file}: {len(predictions)} in {perf_counter() - began:.1f} s")


def texts_by_id(file: Path) -> dict[str, str]:
    """A JSON object from id to text. Raises Refused."""
    found = parsed_json(read_text(file, most=_MOST_BYTES), file)
    wrong = next((name for name, text in found.items() if not isinstance(text, str)), None)
    if wrong is not None:
        raise Refused(f"{file}: {wrong} is no text.")
    return found


def over_processes(work: Callable[[Sequence[T]], list[R]], things: Sequence[T]) -> list[R]:
    """What `work`, a function of a module, makes of each, in order, however many processes share it."""
    batches = [things[n : n + _BATCH] for n in range(0, len(things), _BATCH)]
    workers = min(len(batches), cpu_count() or 1)
    if len(things) < _FEW or workers < 2:
        return work(things)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(chain.from_iterable(pool.map(work, batches)))
