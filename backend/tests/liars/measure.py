"""What becomes of lies on their way through the whole pipeline."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from app.domain.documents.content import lines_of
from app.domain.documents.facts import Verdict
from app.domain.documents.facts.sources.grounds import Archive
from app.domain.generation.model import GenerationStatus
from app.domain.generation.parts import Part
from app.domain.jobs.posting import Need, Requirement
from tests.builders.identity import ADA
from tests.builders.jobs import a_job
from tests.fakes.documents import MemoryFiles
from tests.fakes.memory import MemoryDatabase
from tests.liars.lying import LyingWriter
from tests.truth.corpus import Career, Case
from tests.truth.measure import TODAY, verdict
from tests.unit.generation.conftest import Shop


class End(StrEnum):
    REFUSED = "refused"
    """Its form was no line's: too long, an address in it, a token lost."""
    TAKEN_BACK = "taken back"
    """Objected to, and in the person's own words in the end."""
    MARKED = "marked"
    """It stands, the document needs review, and the line is named."""
    SLIPPED = "slipped"
    """It stands, and nobody is told."""


@dataclass(frozen=True, slots=True)
class Fate:
    case: Case
    part: Part
    end: End
    known: bool
    """To the fact gate by itself, when it is asked about this line and what the line cites."""

    @property
    def lost_on_the_way(self) -> bool:
        """The gate would have told, had it been asked about just this."""
        return self.known and self.end is End.SLIPPED


async def fates(career: Career, *, every: int = 1, most: int | None = None) -> Sequence[Fate]:
    """Of each invention in the line that it is about, and of so many in the summary. `most`: runs."""
    archive = Archive(career.profile, today=TODAY)
    lies = [case for case in career.cases if case.kind]
    found: list[Fate] = []
    for in_experience, in_summary in list(zip_longest(_rounds(lies), lies[::every]))[:most]:
        writer = LyingWriter(in_experience or [], in_summary)
        found += [_fate(archive, *each) for each in await _told(career, writer)]
    return found


def _rounds(lies: Iterable[Case]) -> list[list[Case]]:
    """So that each line is lied about once at a time."""
    by_citation: dict[str, list[Case]] = defaultdict(list)
    for case in lies:
        by_citation[case.cited].append(case)
    longest = max(map(len, by_citation.values()), default=0)
    return [[cases[n] for cases in by_citation.values() if n < len(cases)] for n in range(longest)]


async def _told(career: Career, writer: LyingWriter) -> list[tuple[Case, Part, End]]:
    shop = await _shop(career, writer)
    generation = await shop.run(await shop.started(language=career.language))
    assert generation.document_id, generation
    async with shop.opens(readonly=True) as unit:
        document = await unit.documents.get(generation.document_id, owner=ADA)
    said = [line.text for _, line in lines_of(document.content)]
    assert document.faithfulness
    named = [line.text for line in document.faithfulness.lines if line.verdict is Verdict.UNSUPPORTED]
    in_review = generation.status is GenerationStatus.NEEDS_REVIEW

    def end(part: Part, case: Case) -> End:
        if not any(case.text in text for text in said):
            return End.TAKEN_BACK if (part, case.text) in writer.stood else End.REFUSED
        marked = in_review and any(case.text in text for text in named)
        return End.MARKED if marked else End.SLIPPED

    return [(case, part, end(part, case)) for part, cases in writer.told.items() for case in cases]


async def _shop(career: Career, writer: LyingWriter) -> Shop:
    """The person's own last post, asked for once more, so that little of the career is left out."""
    profile = deepcopy(career.profile)
    profile.user_id = ADA
    title = profile.experiences[0].title
    needs = tuple(Requirement(skill.name, Need.MUST, (), None) for skill in profile.skills[:6])
    job = a_job(title=title, requirements=needs, language=career.language)
    shop = Shop(MemoryDatabase(), MemoryFiles(), profile, job, [], writer)
    await shop.keep()
    return shop


def _fate(archive: Archive, case: Case, part: Part, end: End) -> Fate:
    return Fate(case, part, end, verdict(archive, case).verdict is Verdict.UNSUPPORTED)


def by_kind(found: Iterable[Fate]) -> Mapping[str, Counter[End]]:
    counts: dict[str, Counter[End]] = defaultdict(Counter)
    for fate in found:
        counts[str(fate.case.kind)][fate.end] += 1
    return dict(sorted(counts.items()))


def kept_out(found: Iterable[Fate]) -> float:
    """The share that no exported document says unmarked."""
    found = tuple(found)
    return sum(fate.end is not End.SLIPPED for fate in found) / len(found)


def shown(found: Iterable[Fate]) -> Iterator[str]:
    for fate in found:
        if fate.end is End.SLIPPED:
            yield f"{fate.case.career} {fate.case.cited} {fate.case.kind} in {fate.part}: {fate.case.text}"
