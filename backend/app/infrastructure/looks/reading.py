"""The templates that there are, read once. What a file does not say is as `_common.toml` has it."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from app.domain.documents.ports import Template
from app.infrastructure.looks.look import Look

_FILES = Path(__file__).parent / "templates"
_ORDER = ("classic", "modern", "compact", "executive", "academic", "technical", "two-column", "letter-first")
_LOOK = TypeAdapter(Look)


def templates() -> tuple[Template, ...]:
    return tuple(look.template for look in LOOKS.values())


def _read(template_id: str, common: Mapping[str, Any]) -> Look:
    return _LOOK.validate_python({"id": template_id, **_over(common, _said_in(template_id))})


def _over(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    both = dict(common)
    for name, value in own.items():
        known = both.get(name)
        both[name] = (
            _over(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
        )
    return both


def _said_in(name: str) -> dict[str, Any]:
    return tomllib.loads((_FILES / f"{name}.toml").read_text(encoding="utf-8"))


def _read_all() -> dict[str, Look]:
    common = _said_in("_common")
    return {template_id: _read(template_id, common) for template_id in _ORDER}


LOOKS: Mapping[str, Look] = _read_all()
