"""A language model that answers well but for one thing that is not true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.application.generation.model_writer import ModelWriter
from app.domain.documents.content import Line, Source
from app.domain.generation.parts import Objection, Part, PartBrief, WrittenPart
from app.domain.generation.ports import IPartWriter
from app.domain.generation.usage import Spent
from app.domain.generation.wording.numbering import Numbered, numbered, wordable
from app.domain.generation.wording.shapes import Ordered, Sentence, Summarised, WordedLine, WordedLines
from app.domain.shared.llm import ILLMService, LLMAnswer, LLMRequest, LLMTask, LLMUsage
from app.domain.shared.work import Output
from tests.truth.corpus import Case

T = TypeVar("T")
_COST = LLMUsage(input_tokens=900, output_tokens=100, cost_micros=10)
_HONEST = 2
"""True sentences that a lie stands among."""
_PROSE = 30
"""Characters from which on a line reads as a sentence."""


class Answering(ILLMService):
    """Says what it was told to say, whatever it is asked."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def first(self, task: LLMTask) -> str:
        return "liar/liar"

    def most(self, request: LLMRequest[T]) -> LLMUsage:
        return _COST

    async def answer(self, request: LLMRequest[T]) -> LLMAnswer[T]:
        assert isinstance(self._value, request.kind)
        value: T = self._value
        return LLMAnswer(value=value, provider="in process", model="liar", usage=_COST, seconds=0.0)


@dataclass
class LyingWriter(IPartWriter):
    """Puts each of these in place of the true line, and says it again whatever is objected."""

    in_experience: Sequence[Case]
    """Of no two that cite the same line."""
    in_summary: Case | None
    told: dict[Part, list[Case]] = field(default_factory=dict)
    """What there was a line for."""
    stood: set[tuple[Part, str]] = field(default_factory=set)
    """What the form of an answer let through, before any check of facts."""

    def most(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Spent:
        return Spent(tokens=_COST.tokens, cost_micros=_COST.cost_micros)

    async def write(self, brief: PartBrief, objections: Sequence[Objection] = ()) -> Output[WrittenPart]:
        output = await ModelWriter(Answering(self._answer(brief))).write(brief, objections)
        said = " ".join(texts_of(output.value))
        self.stood |= {(brief.part, c.text) for c in self.told.get(brief.part, ()) if c.text in said}
        return output

    def _answer(self, brief: PartBrief) -> WordedLines | Summarised | Ordered:
        if brief.part is Part.EXPERIENCE:
            planted = dict(self._planted(brief))
            self.told[brief.part] = list(planted.values())
            return WordedLines(tuple(WordedLine(number, case.text) for number, case in planted.items()))
        if brief.part is Part.SUMMARY:
            return Summarised(tuple(self._sentences(brief)))
        return Ordered(())

    def _planted(self, brief: PartBrief) -> Iterator[tuple[int, Case]]:
        for each in wordable(brief.sections, Part.EXPERIENCE):
            for case in self.in_experience:
                if len(case.sources) == 1 and rests_on(each.line, case.sources):
                    yield each.number, case

    def _sentences(self, brief: PartBrief) -> Iterator[Sentence]:
        lines = numbered(brief.sections)
        case = self.in_summary
        cited = [each.number for each in lines if case and rests_on(each.line, case.sources)]
        yield from _honest(lines, cited)
        if case and cited:
            self.told[brief.part] = [case]
            yield Sentence(case.text, tuple(cited))


def _honest(lines: Sequence[Numbered], cited: Sequence[int]) -> Iterator[Sentence]:
    """Other lines, as they stand."""
    others = [each for each in lines if each.number not in cited and "/bullets/" in each.pointer]
    for each in [each for each in others if len(each.line.text) > _PROSE][:_HONEST]:
        yield Sentence(each.line.text, (each.number,))


def rests_on(line: Line, cited: Sequence[Source]) -> bool:
    return any(_same(source, other) for source in line.sources for other in cited)


def _same(one: Source, other: Source) -> bool:
    fits = None in (one.field, other.field) or one.field == other.field
    return (one.kind, one.id) == (other.kind, other.id) and fits


def texts_of(written: WrittenPart) -> Iterator[str]:
    for section in written.sections:
        yield from (line.text for line in section.paragraphs)
        for entry in section.entries:
            yield from (line.text for line in (*([entry.text] if entry.text else []), *entry.bullets))
