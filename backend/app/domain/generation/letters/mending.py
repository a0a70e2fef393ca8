"""A letter's sentence that does not hold, told in the person's own words instead."""

from collections.abc import Collection
from dataclasses import replace

from app.domain.documents.content import DocumentContent, Letter, Line, Paragraph, Source, SourceKind
from app.domain.documents.letters.frame import FrameKind
from app.domain.documents.letters.occasion import Occasion
from app.domain.documents.letters.telling import Manner, tellings
from app.domain.documents.passages import passages_of
from app.domain.generation.letters.sentences import Phrasebook
from app.domain.generation.options import Tone
from app.domain.profile.model import Profile
from app.domain.shared.denials import tells_of_a_lack
from app.domain.shared.ids import ItemId

_TOLD = {
    SourceKind.ACHIEVEMENT: ("text",),
    SourceKind.EXPERIENCE: ("description",),
    SourceKind.PROJECT: ("highlights", "description"),
}
"""The fields that tell what was done."""
_KINDS = {
    Manner.FINITE: FrameKind.PLAIN,
    Manner.GERUND: FrameKind.PLAIN_GERUND,
    Manner.QUOTED: FrameKind.PLAIN_QUOTED,
}


def in_own_words(
    content: DocumentContent, pointers: Collection[str], profile: Profile, occasion: Occasion
) -> DocumentContent:
    """Of the first item that such a sentence cites; one that cites no deed stays as it is."""
    if content.letter is None:
        return content
    mender = _Mender(profile, occasion, content.language)
    paragraphs = tuple(
        Paragraph(
            tuple(
                mender.mended(line) if f"/letter/paragraphs/{n}/sentences/{k}" in pointers else line
                for k, line in enumerate(paragraph.sentences)
            )
        )
        for n, paragraph in enumerate(content.letter.paragraphs)
    )
    return replace(content, letter=_without_repeats(replace(content.letter, paragraphs=paragraphs)))


class _Mender:
    def __init__(self, profile: Profile, occasion: Occasion, language: str) -> None:
        self._language = language
        self._phrases = Phrasebook(occasion, language=language, tone=Tone.PROFESSIONAL)
        self._said: dict[ItemId, list[tuple[Source, str]]] = {}
        for passage in passages_of(profile):
            self._said.setdefault(passage.source.id, []).append((passage.source, passage.text))

    def mended(self, line: Line) -> Line:
        for cited in line.sources:
            for source, text in self._said.get(cited.id, ()):
                if _is_deed(source) and not tells_of_a_lack(text) and cited.field in (None, source.field):
                    for telling in tellings(text, self._language)[:1]:
                        told = self._phrases.told(_KINDS[telling.manner], telling.slots, source)
                        return told or line
        return line


def _is_deed(source: Source) -> bool:
    return (source.field or "").partition(".")[0] in _TOLD.get(source.kind, ())


def _without_repeats(letter: Letter) -> Letter:
    """Two sentences that did not hold may have cited the same deed."""
    seen: set[str] = set()
    paragraphs = []
    for paragraph in letter.paragraphs:
        fresh = []
        for line in paragraph.sentences:
            if line.text not in seen:
                seen.add(line.text)
                fresh.append(line)
        paragraphs.append(Paragraph(tuple(fresh)))
    return replace(letter, paragraphs=tuple(p for p in paragraphs if p.sentences))
