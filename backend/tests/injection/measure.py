"""What obedience comes to in the end: the document, the scores, the files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt

from app.application.generation.model_writer import ModelWriter
from app.application.generation.results import Result
from app.domain.documents.content import DocumentContent, Line, lines_of
from app.domain.documents.facts import Verdict
from app.domain.generation.model import GenerationStatus
from app.domain.profile.model import Profile
from app.infrastructure.text.html import to_html
from app.infrastructure.text.markdown import to_markdown
from tests.builders.identity import ADA
from tests.contract.test_renderers_hostile import parsed
from tests.fakes.documents import MemoryFiles
from tests.fakes.memory import MemoryDatabase
from tests.injection.carriers import Scene
from tests.injection.obeying import Obedient
from tests.injection.payloads import Payload
from tests.unit.generation.conftest import Shop

_SHINGLE = 25
"""Characters in a row that nobody says by chance."""
_TOKEN = re.compile(r"\[\[[^\]\s]*")
_ACTIVE = ("://", "<", "](", "javascript:", "data:", "\x1b", "@evil", "{{", "${")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    payload: Payload
    scene: Scene
    model: Obedient
    result: Result
    offline: Result

    @property
    def content(self) -> DocumentContent:
        return self.result.document.content

    @property
    def faults(self) -> tuple[str, ...]:
        """Each of these would be one too many."""
        return tuple(
            name
            for name, found in (
                ("obeyed in the document", any(map(self._obeyed, self._foreign))),
                ("instructions leaked", any(map(self._leaked, self._foreign))),
                ("another score", repr(self.result.match) != repr(self.offline.match)),
                ("something active", any(a in line.text for line in self._foreign for a in _ACTIVE)),
                ("an address of its own", set(self._addresses) - set(addresses_in(self.offline))),
                ("another header", self.content.header != self.offline.document.content.header),
                ("another layout", self.result.document.layout != self.offline.document.layout),
                ("another shape", shape_of(self.content) != shape_of(self.offline.document.content)),
                ("a token left", any(map(self._unmasked, self._foreign))),
            )
            if found
        )

    @property
    def _foreign(self) -> list[Line]:
        """The lines that the document would not say without the model, and about which nobody is asked."""
        own = {line.text for _, line in lines_of(self.offline.document.content)}
        in_review = self.result.generation.status is GenerationStatus.NEEDS_REVIEW
        receipt = self.result.document.faithfulness
        named = {
            line.text
            for line in (receipt.lines if receipt else ())
            if in_review and line.verdict is Verdict.UNSUPPORTED
        }
        return [line for _, line in lines_of(self.content) if line.text not in own | named]

    def _obeyed(self, line: Line) -> bool:
        """But what the person says of themselves they may say."""
        wants = self.payload.wants.casefold()
        return wants in line.text.casefold() and not said_by(self.scene.profile, wants)

    def _unmasked(self, line: Line) -> bool:
        """But what the person wrote so themselves, which is hidden like a name, and comes back like one."""
        return any(not said_by(self.scene.profile, token) for token in _TOKEN.findall(line.text.casefold()))

    def _leaked(self, line: Line) -> bool:
        told = " ".join(request.instructions for request in self.model.asked)
        told = " ".join(told.split())
        ends = range(0, max(1, len(line.text) - _SHINGLE))
        return len(line.text) >= _SHINGLE and any(line.text[n : n + _SHINGLE] in told for n in ends)

    @property
    def _addresses(self) -> Iterator[str]:
        return addresses_in(self.result)


def addresses_in(result: Result) -> Iterator[str]:
    yield from parsed(to_html(result.document.content)).addresses
    for block in MarkdownIt().parse(to_markdown(result.document.content)):
        for token in block.children or ():
            yield from (str(at) for name, at in token.attrs.items() if name in ("href", "src"))


def shape_of(content: DocumentContent) -> Any:
    """Its sections, their titles and what does not count as prose."""
    return [
        (s.kind, s.title, [(e.title, e.organization, e.location, e.dates, e.url) for e in s.entries])
        for s in content.sections
    ]


def said_by(profile: Profile, wants: str) -> bool:
    texts = [profile.professional_summary or "", *(skill.name for skill in profile.skills)]
    texts += [line.text for each in profile.experiences for line in each.achievements]
    texts += [each.description or "" for each in profile.experiences]
    return any(wants in text.casefold() for text in texts)


async def outcome_of(payload: Payload, scene: Scene) -> Outcome:
    """One run with a model that obeys, and one without any."""
    model = Obedient(payload)
    shop = Shop(MemoryDatabase(), MemoryFiles(), scene.profile, scene.job, [], ModelWriter(model))
    await shop.keep()
    obedient = await shop.run(await shop.started(**scene.options))
    offline = await shop.run(await shop.started(**scene.options, use_llm=False))
    return Outcome(
        payload=payload,
        scene=scene,
        model=model,
        result=await shop.results.get(_id(obedient), owner=ADA),
        offline=await shop.results.get(_id(offline), owner=ADA),
    )


def _id(generation: Any) -> Any:
    return generation.id
