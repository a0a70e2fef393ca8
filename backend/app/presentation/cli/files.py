"""Files that a person names on the command line."""

import json
import sys
from pathlib import Path
from typing import Any

from app.presentation.cli.failing import Refused

LARGEST = 10 * 1024 * 1024
STDIN = Path("-")


def read_text(path: Path, *, most: int = LARGEST) -> str:
    """The file's text; `-` is standard input. Raises Refused, saying which file and what is wrong."""
    return text_in(read_bytes(path, most=most), path)


def text_in(data: bytes, path: Path) -> str:
    """What that file's bytes say. Raises Refused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{path} is not a text file in UTF-8.") from error
    if not text.strip():
        raise Refused(f"{path} is empty.")
    return text


def read_bytes(path: Path, *, most: int = LARGEST) -> bytes:
    """`-` is standard input. Raises Refused, also for more than so many bytes."""
    try:
        data = sys.stdin.buffer.read(most + 1) if path == STDIN else _bytes_of(path, most)
    except OSError as error:
        raise Refused(f"Cannot read {path}: {error.strerror or error}.") from error
    if len(data) > most:
        raise Refused(f"{path} is larger than {most // 1024 // 1024} MB.")
    return data


def read_object(path: Path) -> dict[str, Any]:
    return parsed_json(read_text(path), path)


def parsed_json(text: str, path: Path) -> dict[str, Any]:
    """The object that the text of that file is. Raises Refused."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(f"{path} is not JSON{where}.") from error
    if not isinstance(found, dict):
        raise Refused(f"{path} holds JSON, but no object.")
    return found


def _bytes_of(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)
