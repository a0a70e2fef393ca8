from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.jobs.posting import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuredPosting:
    source: str
    """Whose form it has: json_ld, greenhouse, lever, ashby."""
    facts: Mapping[str, Found[Any]]
    """By the names of ParsedPosting's fields, each with the JSON Pointer of the field that says so."""
    markup: str
    """The text that goes with it, as HTML."""
