from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Document = Mapping[str, Any] | bytes
"""A file as it comes in: an object out of JSON or YAML, or the bytes of a zip."""


class CareerFormat(StrEnum):
    JSON_RESUME = "json_resume"
    REACTIVE_RESUME = "reactive_resume"
    RENDERCV = "rendercv"
    LINKEDIN = "linkedin"
    UPLOADED_RESUME = "uploaded_resume"
    """Read by another area: here it is a reading already."""
