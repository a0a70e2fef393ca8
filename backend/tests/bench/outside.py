"""Open resume parsers over files, in an interpreter that has them: `PYTHON outside.py FILE...` prints JSON.

It knows nothing of the rest, and the rest not what it imports: neither parser is a dependency of ours.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

Fields = dict[str, Any]


def main(paths: list[str]) -> None:
    read: dict[str, dict[str, Fields]] = {}
    for name, parse in _parsers():
        with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
            read[name] = {path: parse(path) for path in paths if parse is not _openresume or _is_pdf(path)}
    sys.stdout.write(json.dumps(read, default=str))


def _parsers() -> Iterator[tuple[str, Callable[[str], Fields]]]:
    for package, parse in (("openresume-parser", _openresume), ("leverparser", _leverparser)):
        yield f"{package} {version(package)}", parse


def _is_pdf(path: str) -> bool:
    return path.endswith(".pdf")


def _openresume(path: str) -> Fields:
    from openresume import parse_resume_from_pdf

    found = parse_resume_from_pdf(path).get("resume") or {}
    history = (found.get("experience") or {}).get("work_history") or []
    return {
        "name": found.get("full_name"),
        "email": found.get("email"),
        "phone": found.get("phone"),
        "employers": [each.get("company") for each in history],
        "titles": [each.get("title") for each in history],
        "skills": found.get("skills") or [],
    }


def _leverparser(path: str) -> Fields:
    from pyresume import ResumeParser

    found = ResumeParser().parse(path)
    return {
        "name": found.contact_info.name,
        "email": found.contact_info.email,
        "phone": found.contact_info.phone,
        "employers": [each.company for each in found.experience],
        "titles": [each.title for each in found.experience],
        "skills": [each.name for each in found.skills],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
