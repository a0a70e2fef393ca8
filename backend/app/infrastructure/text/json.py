"""The content itself with its sources, keys in the order of the model."""

import re
from dataclasses import asdict
from json import dumps
from typing import Any

from app.domain.documents.content import DocumentContent
from app.domain.documents.ports import IDocumentRenderer, Layout

# Markup, controls, direction marks and lone surrogates: the same text, but inert wherever it is pasted.
_ESCAPED = re.compile("[<>&\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class JsonRenderer(IDocumentRenderer):
    async def render(self, content: DocumentContent, layout: Layout) -> bytes:
        return to_json(content).encode()


def to_json(content: DocumentContent) -> str:
    return inert_json(asdict(content))


def inert_json(said: Any) -> str:
    text = dumps(said, ensure_ascii=False, indent=2, default=str)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
