"""From a brief to what a model is sent: the least that the part needs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from app.domain.generation.parts import Objection, Part, PartBrief
from app.domain.generation.wording.numbering import Numbered, entries_told, numbered, wordable
from app.domain.generation.wording.shapes import Ordered, Summarised, ToldLetter, WordedLines
from app.domain.shared.llm import LLMRequest, LLMTask

_VERSION = 1
_MOST_WANTED, _LONGEST_WANTED = 25, 240
_MOST_KEYWORDS = 40
_MOST_CAREER = 120
"""Lines of the career that a summary is written from."""
_THINKING = 1_500
"""Tokens beside those of the answer itself, for models that think before they write."""


@dataclass(frozen=True, slots=True)
class _Form:
    task: LLMTask
    kind: type[Any]


_FORMS: Mapping[Part, _Form] = {
    Part.SUMMARY: _Form(LLMTask.WRITING, Summarised),
    Part.EXPERIENCE: _Form(LLMTask.WRITING, WordedLines),
    Part.SKILLS: _Form(LLMTask.ANALYSIS, Ordered),
    Part.LETTER: _Form(LLMTask.WRITING, ToldLetter),
}


def asked(brief: PartBrief, objections: Sequence[Objection] = ()) -> LLMRequest[Any]:
    """Deterministic: the same brief is asked in the same bytes."""
    form = _FORMS[brief.part]
    material = {**_about(brief), **_manner(brief), "lines": _lines(brief)}
    instructions = _prompt(f"{brief.part}-{_VERSION}")
    if objections:
        instructions += _prompt(f"repair-{_VERSION}")
        material["objections"] = [{"text": each.text, "why": each.why} for each in objections]
    said = json.dumps(material, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    return LLMRequest(
        task=form.task,
        name=f"{brief.part}-{_VERSION}",
        instructions=instructions,
        material=said,
        kind=form.kind,
        most_tokens=_THINKING + sum(len(each.line.text) for each in wordable(brief.sections, brief.part)),
    )


def _prompt(name: str) -> str:
    return files(__package__).joinpath("prompts", f"{name}.md").read_text(encoding="utf-8")


def _about(brief: PartBrief) -> dict[str, Any]:
    """Of the posting its title and what it wants; neither who it is from nor its text."""
    wanted = brief.analysis.requirements[:_MOST_WANTED]
    return {
        "language": brief.language,
        "posting": {
            "title": brief.analysis.title[:_LONGEST_WANTED],
            "wants": [{"need": each.need.value, "text": each.text[:_LONGEST_WANTED]} for each in wanted],
            "words": [each.written for each in brief.analysis.keywords[:_MOST_KEYWORDS]],
        },
    }


def _manner(brief: PartBrief) -> dict[str, Any]:
    """How a letter is to speak, and at what length."""
    if brief.part is not Part.LETTER:
        return {}
    least, most = brief.words or (0, 0)
    return {"tone": brief.options.tone.value, "words": {"least": least, "most": most} if most else None}


def _lines(brief: PartBrief) -> list[dict[str, Any]]:
    """Numbered, each under the entry that it belongs to. What has no number is there to be understood by."""
    if brief.part is Part.LETTER:
        told = enumerate(entries_told(numbered(brief.sections)), start=1)
        return [{"paragraph": n, "numbered": _numbers(lines)} for n, (_, lines) in told]
    if brief.part is Part.SUMMARY:
        shown = numbered(brief.sections)[:_MOST_CAREER]
        return [_group(lines, {each.number for each in lines}) for _, lines in entries_told(shown)]
    may = {each.number for each in wordable(brief.sections, brief.part)}
    groups = entries_told(numbered(brief.sections))
    return [_group(lines, may) for _, lines in groups if any(each.number in may for each in lines)]


def _group(lines: Sequence[Numbered], may: set[int]) -> dict[str, Any]:
    return {
        "section": lines[0].kind.value,
        "about": [each.line.text for each in lines if each.number not in may],
        "numbered": _numbers([each for each in lines if each.number in may]),
    }


def _numbers(lines: Sequence[Numbered]) -> list[dict[str, Any]]:
    return [{"number": each.number, "text": each.line.text} for each in lines]
