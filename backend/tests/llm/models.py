"""How models may behave: each answers what it is asked for, in its own way."""

import json
from collections.abc import Iterator
from typing import Any

from tests.llm.dialects import Asked

LIE = "led 40 engineers"


def lines_in(asked: Asked) -> Iterator[tuple[int, str]]:
    for group in _lines(asked):
        for line in group["numbered"]:
            yield line["number"], line["text"]


def part_of(asked: Asked) -> str:
    fields = set(asked.schema["properties"])
    parts = {"sentences": "summary", "lines": "experience", "order": "skills", "paragraphs": "letter"}
    return parts[fields.pop()]


def answered(asked: Asked, change: Any) -> str:
    """With `change` of each text."""
    lines = list(lines_in(asked))
    part = part_of(asked)
    if part == "summary":
        told = [{"text": change(text), "sources": [number]} for number, text in _prose(asked)[:3]]
        return json.dumps({"sentences": told})
    if part == "letter":
        return json.dumps({"paragraphs": [_paragraph(each, change) for each in _lines(asked)]})
    if part == "experience":
        return json.dumps({"lines": [{"number": number, "text": change(text)} for number, text in lines]})
    return json.dumps({"order": [number for number, _ in reversed(lines)]})


def _paragraph(drafted: Any, change: Any) -> Any:
    told = [{"text": change(line["text"]), "sources": [line["number"]]} for line in drafted["numbered"]]
    return {"number": drafted["paragraph"], "sentences": told}


def _lines(asked: Asked) -> Any:
    return json.loads(asked.material)["lines"]


def _prose(asked: Asked) -> list[tuple[int, str]]:
    return [(number, text) for number, text in lines_in(asked) if len(text) > 40]


def honest(asked: Asked) -> str:
    """Takes off the full stops: true, and to be told from the person's own words."""
    return answered(asked, lambda text: text.removesuffix("."))


def liar(asked: Asked) -> str:
    """And says it again, whatever is objected."""
    return answered(asked, lambda text: f"{text.removesuffix('.')} and {LIE}.")


def teachable(asked: Asked) -> str:
    """Lies until it is told not to."""
    return honest(asked) if "objections" in json.loads(asked.material) else liar(asked)
