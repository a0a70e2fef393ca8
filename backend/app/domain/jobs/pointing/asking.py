"""What a model is sent: the posting's text and which fields are wanted, and nothing of whoever asks."""

import json
from collections.abc import Sequence
from importlib.resources import files

from app.domain.jobs.parsing.lines import visible
from app.domain.jobs.pointing.fields import PointedField, PointedOut
from app.domain.shared.llm import LLMRequest, LLMTask

NAME = "posting-1"
MOST_TEXT = 12_000
"""Characters of the posting, from its beginning on."""
_MOST_TOKENS = 2_000
"""Of the answer, thinking included."""


def asked(text: str, wanted: Sequence[PointedField], language: str) -> LLMRequest[PointedOut]:
    """Deterministic: the same posting is asked in the same bytes."""
    material = {
        "language": language,
        "wanted": [field.value for field in wanted],
        "text": visible(text)[:MOST_TEXT],
    }
    return LLMRequest(
        task=LLMTask.ANALYSIS,
        name=NAME,
        instructions=files(__package__).joinpath("prompts", f"{NAME}.md").read_text(encoding="utf-8"),
        material=json.dumps(material, ensure_ascii=False, indent=1).replace("<", "\\u003c"),
        kind=PointedOut,
        most_tokens=_MOST_TOKENS,
    )
