"""Lines of a letter: frames filled with the person's own words, each citing what it rests on."""

from collections.abc import Mapping

from app.domain.documents.content import Line, Source, SourceKind
from app.domain.documents.letters.frame import FrameKind, filled, frames, slots_of
from app.domain.documents.letters.occasion import Occasion
from app.domain.documents.letters.telling import Manner
from app.domain.generation.letters.evidence import Group
from app.domain.generation.letters.statements import Statement
from app.domain.profile.model import Experience
from app.domain.shared.ids import ItemId
from app.domain.shared.prose import one_line

_SUFFIX = {Manner.FINITE: "", Manner.GERUND: "_gerund", Manner.QUOTED: "_quoted"}


class Phrasebook:
    """The frames of one language and tone. Those with alternatives are taken in turn."""

    def __init__(self, occasion: Occasion, *, language: str, tone: str) -> None:
        job = occasion.job
        self._language = language
        self._tone = tone
        self._job = ItemId(job.id)
        self._known = {"job_title": job.spoken_title, "job_company": job.employer}
        self._taken: dict[FrameKind, int] = {}

    def fixed(self, kind: FrameKind) -> Line | None:
        """A sentence that names no more than the posting; None in a tone that does without."""
        for frame in frames(self._language, kind, self._tone):
            if all(self._known.get(slot) for slot in slots_of(frame)):
                return Line(filled(frame, self._known), self._posting(frame))
        return None

    def told(self, kind: FrameKind, values: Mapping[str, str], *sources: Source) -> Line | None:
        """None where the language has no such frame, or a slot has nothing to say."""
        known = frames(self._language, kind, self._tone)
        turn = self._taken.get(kind, 0)
        for n in range(len(known)):
            frame = known[(turn + n) % len(known)]
            if all(values.get(slot) for slot in slots_of(frame)):
                self._taken[kind] = turn + n + 1
                return Line(filled(frame, values), sources)
        return None

    def paragraph(self, group: Group) -> tuple[Line, ...]:
        """The first sentence says where; the others follow from it."""
        first, *others = group.statements
        lines = [self._first(first), *(self._next(each) for each in others)]
        return tuple(line for line in lines if line)

    def _first(self, statement: Statement) -> Line | None:
        position, project = statement.position, statement.project
        if position and position.title.strip() and position.company.strip():
            kind = FrameKind.FIRST_NOW if position.is_current else FrameKind.FIRST_THEN
            named = {"position": one_line(position.title), "employer": one_line(position.company)}
            cited = (*_heading(position), statement.source)
            return self._evidence(kind, statement, named, cited)
        if project and project.name.strip():
            cited = (Source(SourceKind.PROJECT, project.id, "name"), statement.source)
            return self._evidence(FrameKind.PROJECT, statement, {"project": one_line(project.name)}, cited)
        return self._evidence(FrameKind.PLAIN, statement, {}, (statement.source,))

    def _next(self, statement: Statement) -> Line | None:
        return self._evidence(FrameKind.NEXT, statement, {}, (statement.source,))

    def _evidence(
        self,
        kind: FrameKind,
        statement: Statement,
        named: Mapping[str, str],
        cited: tuple[Source, ...],
    ) -> Line | None:
        telling = statement.telling
        return self.told(FrameKind(f"{kind}{_SUFFIX[telling.manner]}"), {**named, **telling.slots}, *cited)

    def _posting(self, frame: str) -> tuple[Source, ...]:
        fields = {"job_title": "title", "job_company": "company"}
        named = tuple(Source(SourceKind.JOB, self._job, fields[slot]) for slot in slots_of(frame))
        return named or (Source(SourceKind.JOB, self._job),)


def _heading(position: Experience) -> tuple[Source, ...]:
    return tuple(Source(SourceKind.EXPERIENCE, position.id, field) for field in ("title", "company"))
